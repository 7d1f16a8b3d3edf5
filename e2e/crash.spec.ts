import { Buyer } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

/** A dead companion's claim has to run out (7 s here), and the page asks at growing intervals of up to 15 s. */
const CONVERGES_MS = 40_000

test.use({ shopEnv: { PAYPLE_TIMEOUT_MS: '2000' } })

test.setTimeout(90_000)

test('the companion is killed between confirm and answer: the order becomes paid, once', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const { oid } = await buyer.openPayPage(orderId)
  // The gateway takes the money and then says nothing.
  await world.fault({ operation: 'confirm', effect: { type: 'hang' }, times: 1 })

  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await expect.poll(async () => (await world.gatewayPayment(oid))?.chargeCount).toBe(1)
  await world.killShop()
  expect(world.ledger(orderId).map((row) => row.state)).toEqual(['approving'])

  await world.restartShop()
  await buyer.expectPaid(orderId, CONVERGES_MS)
  await buyer.expectSettled(orderId)
})

test('the answer to the confirm is lost: the buyer is never told it failed, and the order becomes paid', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await world.fault({ operation: 'confirm', effect: { type: 'lost-answer' }, times: 1 })

  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId, CONVERGES_MS)
  await buyer.expectSettled(orderId)
})

test('answer and lookup are lost: the shop says that it is still checking, then that it is paid', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await world.fault({ operation: 'confirm', effect: { type: 'lost-answer' }, times: 1 })
  await world.fault({ operation: 'lookup', effect: { type: 'status', status: 503 }, times: 3 })

  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await expect(page.locator('[data-state=settling], [data-state=unknown]').first()).toBeVisible()
  await buyer.expectPaid(orderId, CONVERGES_MS)
  await buyer.expectSettled(orderId)
})
