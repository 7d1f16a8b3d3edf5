import { AxeBuilder } from '@axe-core/playwright'
import { Buyer } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

test('the phone of the manual: ledger, gateway and page agree that it is paid', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const prepared = await buyer.openPayPage(orderId)

  await buyer.button.click()
  await expect(buyer.layer.getByTestId('goods')).toHaveText('휴대폰')
  await expect(buyer.layer.getByTestId('order')).toHaveText(prepared.oid)
  await buyer.pay(buyer.layer)

  await buyer.expectPaid(orderId)
  await expect(page.locator('#layer_cpay')).toHaveCount(0)
  await expect(page.getByText('1,000원').first()).toBeVisible()
  await buyer.expectSettled(orderId)
  expect(prepared.window.request).toMatchObject({
    PCD_PAY_WORK: 'CERT',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_GOODS: '휴대폰',
    PCD_PAY_TOTAL: '1000',
    PCD_PAYER_NAME: '홍길동',
  })
})

test('the whole way through the shop: product, cart, details, payment', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  await page.goto(world.shopUrl)
  await page
    .getByRole('link', { name: /휴대폰/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /장바구니/ })
    .first()
    .click()
  await page.goto(`${world.shopUrl}/cart`)
  await page.getByRole('main').getByRole('link', { name: /주문/ }).click()
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/\/checkout\/A-/)
  const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await expect(buyer.button).toHaveAttribute('data-state', 'ready')
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)

  await page.goto(`${world.shopUrl}/orders`)
  await expect(page.getByText(orderId)).toBeVisible()
})

test('the payment can be made with the keyboard alone, and focus comes back to the button after closing', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)

  await buyer.button.focus()
  await page.keyboard.press('Enter')
  await buyer.closeLayer(buyer.layer, 'Enter')

  await expect(buyer.button).toBeFocused()
  await expect(buyer.button).not.toHaveAttribute('data-state', 'open')
})

test('a returning buyer sees a paid order as paid', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)

  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('pay page and payment window pass axe', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  await buyer.openPayPage(await buyer.order())
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await buyer.button.click()
  await expect(buyer.layer.getByTestId('pay')).toBeVisible()
  expect((await new AxeBuilder({ page }).include('#cpay_ifr').analyze()).violations).toEqual([])
})
