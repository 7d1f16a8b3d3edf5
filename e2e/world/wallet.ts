import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { fillIn } from './buyer.ts'
import type { World } from './world.ts'

let used = 0

/**
 * A number nobody has used: Payple remembers cards, and a card belongs to whoever registered it first. It registers; its charges are
 * approved, or with `'over-limit'` declined.
 */
export function newCardNumber(kind: 'approves' | 'over-limit' = 'approves'): string {
  used += 1
  const tail = kind === 'approves' ? '7777' : '3112'
  return `5${String(process.pid).padStart(7, '0').slice(-7)}${String(used).padStart(4, '0')}${tail}`
}

/** Somebody with saved cards. */
export class Wallet {
  readonly page: Page
  readonly world: World

  constructor(page: Page, world: World) {
    this.page = page
    this.world = world
  }

  /** Registers a card on whatever page shows the button. Resolves when the window has closed. */
  async register(number: string = newCardNumber()): Promise<string> {
    const window = this.page.frameLocator('#cpay_ifr')
    await this.page.getByRole('button', { name: '카드 등록하기' }).click()
    await fillIn(window, 'test-card-4242')
    await window.getByTestId('card-number').fill(number)
    await window.getByTestId('agree').check()
    await window.getByTestId('pay').click()
    await expect(this.page.locator('#layer_cpay')).toHaveCount(0)
    return number.slice(-4)
  }

  /** The row of a saved card. */
  row(tail: string) {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(new RegExp(`-${tail}$`)) })
  }
}
