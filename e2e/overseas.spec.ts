import { AxeBuilder } from '@axe-core/playwright'
import { devices } from '@playwright/test'
import type { FrameLocator, Page } from '@playwright/test'
import { Buyer, CARD, fillIn } from './world/buyer.ts'
import { expect, test } from './world/test.ts'
import type { World } from './world/world.ts'

const PRODUCT = 'cup-cheongja'

interface OverseasPayment {
  readonly oid: string
  readonly totalAmount: string
  readonly currency: string
  readonly cancelled: number
}

async function charges(world: World, orderId: string): Promise<readonly OverseasPayment[]> {
  const oids = new Set(world.ledger(orderId).map((row) => row.oid))
  const all = (await (await fetch(`${world.sandboxUrl}/_/api/overseas/payments`)).json()) as OverseasPayment[]
  return all.filter((payment) => oids.has(payment.oid))
}

/** Types a test card into the overseas window and pays. */
async function pay(window: FrameLocator | Page, card: string = CARD.approves): Promise<void> {
  await fillIn(window, `test-card-${card}`)
  await window.getByTestId('agree').check()
  await window.getByTestId('pay').click()
}

const layer = (page: Page): FrameLocator => page.frameLocator('iframe[name=sandbox_gpay_frame]')

test('a cup for dollars: layer, form post to the companion, and ledger, gateway and page agree', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order(PRODUCT)
  const prepared = await buyer.openPayPage(orderId)
  await expect(buyer.button).toHaveText('US$19.90 결제하기')
  expect(JSON.stringify(prepared)).not.toContain('Authorization')

  await buyer.button.click()
  await expect(layer(page).getByTestId('total')).toHaveText('USD 19.90')
  await pay(layer(page))
  await buyer.expectPaid(orderId)
  await expect(page.getByText('US$19.90').first()).toBeVisible()
  expect(await charges(world, orderId)).toMatchObject([{ oid: prepared.oid, totalAmount: '19.90', cancelled: 0 }])
  expect(world.ledger(orderId)).toMatchObject([{ state: 'paid', amount: 1990 }])
})

test('closing is canceled, and the next try may use another card after a decline', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order(PRODUCT)
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await buyer.closeLayer(layer(page))
  // The window tells by a form that takes the page along.
  await page.waitForURL(/\/checkout\/return/)
  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('canceled')

  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await pay(layer(page), CARD.limitExceeded)
  await expect(layer(page).getByTestId('status')).toContainText('거절')
  await expect(layer(page).getByTestId('status')).toBeInViewport()
  await pay(layer(page))
  await buyer.expectPaid(orderId)
  expect(await charges(world, orderId)).toHaveLength(1)
})

test('an amount changed in the browser goes back at once, and the order is not paid', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order(PRODUCT)
  const { oid } = await buyer.openPayPage(orderId)
  await world.fault({ operation: 'gpay-tamper', effect: { type: 'alter', fields: { totalAmount: '0.10' } }, oid })
  await buyer.button.click()
  await expect(layer(page).getByTestId('total')).toHaveText('USD 0.10')
  await pay(layer(page))
  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('mismatch_voided')
  expect(await charges(world, orderId)).toMatchObject([{ totalAmount: '0.10', cancelled: 10 }])
})

test('Back closes the layer and the button works again', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order(PRODUCT)
  await page.goto(world.shopUrl)
  await buyer.openPayPage(orderId)
  await page.evaluate(() => history.pushState({}, '', '#pay'))
  await buyer.button.click()
  await expect(layer(page).getByTestId('pay')).toBeVisible()
  await page.goBack()
  await expect(page.locator('iframe[name=sandbox_gpay_frame]')).toHaveCount(0)
  await expect(buyer.button).toHaveAttribute('data-state', /canceled|ready/)
})

test('domestic and overseas windows in one page do not get in each other’s way', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const domestic = await buyer.order()
  const overseas = await buyer.order(PRODUCT)
  await buyer.openPayPage(domestic)
  // The shop is one page: its scripts stay.
  await page.evaluate((id) => {
    history.pushState({}, '', `/checkout/${id}`)
    dispatchEvent(new PopStateEvent('popstate'))
  }, overseas)
  await expect(buyer.button).toHaveText('US$19.90 결제하기')
  await expect(buyer.button).toHaveAttribute('data-state', 'ready')
  await buyer.button.click()
  await pay(layer(page))
  await buyer.expectPaid(overseas)
})

test.describe('the window itself', () => {
  for (const [scheme, locale] of [
    ['light', 'ko-KR'],
    ['dark', 'en-US'],
  ] as const) {
    test.describe(`${scheme}, ${locale}`, () => {
      test.use({ colorScheme: scheme, locale })
      test('passes axe and works by keyboard', async ({ page, world }) => {
        const buyer = new Buyer(page, world)
        const orderId = await buyer.order(PRODUCT)
        await buyer.openPayPage(orderId)
        await buyer.button.click()
        await expect(layer(page).getByTestId('pay')).toBeVisible()
        const found = await new AxeBuilder({ page }).include('iframe[name=sandbox_gpay_frame]').analyze()
        expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
        await layer(page).getByTestId('pay').press('Enter')
        await expect(layer(page).getByTestId('number')).toBeFocused()
        await expect(layer(page).getByTestId('number-error')).toBeVisible()
      })
    })
  }
})

test.describe('on a phone', () => {
  const { defaultBrowserType: _, ...iPhone } = devices['iPhone 13']
  test.use({ ...iPhone, locale: 'ko-KR' })

  test('the page itself goes to Payple and comes back, and Back leaves a button that works', async ({
    page,
    world,
  }) => {
    const buyer = new Buyer(page, world)
    const orderId = await buyer.order(PRODUCT)
    const { window } = await buyer.openPayPage(orderId)
    expect(window.request['isDirect']).toBe('Y')
    await buyer.button.click()
    await page.waitForURL(`${world.sandboxUrl}/**`)
    await page.goBack()
    await expect(buyer.button).toHaveAttribute('data-state', /ready|canceled/)
    await buyer.button.click()
    await page.waitForURL(`${world.sandboxUrl}/**`)
    await pay(page)
    await buyer.expectPaid(orderId)
    expect(await charges(world, orderId)).toHaveLength(1)
  })
})
