/** The dashboard as a developer uses it: lists, and the buttons of the console. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStage, type Stage, violationsIn } from '../testing/browser.ts'
import { keysFor, pay, postJson, registerCard, repay, transfer } from '../testing/drive.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** A card payment, a charge, a transfer, a link, and a shop that hears of them. */
beforeEach(async () => {
  const { sandbox } = stage.server
  sandbox.control.reset()
  await sandbox.control.setWebhookUrls({ payment: `${stage.shop.origin}/hook`, deletion: `${stage.shop.origin}/gone` })
  await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'card-order' }, { expiry: '12/99' })
  const key = await registerCard(sandbox, { number: '5500000000000004', expiry: '12/99' })
  await repay(sandbox, 'SPCD', key, { PCD_PAY_OID: 'charge-order' })
  await transfer(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'transfer-order' })
  await postJson(sandbox, '/php/link/api/LinkRegAct.php?ACT_=LINKREG', {
    ...(await keysFor(sandbox, { PCD_PAY_WORK: 'LINKREG' })),
    PCD_PAY_WORK: 'LINKREG',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_GOODS: '링크상품',
    PCD_PAY_TOTAL: '1000',
  })
  await sandbox.control.webhooksSettled()
})

async function open(language: 'ko' | 'en' = 'en'): Promise<void> {
  page = await stage.visit()
  await page.goto(`${stage.server.url}/_/?lang=${language}`)
  await page.locator('#payments').getByText('card-order').waitFor()
}

describe('the dashboard', () => {
  it('lists payments with their means, keys, links, webhooks and calls', async () => {
    await open()
    await page.locator('#payments').getByText('re-payment').waitFor()
    await page.locator('#payments').getByText('Shinhan').waitFor()
    expect(await page.locator('#keys tr').count()).toBe(3)
    await page.locator('#links').getByText('링크상품').waitFor()
    expect(await page.locator('#webhooks tr').count()).toBe(4)
    await page.locator('#calls').getByText('link.made').waitFor()
  })

  it('cancels a payment, by keyboard', async () => {
    await open()
    await page.getByRole('button', { name: 'Cancel card-order' }).press('Enter')
    await page.getByLabel('Amount (won)').press('Enter')
    await page.getByText('Done.').waitFor()
    await page.locator('#payments').getByText('refunded', { exact: true }).waitFor()
    expect(stage.server.sandbox.control.payment('card-order')).toMatchObject({
      status: 'refunded',
      refunds: [{ amount: 1000, by: 'console' }],
    })
  })

  it('says why it cannot', async () => {
    await open()
    await page.getByRole('button', { name: 'Cancel card-order' }).click()
    await page.getByLabel('Amount (won)').fill('400')
    await page.getByRole('button', { name: 'Give it back' }).click()
    await page.getByText('the test account cannot refund in parts.').waitFor()
    expect(stage.server.sandbox.control.payment('card-order')).toMatchObject({ status: 'paid' })
  })

  it('deletes a billing key, which the shop hears of, and sends a webhook again', async () => {
    await open()
    stage.shop.posts = []
    await page.getByRole('button', { name: 'Delete 신한은행' }).click()
    await page.getByText('Done.').waitFor()
    await stage.server.sandbox.control.webhooksSettled()
    expect(stage.shop.posts).toMatchObject([{ path: '/gone' }])
    await page.getByRole('button', { name: 'Send again' }).last().click()
    await expect.poll(() => stage.shop.posts.length).toBe(2)
  })

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('is accessible: %s, %i wide', async (colorScheme, width) => {
    await open('ko')
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 844 })
    expect(await violationsIn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.getByRole('button', { name: '취소 card-order' }).click()
    await page.getByLabel('금액').waitFor()
    expect(await violationsIn(page)).toEqual([])
  })
})
