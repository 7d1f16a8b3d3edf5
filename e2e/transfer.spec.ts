import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator } from '@playwright/test'
import { Buyer, fillIn } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

/** Fills in an account of the sandbox and confirms the number of the ARS call. */
async function giveAccount(window: FrameLocator, account: string): Promise<void> {
  await fillIn(window, `test-account-${account}`)
  await window.getByTestId('agree').check()
  await window.getByTestId('pay').click()
  const number = window.getByTestId('verify-shown')
  await expect(number).toHaveText(/\d/)
  const shown = await number.textContent()
  await window.getByTestId('verify-code').fill(/\d+/.exec(shown ?? '')?.[0] ?? '')
  await window.getByTestId('verify-submit').click()
}

test('an order is paid by transfer, and its cash receipt comes afterwards', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await page.getByRole('radio', { name: '계좌이체' }).check()
  await expect(buyer.button).toHaveAttribute('data-state', 'ready')
  await buyer.button.click()
  await giveAccount(buyer.layer, '0003')
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
  await expect(page.getByText('출금 계좌')).toBeVisible()

  await page.goto(`${world.shopUrl}/orders/${orderId}`)
  await expect(page.getByRole('heading', { name: '현금영수증' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('radio', { name: '지출증빙' }).check()
  await page.getByRole('button', { name: '발급받기' }).click()
  await expect(page.getByText('사업자등록번호 10자리를 확인해 주세요')).toBeVisible()
  await page.getByLabel('사업자등록번호').fill('123-45-67890')
  await page.getByRole('button', { name: '발급받기' }).click()
  await expect(page.getByText('발급되었습니다.')).toBeVisible()

  await page.reload()
  await expect(page.getByText('발급되었습니다.')).toBeVisible()
})

test('an account is registered and pays like a card', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  await page.goto(`${world.shopUrl}/cards`)
  await page.getByRole('radio', { name: '계좌' }).check()
  await page.getByRole('button', { name: '계좌 등록하기' }).click()
  await giveAccount(buyer.layer, '6789')
  await expect(page.getByText('등록을 마쳤습니다.')).toBeVisible()

  const orderId = await buyer.order()
  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await page.getByRole('button', { name: '1,000원 결제하기' }).click()
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})
