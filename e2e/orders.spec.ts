import { AxeBuilder } from '@axe-core/playwright'
import { Buyer } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

test('a long history comes page by page, and the focus goes to the first new order', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const ids: string[] = []
  for (let n = 0; n < 12; n += 1) ids.push(await buyer.order())
  await page.goto(`${world.shopUrl}/orders`)
  const rows = page.getByRole('main').locator('.orders__row')
  await expect(rows).toHaveCount(10)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('button', { name: '더 보기' }).click()
  await expect(rows).toHaveCount(12)
  await expect(rows.nth(10)).toBeFocused()
  await expect(rows.last()).toContainText(ids[0] ?? '')
  await expect(page.getByRole('button', { name: '더 보기' })).toHaveCount(0)
})

test('an order whose window was closed says so, and can still be paid', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.closeLayer()
  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('canceled')

  await page.goto(`${world.shopUrl}/orders`)
  const row = page.locator('.orders__row').filter({ hasText: orderId })
  await expect(row).toContainText('결제 취소')
  await row.getByRole('link', { name: /이어서 결제하기/ }).click()
  await expect(buyer.button).toHaveAttribute('data-state', 'ready')
})
