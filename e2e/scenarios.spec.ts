/** Every bad day of the catalogue that a buyer can see, in both windows: what the shop says, what is charged, and that the order ends right. */
import type { FrameLocator, Page } from '@playwright/test'
import { Buyer, CARD, fillIn } from './world/buyer.ts'
import { expect, test } from './world/test.ts'
import type { World } from './world/world.ts'

const PRODUCTS = { domestic: 'phone', overseas: 'cup-cheongja' } as const
type Product = keyof typeof PRODUCTS

const layerOf = (page: Page, product: Product): FrameLocator =>
  page.frameLocator(product === 'domestic' ? '#cpay_ifr' : 'iframe[name=sandbox_gpay_frame]')

/** Whole won or cents that the gateway kept of an order, over all its attempts. */
async function kept(world: World, orderId: string): Promise<number> {
  const oids = new Set(world.ledger(orderId).map(({ oid }) => oid))
  const list = async <Item>(name: string): Promise<Item[]> =>
    (await (await fetch(`${world.sandboxUrl}/_/api/${name}`)).json()) as Item[]
  const domestic = await list<{ oid: string; chargeCount: number; total: number; refundedTotal: number }>('payments')
  const overseas = await list<{ oid: string; amount: number; cancelled: number }>('overseas/payments')
  return [
    ...domestic.map((each) => ({ oid: each.oid, left: each.chargeCount * each.total - each.refundedTotal })),
    ...overseas.map((each) => ({ oid: each.oid, left: each.amount - each.cancelled })),
  ].reduce((sum, { oid, left }) => sum + (oids.has(oid) ? left : 0), 0)
}

async function payIn(window: FrameLocator): Promise<void> {
  await fillIn(window, `test-card-${CARD.approves}`)
  await window.getByTestId('agree').check()
  await window.getByTestId('pay').click()
}

/** The first try under a scenario that concerns this order alone. */
async function begin(page: Page, world: World, product: Product, scenario: string) {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order(PRODUCTS[product])
  const { oid } = await buyer.openPayPage(orderId)
  await world.scenario({ scenario, orders: oid, times: 1 })
  await buyer.button.click()
  return { buyer, orderId, window: layerOf(page, product), full: product === 'domestic' ? 1000 : 1990 }
}

/** Whatever happened, the same button pays in the end, once. */
async function paysInTheEnd({ buyer, orderId, window, full }: Awaited<ReturnType<typeof begin>>): Promise<void> {
  await expect(buyer.button).toHaveAttribute('data-state', /ready|failed|canceled/)
  await buyer.button.click()
  await payIn(window)
  await buyer.expectPaid(orderId)
  expect(await kept(buyer.world, orderId)).toBe(full)
}

/** The overseas window tells by a form that takes the page along; from where it lands the buyer goes back to paying. */
async function landedAndBack({ buyer, orderId }: Awaited<ReturnType<typeof begin>>): Promise<void> {
  await buyer.page.waitForURL(/\/checkout\/return/)
  await buyer.page.getByRole('link', { name: '이어서 결제하기' }).click()
  await buyer.page.waitForURL(new RegExp(`/checkout/${orderId}`))
}

for (const product of ['domestic', 'overseas'] as const) {
  test.describe(product, () => {
    test('close: the window closes by itself, and the button says canceled', async ({ page, world }) => {
      const tried = await begin(page, world, product, 'close')
      await expect.poll(() => world.ledger(tried.orderId)[0]?.state).toBe('canceled')
      if (product === 'overseas') await landedAndBack(tried)
      await paysInTheEnd(tried)
    })

    test('abandon: nothing happens, and there is a way out', async ({ page, world }) => {
      const tried = await begin(page, world, product, 'abandon')
      await expect(tried.window.getByText('구매자가 이 창을 두고 떠났습니다.')).toBeVisible()
      await page.getByRole('button', { name: '결제창 닫기' }).click()
      await paysInTheEnd(tried)
    })

    test('a decline of whatever card: nothing is charged, and the buyer may try again', async ({ page, world }) => {
      const tried = await begin(page, world, product, 'decline-balance')
      await payIn(tried.window)
      if (product === 'overseas') {
        await expect(tried.window.getByTestId('status')).toContainText('거절')
        expect(await kept(world, tried.orderId)).toBe(0)
        await tried.window.getByTestId('pay').click()
        await tried.buyer.expectPaid(tried.orderId)
        return
      }
      await expect(page.getByText(/잔액|한도/).first()).toBeVisible()
      expect(await kept(world, tried.orderId)).toBe(0)
      await paysInTheEnd(tried)
    })

    test('an amount changed in the browser: nothing is kept, and the order is not paid', async ({ page, world }) => {
      const tried = await begin(page, world, product, 'amount-tampered')
      await payIn(tried.window)
      await expect.poll(() => world.ledger(tried.orderId)[0]?.state).toMatch(/declined|mismatch_voided|opened|canceled/)
      await expect.poll(() => kept(world, tried.orderId)).toBe(0)
      expect(world.ledger(tried.orderId).map(({ state }) => state)).not.toContain('paid')
    })

    test('never calls back: the companion finds out when it is asked', async ({ page, world }) => {
      const tried = await begin(page, world, product, 'never-calls-back')
      await payIn(tried.window)
      await page.getByRole('button', { name: '결제창 닫기' }).click()
      if (product === 'overseas') {
        await tried.buyer.expectPaid(tried.orderId)
        expect(await kept(world, tried.orderId)).toBe(tried.full)
        return
      }
      await paysInTheEnd(tried)
    })
  })
}

test('token-expired, domestic: the confirm is too late, nothing is charged, the next try pays', async ({
  page,
  world,
}) => {
  const tried = await begin(page, world, 'domestic', 'token-expired')
  await payIn(tried.window)
  await expect.poll(() => world.ledger(tried.orderId)[0]?.state).toBe('declined')
  await paysInTheEnd(tried)
})

test('token-expired, overseas: the window cannot go on and says so', async ({ page, world }) => {
  const tried = await begin(page, world, 'overseas', 'token-expired')
  await payIn(tried.window)
  await expect(tried.window.getByTestId('message')).toBeVisible()
  await tried.window.getByTestId('close-message').evaluate((button) => (button as HTMLButtonElement).click())
  await landedAndBack(tried)
  await paysInTheEnd(tried)
})

test('charged, and no answer: the buyer reads that it is being checked, and then that it is paid', async ({
  page,
  world,
}) => {
  const tried = await begin(page, world, 'domestic', 'charged-no-answer')
  await payIn(tried.window)
  await tried.buyer.expectPaid(tried.orderId, 30_000)
  expect(await kept(world, tried.orderId)).toBe(1000)
})

test('slow: the button waits and pays', async ({ page, world }) => {
  const tried = await begin(page, world, 'domestic', 'slow')
  await payIn(tried.window)
  await expect(page.locator('[data-payple=status]')).toContainText('확인 중')
  await tried.buyer.expectPaid(tried.orderId, 20_000)
})
