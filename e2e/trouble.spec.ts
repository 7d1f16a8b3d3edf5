import { Buyer, CARD } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

/** Whatever went wrong, the same button pays in the end. */
async function paysOnNextTry(buyer: Buyer, orderId: string): Promise<void> {
  await expect(buyer.button).toHaveAttribute('data-state', /ready|failed|canceled/)
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
}

test('the buyer closes the window', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.closeLayer()

  await expect(page.getByText(/결제를 취소|취소했|닫/).first()).toBeVisible()
  await expect(buyer.button).toBeFocused()
  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('canceled')
  await paysOnNextTry(buyer, orderId)
})

test('the issuer declines at approval', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.pay(buyer.layer, CARD.limitExceeded)

  await expect(page.getByText(/한도/).first()).toBeVisible()
  expect(await buyer.charges(orderId)).toBe(0)
  await paysOnNextTry(buyer, orderId)
})

test('the issuer declines in the window', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.pay(buyer.layer, CARD.wrongPassword)

  await expect(page.getByText(/비밀번호/).first()).toBeVisible()
  await paysOnNextTry(buyer, orderId)
})

test('the window shows an error and can only be closed', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.pay(buyer.layer, CARD.needsClose)
  await expect(buyer.layer.getByTestId('close-message')).toBeVisible()
  // Not by pointer or key: the frame changes its height as the message appears, and on a busy machine Chromium then loses input to it.
  await buyer.layer.getByTestId('close-message').evaluate((button) => (button as HTMLButtonElement).click())
  await paysOnNextTry(buyer, orderId)
})

test('the script is blocked, then let through', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await page.clock.install()
  await page.route('**/js/v1/payment.js*', (route) => route.abort())
  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await buyer.button.click()
  await page.clock.runFor(10_000)
  await expect(page.locator('[data-payple=status]')).toContainText(/연결|결제창/)

  await page.unroute('**/js/v1/payment.js*')
  await paysOnNextTry(buyer, orderId)
})

test('the script hangs: the button gives up by itself', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await page.clock.install()
  let hang = true
  await page.route('**/js/v1/payment.js*', (route) => (hang ? undefined : route.continue()))
  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await buyer.button.click()
  await expect(buyer.button).toHaveAttribute('aria-busy', 'true')
  await page.clock.runFor(60_000)
  await expect(page.locator('[data-payple=status]')).toContainText(/연결|결제창/)

  hang = false
  await paysOnNextTry(buyer, orderId)
})

test('Payple refuses to open the window: the buyer can leave it and pay with the next try', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  // A key Payple does not know: its error page stands in the frame and no callback ever comes (fact sheet 3.7).
  await page.evaluate(() => {
    const host = window as unknown as { PaypleCpayAuthCheck: (request: object) => void }
    const open = host.PaypleCpayAuthCheck
    host.PaypleCpayAuthCheck = (request) => {
      host.PaypleCpayAuthCheck = open
      open(Object.assign(request, { clientKey: 'test_00000000000000000000000000000000' }))
    }
  })
  await buyer.button.click()
  await expect(buyer.layer.getByTestId('refused')).toBeVisible()
  await page.getByRole('button', { name: /결제창 닫기/ }).click()
  await paysOnNextTry(buyer, orderId)
})

test('English buyers read English', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await page.goto(world.shopUrl)
  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('link', { name: 'English' }))
    .first()
    .click()
  await buyer.openPayPage(orderId)
  await expect(buyer.button).toContainText('₩1,000')
  await buyer.button.click()
  await buyer.pay(buyer.layer, CARD.limitExceeded)
  await expect(page.getByText(/limit/i).first()).toBeVisible()
})
