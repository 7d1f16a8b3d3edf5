import { AxeBuilder } from '@axe-core/playwright'
import { Buyer } from './world/buyer.ts'
import { expect, test } from './world/test.ts'
import { newCardNumber, Wallet } from './world/wallet.ts'

interface View {
  readonly subscription?: { readonly charges: readonly { readonly orderId: string; readonly month: string }[] }
}

async function view(buyer: Buyer): Promise<View> {
  return (await (await buyer.page.request.get(`${buyer.world.shopUrl}/api/subscription`)).json()) as View
}

test('a month is charged once, whoever asks again, and the next month is another charge', async ({ page, world }) => {
  const wallet = new Wallet(page, world)
  const buyer = new Buyer(page, world)
  await page.goto(`${world.shopUrl}/subscription`)
  await wallet.register()
  await page.getByRole('button', { name: '월 9,900원 구독하기' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '결제 완료' })).toHaveCount(1)

  const [first] = (await view(buyer)).subscription?.charges ?? []
  await buyer.expectSettled(first?.orderId ?? '', 9_900)
  const again = { data: { month: first?.month } }
  await page.request.post(`${world.shopUrl}/api/subscription/charge`, again)
  await page.request.post(`${world.shopUrl}/api/subscription/charge`, again)
  expect(await buyer.charges(first?.orderId ?? '')).toBe(1)

  await page.getByRole('button', { name: /결제해 보기/ }).dblclick()
  await expect(page.getByText('결제를 마쳤습니다.')).toBeVisible()
  const charges = (await view(buyer)).subscription?.charges ?? []
  expect(charges).toHaveLength(2)
  await buyer.expectSettled(charges[0]?.orderId ?? '', 9_900)
})

test('a failed month is paid with another card, and a canceled subscription is charged no more', async ({
  page,
  world,
}) => {
  const wallet = new Wallet(page, world)
  await page.goto(`${world.shopUrl}/subscription`)
  await wallet.register(newCardNumber('over-limit'))
  await page.getByRole('button', { name: '월 9,900원 구독하기' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '청구된 금액은 없습니다.' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('button', { name: '결제수단 변경' }).click()
  const tail = await wallet.register()
  await page.getByRole('radio', { name: new RegExp(tail) }).check()
  await page.getByRole('button', { name: '변경', exact: true }).click()
  await page.getByRole('button', { name: '다시 결제하기' }).click()
  await expect(page.getByText('결제를 마쳤습니다.')).toBeVisible()

  await page.getByRole('button', { name: '구독 해지' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '구독 해지' }).click()
  await expect(page.getByText('구독을 해지했습니다.')).toBeVisible()
  await page.getByRole('button', { name: '다시 구독하기' }).click()
  await expect(page.getByText('구독 중')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '결제 완료' })).toHaveCount(1)
})

test('the subscription page passes axe: before it starts, and while it runs', async ({ page, world }) => {
  const wallet = new Wallet(page, world)
  await page.goto(`${world.shopUrl}/subscription`)
  await expect(page.getByRole('button', { name: '카드 등록하기' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await wallet.register()
  await page.getByRole('button', { name: '월 9,900원 구독하기' }).click()
  await expect(page.getByText('구독 중')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
