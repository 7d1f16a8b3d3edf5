import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Buyer } from './world/buyer.ts'
import { expect, test } from './world/test.ts'
import type { World } from './world/world.ts'

const PASSWORD = 'correct horse battery staple'

test.use({ shopEnv: { SHOP_ADMIN_PASSWORD: PASSWORD } })

async function logIn(page: Page, world: World): Promise<void> {
  await page.goto(`${world.shopUrl}/admin`)
  await page.getByLabel('비밀번호').fill(PASSWORD)
  await page.getByRole('button', { name: '로그인' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '결제' })).toBeVisible()
}

async function paidOrder(buyer: Buyer): Promise<string> {
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  return orderId
}

async function refund(page: Page, amount: string | undefined): Promise<void> {
  if (amount !== undefined) await page.getByLabel('환불할 금액').fill(amount)
  await page.getByRole('button', { name: '환불하기' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '환불하기' }).click()
}

test('a wrong password stays outside, and without a session the routes are closed', async ({ page, world }) => {
  await page.goto(`${world.shopUrl}/admin`)
  await page.getByLabel('비밀번호').fill('wrong')
  await page.getByRole('button', { name: '로그인' }).click()
  await expect(page.getByText('비밀번호가 맞지 않습니다.').first()).toBeVisible()

  const { request } = page
  const data = { amount: 100, idempotencyKey: 'somebody' }
  expect((await request.get(`${world.shopUrl}/payple/payments`)).status()).toBe(403)
  expect((await request.get(`${world.shopUrl}/payple/payments/A-1`)).status()).toBe(403)
  expect((await request.post(`${world.shopUrl}/payple/payments/A-1/refund`, { data })).status()).toBe(403)
  expect((await request.get(`${world.shopUrl}/api/admin/attention`)).status()).toBe(403)
  const note = { data: { note: 'let me' } }
  expect((await request.post(`${world.shopUrl}/api/admin/attention/co_1/release`, note)).status()).toBe(403)
})

test('a part is refunded, then the rest: page, ledger, gateway and buyer agree', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await paidOrder(buyer)
  await logIn(page, world)
  await page.getByRole('link', { name: `주문 ${orderId} 자세히 보기` }).click()

  await page.getByLabel('환불할 금액').fill('1001')
  await page.getByRole('button', { name: '환불하기' }).click()
  await expect(page.getByText('까지의 금액을 입력해 주세요').first()).toBeVisible()

  await refund(page, '300')
  await expect(page.getByText('300원을 환불했습니다.')).toBeVisible()
  await expect(page.getByText('결제 완료 → 부분 환불')).toBeVisible()
  await page.goto(`${world.shopUrl}/orders/${orderId}`)
  await expect(page.getByText('부분 환불')).toBeVisible()
  await expect(page.getByText('−300원')).toBeVisible()

  await page.goto(`${world.shopUrl}/admin/payments/${orderId}`)
  await refund(page, undefined)
  await expect(page.getByText('700원을 환불했습니다.')).toBeVisible()
  await expect(page.getByText('모두 환불된 결제입니다.')).toBeVisible()
  const [row] = world.ledger(orderId)
  expect(row?.state).toBe('refunded')
  expect(await world.gatewayPayment(row?.oid ?? '')).toMatchObject({ refundedTotal: 1000 })
  await page.goto(`${world.shopUrl}/orders`)
  await expect(page.getByRole('listitem').filter({ hasText: orderId })).toContainText('환불 완료')
})

test('the answer to a refund is lost: nobody is told it failed, and asking again refunds once', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await paidOrder(buyer)
  await logIn(page, world)
  await page.goto(`${world.shopUrl}/admin/payments/${orderId}`)
  await page.route('**/refund', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await refund(page, '400')
  await expect(page.getByText('두 번 환불되지 않습니다')).toBeVisible()

  await page.unroute('**/refund')
  await page.getByRole('button', { name: '결과 다시 확인' }).click()
  await expect(page.getByText('400원을 환불했습니다.')).toBeVisible()
  expect(await world.gatewayPayment(world.ledger(orderId)[0]?.oid ?? '')).toMatchObject({ refundedTotal: 400 })
})

test('a refund made in Payple’s own console reaches the buyer by webhook', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await paidOrder(buyer)
  const answer = await fetch(`${world.sandboxUrl}/_/api/payments/cancel`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ oid: world.ledger(orderId)[0]?.oid, amount: 250 }),
  })
  expect(answer.ok).toBe(true)
  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('partially_refunded')
  await page.goto(`${world.shopUrl}/orders/${orderId}`)
  await expect(page.getByText('−250원')).toBeVisible()
})

test('a payment is found by its order number, and its story names who did what', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await paidOrder(buyer)
  await logIn(page, world)
  await page.getByLabel('주문번호로 찾기').fill(orderId)
  await page.keyboard.press('Enter')
  await expect(page.getByText('결제를 준비했습니다')).toBeVisible()
  await expect(page.getByText('결제가 승인되었습니다')).toBeVisible()
  await page.getByRole('button', { name: '페이플에서 조회' }).click()
  await expect(page.getByText('페이플 기록: 결제됨, 환불 0원')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.goto(`${world.shopUrl}/admin/payments/A-NOBODY`)
  await expect(page.getByText('이 주문번호의 결제가 없습니다')).toBeVisible()
})

test('what needs a person is on the list with advice, and leaves it with a note', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const { oid } = await buyer.openPayPage(orderId)
  // The confirm charges, and speaks of an order number that is not ours.
  await world.fault({ operation: 'confirm', oid, effect: { type: 'alter', fields: { PCD_PAY_OID: 'not-ours-1' } } })
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await expect.poll(() => world.history(world.ledger(orderId)[0]?.id ?? '')).toContain('foreign_charge')

  await logIn(page, world)
  await page.getByRole('link', { name: '확인 필요' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '확인 필요' })).toBeVisible()
  const entry = page.getByRole('listitem').filter({ hasText: orderId })
  await expect(entry).toContainText('장부에 없는 결제')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await entry.getByRole('button', { name: '확인하고 닫기' }).click()
  await expect(entry.getByText('두 글자 이상')).toBeVisible()
  await entry.getByLabel('확인한 내용').fill('파트너 관리자에서 확인함')
  await entry.getByRole('button', { name: '확인하고 닫기' }).click()
  await expect(page.getByText('처리했습니다.')).toBeVisible()
  await expect(entry).toHaveCount(0)
})

test('log-in, list and log-out pass axe and work from the keyboard', async ({ page, world }) => {
  await page.goto(`${world.shopUrl}/admin`)
  await page.getByLabel('비밀번호').focus()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '결제' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: '로그아웃' }).press('Enter')
  await expect(page.getByLabel('비밀번호')).toBeVisible()
  expect((await page.request.get(`${world.shopUrl}/payple/payments`)).status()).toBe(403)
})
