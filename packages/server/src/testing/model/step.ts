/** What can happen in a history, as data: a failing one is printed, shrunk, and kept as a plain test. */
import type { Fault } from '@payple-kit/sandbox'

/** Orders that windows, links and charges compete for. */
export const ORDERS = ['A-1', 'A-2'] as const
export type OrderId = (typeof ORDERS)[number]

/** How a result is changed on its way through the page. `true-total`: a tampered window dressed up as an honest one. */
export type Forgery = '' | 'oid' | 'total' | 'true-total' | 'work' | 'error' | 'close' | 'slip'

/** What a companion is asked; any of it may be the last thing a process does. Numbers pick among what there is by then. */
export type Call =
  | { type: 'prepare'; order: OrderId }
  | { type: 'deliver'; result: number; forge: Forgery }
  | { type: 'charge'; order: OrderId; key: string; card: number; month: string; other: boolean }
  | { type: 'refund'; order: OrderId; key: string; amount: number }
  | { type: 'link'; order: OrderId; key: string }
  | { type: 'close'; window: number }
  | { type: 'view'; window: number }
  | { type: 'lookup'; order: OrderId }
  | { type: 'delete-key'; card: number }
  | { type: 'check-key'; card: number }
  | { type: 'reconcile' }

/** What happens around the companions: buyer, network, partner console, Payple's messages, clock. */
export type Event =
  | { type: 'pay'; window: number; card: 'good' | 'declined'; tamper: boolean }
  | { type: 'open'; window: number }
  | { type: 'pay-link'; link: number }
  | { type: 'change-order'; order: OrderId }
  | { type: 'fault'; fault: Fault }
  | { type: 'overcharge' }
  | { type: 'console-cancel'; payment: number; amount: number }
  | { type: 'console-delete-key'; card: number }
  | { type: 'post'; reversed: boolean }
  | { type: 'post-again'; reversed: boolean }
  | { type: 'forge'; what: 'paid' | 'cancel' | 'stranger' | 'deletion'; payment: number }
  | { type: 'shop-down'; times: number }
  | { type: 'wake' }
  | { type: 'time'; ms: number }

/** One thing that happens. */
export type Step =
  /** `by`: which of two companions over one ledger. */
  | { type: 'ask'; call: Call; by: number }
  /** A process that stops at its call number `at` to the gateway, before or after it got there. It may `wake` later. */
  | { type: 'crash'; call: Call; at: number; sent: boolean }
  | Event

/** What a shop is like, for a whole history. */
export interface Setting {
  readonly work: 'CERT' | 'PAY'
  /** Cards saved before the history begins; the second one is reported lost when it is charged. */
  readonly cards: number
  /** When Payple's messages arrive: before the answer of the call that caused them, after it, when a step says so, or never. */
  readonly post: 'early' | 'prompt' | 'held' | 'off'
  readonly seed: number
}
