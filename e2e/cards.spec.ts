import { AxeBuilder } from '@axe-core/playwright'
import { Buyer } from './world/buyer.ts'
import { expect, test } from './world/test.ts'
import { newCardNumber, Wallet } from './world/wallet.ts'

test('a card is registered, pays an order without a window, and is removed', async ({ page, world }) => {
  const wallet = new Wallet(page, world)
  const buyer = new Buyer(page, world)
  await page.goto(`${world.shopUrl}/cards`)
  await expect(page.getByText('등록한 결제수단이 없습니다')).toBeVisible()
  const tail = await wallet.register()
  await expect(page.getByText(`${tail} 등록을 마쳤습니다.`)).toBeVisible()

  const orderId = await buyer.order()
  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await expect(page.getByRole('radio').first()).toBeChecked()
  await page.getByRole('button', { name: '1,000원 결제하기' }).click()
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)

  await page.goto(`${world.shopUrl}/cards`)
  await page.getByRole('button', { name: /삭제$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '삭제', exact: true }).click()
  await expect(page.getByText(`${tail} 삭제를 마쳤습니다.`)).toBeVisible()
  await expect(page.getByText('등록한 결제수단이 없습니다')).toBeVisible()
})

test('a second card follows the first, and becomes the default when the buyer says so', async ({ page, world }) => {
  const wallet = new Wallet(page, world)
  await page.goto(`${world.shopUrl}/cards`)
  await wallet.register()
  await expect(page.getByText('등록을 마쳤습니다.')).toBeVisible()
  await wallet.register()
  await expect(page.getByRole('button', { name: /기본으로 설정/ })).toHaveCount(1)
  const second = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /기본으로 설정/ }) })
  const number = await second.locator('.mono').textContent()
  await second.getByRole('button', { name: /기본으로 설정/ }).click()

  const chosen = page.getByRole('listitem').filter({ hasText: '기본 결제수단' })
  await expect(chosen.locator('.mono')).toHaveText(number ?? '')
})

test('a saved card that is declined says why, and the order is paid in the window', async ({ page, world }) => {
  const wallet = new Wallet(page, world)
  const buyer = new Buyer(page, world)
  await page.goto(`${world.shopUrl}/cards`)
  await wallet.register(newCardNumber('over-limit'))
  await expect(page.getByText('등록을 마쳤습니다.')).toBeVisible()

  const orderId = await buyer.order()
  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await page.getByRole('button', { name: '1,000원 결제하기' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /한도.*청구된 금액은 없습니다/ })).toBeVisible()
  expect(await buyer.charges(orderId)).toBe(0)

  await page.getByRole('radio', { name: /신용·체크카드/ }).check()
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('the answer is lost on the way: pressing again pays once', async ({ page, world }) => {
  const wallet = new Wallet(page, world)
  const buyer = new Buyer(page, world)
  await page.goto(`${world.shopUrl}/cards`)
  await wallet.register()
  await expect(page.getByText('등록을 마쳤습니다.')).toBeVisible()
  const orderId = await buyer.order()
  await page.goto(`${world.shopUrl}/checkout/${orderId}`)
  await page.route('**/charge', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: '1,000원 결제하기' }).click()
  await expect(page.getByText('두 번 결제되지 않습니다')).toBeVisible()

  await page.unroute('**/charge')
  await page.getByRole('button', { name: '1,000원 결제하기' }).click()
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('nobody else’s card can be charged or removed', async ({ page, world, browser }) => {
  const wallet = new Wallet(page, world)
  await page.goto(`${world.shopUrl}/cards`)
  await wallet.register()
  await expect(page.getByText('등록을 마쳤습니다.')).toBeVisible()
  const { cards, registrationId } = (await (await page.request.get(`${world.shopUrl}/api/cards`)).json()) as {
    cards: { id: string }[]
    registrationId: string
  }
  const card = cards[0]?.id ?? ''

  const context = await browser.newContext()
  const stranger = new Buyer(await context.newPage(), world)
  const orderId = await stranger.order()
  const request = stranger.page.request
  const charge = { data: { card, attempt: 'stranger-1' } }
  expect((await request.post(`${world.shopUrl}/api/orders/${orderId}/charge`, charge)).status()).toBe(404)
  expect((await request.delete(`${world.shopUrl}/api/cards/${card}`)).status()).toBe(404)
  const prepare = { data: { orderId: registrationId, method: 'register-card', display: 'callback' } }
  expect((await request.post(`${world.shopUrl}/payple/checkouts`, prepare)).status()).toBe(404)
  expect((await request.get(`${world.shopUrl}/payple/billing-keys?orderId=${registrationId}`)).status()).toBe(403)
  await context.close()
})

test('the cards page passes axe: empty, with a card, and asking before it removes one', async ({ page, world }) => {
  const wallet = new Wallet(page, world)
  await page.goto(`${world.shopUrl}/cards`)
  await expect(page.getByText('등록한 결제수단이 없습니다')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await wallet.register()
  await expect(page.getByText('등록을 마쳤습니다.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: /삭제$/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /삭제$/ })).toBeFocused()
})
