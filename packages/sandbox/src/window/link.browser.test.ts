/** The page of a payment link as a buyer meets it. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, payInside, type Stage, violationsIn, type Visit } from '../testing/browser.ts'
import { CREDENTIALS } from '../testing/drive.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function post(path: string, body: object): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json', referer: stage.shop.origin }
  return (await fetch(stage.server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}

async function openLink(fields: Record<string, string>, visit: Visit = {}): Promise<void> {
  const {
    cst_id,
    custKey,
    AuthKey,
    PCD_PAY_URL = '',
  } = await post('/php/auth.php', {
    ...CREDENTIALS,
    PCD_PAY_WORK: 'LINKREG',
  })
  const { PCD_LINK_URL = '' } = await post(PCD_PAY_URL, {
    PCD_CST_ID: cst_id,
    PCD_CUST_KEY: custKey,
    PCD_AUTH_KEY: AuthKey,
    PCD_PAY_WORK: 'LINKREG',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_GOODS: '간편상품',
    PCD_PAY_TOTAL: '1000',
    ...fields,
  })
  page = await stage.visit(visit)
  await page.goto(PCD_LINK_URL)
}

it.each([
  ['light', 1280, 'korean'],
  ['dark', 390, 'english'],
] as const)('choosing, paying and going on: accessible, %s, %i wide, %s', async (colorScheme, width, buyer) => {
  await openLink(
    { PCD_PAY_TYPE: 'transfer|card', PCD_LINK_URL: `${stage.shop.origin}/thanks` },
    { colorScheme, width, buyer },
  )
  await page.getByTestId('means-card-01').waitFor()
  expect(await violationsIn(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await page.getByTestId('means-card-01').press('Enter')
  await page.getByTestId('pay').waitFor()
  expect(await violationsIn(page)).toEqual([])
  await payInside(page)
  await page.getByTestId('next').waitFor()
  expect(await violationsIn(page)).toEqual([])
  await page.getByTestId('next').click()
  await page.waitForURL('**/thanks')
  expect(stage.shop.posts, 'nothing is posted from the page').toEqual([])
})

it('Escape ends it, and says so', async () => {
  await openLink({})
  await page.getByTestId('card-number').press('Escape')
  await page.getByText('결제를 종료하였습니다.').waitFor()
  expect(await page.getByTestId('next').isVisible()).toBe(false)
})
