/** One rule of a shop's server, and how it is tried. */
import type { OverseasAccount } from '../overseas/options.ts'
import type { Merchant } from '../settings.ts'
import type { SandboxPayment } from '../control/snapshots.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Text } from '../window/language.ts'
import type { Fields, MerchantShop, ShopAnswer, ShopState } from './shop.ts'

/** What a check works with. */
export interface Scene {
  sandbox: Sandbox
  shop: MerchantShop
  /** The partner whose keys the shop's server has. */
  merchant: Merchant
  /** The overseas account whose key the shop's server has. */
  overseas: OverseasAccount
  /** Makes an order, prepares it, and remembers under which order number. */
  order(total?: number): Promise<Order>
  /** Lets the buyer pay in the window. Resolves with the window's result; nothing has reached the server yet. */
  pay(order: Order, how?: { changes?: Fields; card?: string }): Promise<Fields>
  /** Hands a result to the server. */
  deliver(order: Order, result: Fields): Promise<ShopAnswer>
  /** What the gateway holds of a domestic order. */
  charged(order: Order): SandboxPayment | undefined
}

/** An order of the shop that was prepared. */
export interface Order {
  id: string
  total: number
  request: Fields
}

/** A rule. */
export interface Check {
  id: string
  title: Text
  /** What is lost when it is broken. */
  why: Text
  /** What to do about it. */
  advice: Text
  /** Section of the protocol page. */
  section: string
  /** Functions of the shop without which it cannot be tried. */
  needs?: readonly (keyof MerchantShop)[]
  /** Resolves when the rule holds; throws a `Broken` otherwise. */
  run(scene: Scene): Promise<void>
}

/** The rule does not hold. The message says what was done and what came of it. */
export class Broken extends Error {
  override name = 'Broken'
}

/** Throws a `Broken` unless it holds. */
export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Broken(otherwise)
}

/** Won that the gateway kept of an order. */
export function kept(scene: Scene, order: Order): number {
  const payment = scene.charged(order)
  return payment === undefined || payment.chargeCount === 0 ? 0 : payment.total - payment.refundedTotal
}

/** What the shop believes once it has done what it does by itself. */
export async function stateInTheEnd({ shop }: Scene, { id }: Order): Promise<ShopState> {
  await shop.later?.()
  return shop.stateOf(id)
}

/** Pays an order and resolves with every text that the browser got on the way. */
export async function seenByBrowser(scene: Scene): Promise<readonly string[]> {
  const order = await scene.order()
  const answer = await scene.deliver(order, await scene.pay(order))
  return [JSON.stringify(order.request), answer.body, ...((await scene.shop.visible?.()) ?? [])]
}
