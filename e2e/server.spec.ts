import { Buyer, CARD } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

test.use({ authentication: 'server' })

test('server mode: paid, and all agree', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const prepared = await buyer.openPayPage(orderId)
  expect(prepared.window.request['PCD_AUTH_KEY']).toBeTruthy()
  expect(prepared.window.request['PCD_PAY_URL']).toContain(world.sandboxUrl)
  expect(prepared.window.request).not.toHaveProperty('clientKey')

  await buyer.button.click()
  await buyer.pay(buyer.layer)

  await buyer.expectPaid(orderId)
  await expect(page.locator('#layer_cpay')).toHaveCount(0)
  await buyer.expectSettled(orderId)
})

test('server mode: a decline leaves the order unpaid, and the next try pays', async ({ page, world }) => {
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
