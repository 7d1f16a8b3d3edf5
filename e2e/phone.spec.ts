import { devices } from '@playwright/test'
import { Buyer, CARD } from './world/buyer.ts'
import { expect, test } from './world/test.ts'
import { newCardNumber } from './world/wallet.ts'

const { defaultBrowserType: _, ...iPhone } = devices['iPhone 13']
test.use({ ...iPhone, locale: 'ko-KR' })

test('direct mode: Payple posts the result across sites without cookies, and reload changes nothing', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const prepared = await buyer.openPayPage(orderId)
  expect(prepared.window.request['PCD_RST_URL']).toBe(`${world.shopUrl}/payple/return/${prepared.checkoutId}`)

  const returning = page.waitForRequest(
    (request) => request.url().includes('/payple/return/') && request.method() === 'POST',
  )
  await buyer.button.click()
  await page.waitForURL(`${world.sandboxUrl}/**`)
  await buyer.pay(page)

  const request = await returning
  const headers = await request.allHeaders()
  expect(headers['cookie']).toBeUndefined()
  expect(new URL(headers['origin'] ?? 'about:blank').origin).not.toBe(world.shopUrl)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)

  await page.goto(`${world.shopUrl}/checkout/return?checkout=${prepared.checkoutId}`)
  await buyer.expectPaid(orderId)
  await page.reload()
  await page.goto(`${world.shopUrl}/payple/return/${prepared.checkoutId}`)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('closing the page brings the buyer back to the shop, unpaid and able to try again', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await page.waitForURL(`${world.sandboxUrl}/**`)
  await page.getByTestId('close').click()
  await page.waitForURL(`${world.shopUrl}/**`)
  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('canceled')

  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await page.waitForURL(`${world.sandboxUrl}/**`)
  await buyer.pay(page)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('a decline is shown in Korean on the way back', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await page.waitForURL(`${world.sandboxUrl}/**`)
  await buyer.pay(page, CARD.limitExceeded)
  await page.waitForURL(`${world.shopUrl}/**`)
  await expect(page.getByText(/한도/).first()).toBeVisible()
  expect(await buyer.charges(orderId)).toBe(0)
})

test('Back from the payment page leaves a button that works', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await page.waitForURL(`${world.sandboxUrl}/**`)
  await page.goBack()

  await expect(buyer.button).toHaveAttribute('data-state', /ready|canceled/)
  await buyer.button.click()
  await page.waitForURL(`${world.sandboxUrl}/**`)
  await buyer.pay(page)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('a card is registered on a phone: Payple comes back to the cards, not to an order', async ({ page, world }) => {
  await page.goto(`${world.shopUrl}/cards`)
  const button = page.getByRole('button', { name: '카드 등록하기' })
  await expect(button).toHaveAttribute('data-state', 'ready')
  await button.click()
  await page.waitForURL(`${world.sandboxUrl}/**`)
  await page.getByTestId('test-card-4242').click()
  await page.getByTestId('card-number').fill(newCardNumber())
  await page.getByTestId('agree').check()
  await page.getByTestId('pay').click()
  await expect(page).toHaveURL(`${world.shopUrl}/cards`)
  await expect(page.getByRole('button', { name: /7777 삭제$/ })).toBeVisible()
  // The registration that brought the buyer here must not keep the next one from starting.
  await expect(button).toHaveAttribute('data-state', 'ready')
})
