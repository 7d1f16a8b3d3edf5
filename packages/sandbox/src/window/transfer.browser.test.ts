/** The transfer window as a buyer meets it: by keyboard, in both languages and colour schemes, on a phone. */
import type { Frame, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  awaitResult,
  callPayple,
  giveAccount,
  openStage,
  type Stage,
  verifyAccount,
  violationsIn,
  type Visit,
} from '../testing/browser.ts'

const TRANSFER = { PCD_PAY_TYPE: 'transfer', PCD_CARD_VER: undefined, PCD_PAYER_NAME: '홍길동' }

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const frame = () => page.frameLocator('#cpay_ifr')

async function open(fields: Record<string, unknown> = {}, visit: Visit = {}): Promise<void> {
  page = await stage.visit(visit)
  await callPayple(page, { ...TRANSFER, ...fields })
  await frame().getByTestId('close').waitFor()
}

async function expectAccessible(): Promise<void> {
  const window = await (await page.waitForSelector('#cpay_ifr')).contentFrame()
  expect(await violationsIn(window as Frame)).toEqual([])
}

it('pays after the consent, and issues the receipt', async () => {
  await open({ PCD_PAY_WORK: 'PAY', PCD_TAXSAVE_FLAG: 'Y' })
  expect(await frame().getByTestId('holder').inputValue()).toBe('홍길동')
  await frame().getByTestId('receipt-company').check()
  await giveAccount(frame())
  await verifyAccount(frame())
  expect((await awaitResult(page)).results).toMatchObject([
    { PCD_PAY_RST: 'success', PCD_PAY_TYPE: 'transfer', PCD_PAY_BANKNAME: '신한은행', PCD_TAXSAVE_RST: 'Y' },
  ])
})

it.each([
  ['light', 1280, 'korean'],
  ['dark', 390, 'english'],
] as const)('has no accessibility violation: %s, %i wide, %s', async (colorScheme, width, buyer) => {
  await open({ PCD_TAXSAVE_FLAG: 'Y' }, { colorScheme, width, buyer })
  await frame().getByTestId('pay').click()
  await frame().getByTestId('bank-error').waitFor()
  await expectAccessible()
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await giveAccount(frame())
  await frame().getByTestId('verify-shown').waitFor()
  await expectAccessible()
})

it('works by keyboard alone, and a wrong number can be corrected', async () => {
  await open({ PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd' })
  const bank = frame().getByLabel('은행')
  expect(await bank.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true)
  await bank.selectOption({ label: '국민은행' })
  const typed = { 계좌번호: '110123456789', 예금주: '', 휴대폰번호: '01012345678', 생년월일: '900101' }
  for (const text of Object.values(typed)) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await frame().getByLabel('약관').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  const code = frame().getByLabel('인증번호')
  await code.waitFor()
  await page.keyboard.type('xx')
  await page.keyboard.press('Enter')
  await frame().getByText('인증번호를 바르게 입력해주세요.').waitFor()
  await code.fill((await frame().getByTestId('verify-shown').textContent()) ?? '')
  await page.keyboard.press('Enter')
  await frame().getByTestId('pin').waitFor()
  await page.keyboard.type('123456')
  await page.keyboard.press('Enter')
  expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'success', PCD_SIMPLE_FLAG: 'Y' }])
})

it('switches the language in place, banks included', async () => {
  await open()
  await frame().getByTestId('bank').selectOption('088')
  await frame().getByTestId('language').click()
  expect(await frame().getByTestId('bank').locator('option:checked').textContent()).toContain('Shinhan')
  await frame().getByLabel('Account number').waitFor()
  await giveAccount(frame())
  await frame().getByText('Your bank calls you.').waitFor()
})

it('on a phone it is a tab', async () => {
  page = await stage.visit({ buyer: 'phone' })
  const [tab] = await Promise.all([page.waitForEvent('popup'), callPayple(page, { ...TRANSFER, PCD_PAY_WORK: 'AUTH' })])
  await giveAccount(tab)
  await verifyAccount(tab)
  expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'success', PCD_PAY_WORK: 'AUTH' }])
})
