import { Buyer, CARD } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

test.use({ authentication: 'auth-file' })

test('auth-file mode: paid, and all agree', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const prepared = await buyer.openPayPage(orderId)
  expect(prepared.window.scriptUrl).toBe(`${world.sandboxUrl}/js/cpay.payple.1.0.1.js`)
  expect(prepared.window.request['payple_auth_file']).toContain(`/payple/auth/${prepared.checkoutId}`)
  expect(await page.evaluate(() => 'jQuery' in window)).toBe(true)

  await buyer.button.click()
  await buyer.pay(buyer.layer)

  await buyer.expectPaid(orderId)
  await expect(page.locator('#layer_cpay')).toHaveCount(0)
  await buyer.expectSettled(orderId)
})

test('auth-file mode: a decline leaves the order unpaid, and the next try pays', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.pay(buyer.layer, CARD.limitExceeded)
  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('declined')

  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await expect(buyer.button).toHaveAttribute('data-state', 'ready')
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('auth-file mode: Payple refuses the shop; the buyer is told and the next try pays', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  const refusal = { type: 'code', code: 'AUTH0004', message: '접속하시는 서버의 도메인 확인이 필요합니다.' }
  await world.fault({ operation: 'auth', effect: refusal, times: 1 })
  await buyer.button.click()

  await expect(buyer.button).toHaveAttribute('data-state', 'failed')
  await expect(page.locator('[data-payple=status]')).toContainText(/결제창/)
  await expect(page.locator('#layer_cpay')).toHaveCount(0)
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})
