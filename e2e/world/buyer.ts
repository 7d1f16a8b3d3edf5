import { expect } from '@playwright/test'
import type { FrameLocator, Locator, Page } from '@playwright/test'
import type { PreparedCheckout } from '@payple-kit/core'
import type { World } from './world.ts'

/** Last four digits of the sandbox's test cards. */
export const CARD = {
  approves: '4242',
  limitExceeded: '3112',
  wrongPassword: '3115',
  needsClose: '9001',
  neverAnswers: '9002',
  slow: '9003',
} as const

/** Someone who buys: places an order in the shop and pays it in the window. */
export class Buyer {
  readonly page: Page
  readonly world: World

  constructor(page: Page, world: World) {
    this.page = page
    this.world = world
  }

  /** Orders one piece through the shop's API, in this browser's session; by default the manual's phone for 1,000 won. */
  async order(productId = 'phone'): Promise<string> {
    const answer = await this.page.request.post(`${this.world.shopUrl}/api/orders`, {
      data: {
        lines: [{ productId, quantity: 1 }],
        buyer: { name: '홍길동', phone: '01012345678', email: 'dev@payple.kr' },
      },
    })
    expect(answer.status()).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }

  /** Opens the order's pay page and waits until the button is ready. Resolves with what the companion prepared. */
  async openPayPage(orderId: string): Promise<Prepared> {
    const [answer] = await Promise.all([
      this.nextPreparation(),
      this.page.goto(`${this.world.shopUrl}/checkout/${orderId}`),
    ])
    await expect(this.button).toHaveAttribute('data-state', 'ready')
    return answer
  }

  async nextPreparation(): Promise<Prepared> {
    const answer = await this.page.waitForResponse(
      (response) => response.url().endsWith('/payple/checkouts') && response.request().method() === 'POST',
    )
    return (await answer.json()) as Prepared
  }

  get button(): Locator {
    return this.page.locator('button[data-state]')
  }

  /** The payment window in its layer. */
  get layer(): FrameLocator {
    return this.page.frameLocator('#cpay_ifr')
  }

  async pay(window: FrameLocator | Page, card: (typeof CARD)[keyof typeof CARD] = CARD.approves): Promise<void> {
    await fillIn(window, `test-card-${card}`)
    await window.getByTestId('agree').check()
    await window.getByTestId('pay').click()
  }

  /** Leaves the layer by its own close button, with the pointer or a key. */
  async closeLayer(layer: FrameLocator = this.layer, key?: 'Enter'): Promise<void> {
    const close = layer.getByTestId('close')
    await untilGone(layer, key ? close.press(key) : close.click())
  }

  /** The page that follows a payment. `patienceMs`: how long it may take to get there. */
  async expectPaid(orderId: string, patienceMs = 10_000): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`/orders/${orderId}/paid`), { timeout: patienceMs })
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** Ledger and gateway tell the same story: one charge of the right amount. */
  async expectSettled(orderId: string, total = 1000): Promise<void> {
    await expect.poll(() => this.world.ledger(orderId).filter((row) => row.state === 'paid').length).toBe(1)
    const rows = this.world.ledger(orderId)
    const paid = rows.find((row) => row.state === 'paid')
    expect(paid?.amount).toBe(total)
    const payments = (await this.world.gatewayPayments()).filter((payment) =>
      rows.some((row) => row.oid === payment.oid),
    )
    expect(payments.reduce((sum, payment) => sum + payment.chargeCount, 0)).toBe(1)
    expect(payments.find((payment) => payment.oid === paid?.oid)).toMatchObject({
      status: 'paid',
      total,
      refundedTotal: 0,
    })
  }

  /** How often money moved for an order, over all its attempts. */
  async charges(orderId: string): Promise<number> {
    const oids = new Set(this.world.ledger(orderId).map((row) => row.oid))
    return (await this.world.gatewayPayments())
      .filter((payment) => oids.has(payment.oid))
      .reduce((sum, payment) => sum + payment.chargeCount, 0)
  }
}

/** What `POST checkouts` answers when there is a window to open. */
export type Prepared = Extract<PreparedCheckout, { kind: 'window' }>

/**
 * For input that takes its own frame away. Chromium does not always acknowledge input whose frame went before it could, and the
 * driver would wait for that for ever: the frame's going is as good.
 */
async function untilGone(layer: FrameLocator, input: Promise<void>): Promise<void> {
  await Promise.race([input, layer.owner().waitFor({ state: 'detached' })])
}

/**
 * Fills in a test card or account. In a frame not by pointer or key: it changes its height as its script has run, and on a busy
 * machine Chromium then loses input to it.
 */
export async function fillIn(window: FrameLocator | Page, testId: string): Promise<void> {
  const chip = window.getByTestId(testId)
  if (!('owner' in window)) return chip.click()
  await expect(window.locator('html')).toHaveClass(/framed/)
  await chip.evaluate((button) => (button as HTMLButtonElement).click())
}
