import type { CheckoutOutcome } from '@payple-kit/core'
import type { CheckoutRow } from '../../ledger/checkout-row.ts'
import { requestHash } from '../../operations/idempotency.ts'
import { chargeHash } from '../../operations/charge.ts'
import type { ChargeInput, ChargeOutcome } from '../../operations/charge.ts'
import type { DeletionOutcome } from '../../operations/billing-keys.ts'
import type { RefundOutcome } from '../../operations/refund.ts'
import type { TestShop } from '../test-shop.ts'
import { insist } from './insist.ts'
import { ORDERS } from './step.ts'
import type { Wire } from './wire.ts'

/** Somebody was told that an attempt charged nothing. */
interface Denied {
  readonly checkoutId: string
  /** Number of the step in which it was said. */
  readonly step: number
  /** When, by the clock of the history. */
  readonly at: number
}

/** Everything anybody was told, and what can be checked the moment it is said. */
export class Told {
  readonly denied: Denied[] = []
  /** Number of the step that is under way. */
  step = 0
  readonly #shop: TestShop
  readonly #wire: Wire
  readonly #final = new Map<string, string>()

  readonly #together: boolean

  /** `together`: everything happens at once, and answers overlap. */
  constructor(shop: TestShop, wire: Wire, together: boolean) {
    this.#shop = shop
    this.#wire = wire
    this.#together = together
  }

  /** An answer about an attempt, to a buyer's page or to the shop's server. */
  outcome(checkoutId: string | undefined, outcome: CheckoutOutcome | undefined): void {
    if (outcome?.status === 'paid') {
      const { oid, amount } = outcome.payment
      const charge = this.#shop.sandbox.control.payment(oid)
      insist(charge?.chargeCount === 1 && charge.total === amount, `told paid, and it is not: ${oid}`)
    }
    if (checkoutId !== undefined && (outcome?.status === 'failed' || outcome?.status === 'canceled'))
      this.denied.push({ checkoutId, step: this.step, at: this.#shop.world.clock() })
  }

  /** The answer to a charge. One key has one final answer and one call; with other arguments it is refused. */
  async charge(
    key: string,
    input: Omit<ChargeInput, 'idempotencyKey'>,
    outcome: ChargeOutcome,
    overlapped: boolean,
  ): Promise<void> {
    const row = (await this.#attempts()).find((each) => each.idempotencyKey === key)
    if (row === undefined) return this.outcome(undefined, outcome)
    if (row.requestHash !== (await chargeHash(input))) return this.#conflict(outcome, overlapped)
    this.outcome(row.id, outcome)
    const calls = this.#wire.sent.filter((each) => each.operation === 'repay' && each.subject === row.oid)
    insist(calls.length <= 1, `charge ${key} was sent ${calls.length} times`)
    // An order that another attempt pays, or may pay, is never called failed.
    const own = outcome.status === 'paid' ? outcome.payment.oid === row.oid : outcome.status === 'failed'
    if (own) this.#once(`charge ${key}`, outcome.status === 'failed' ? `failed ${outcome.error.code}` : 'paid')
  }

  /** The answer to a refund. */
  async refund(key: string, input: object, outcome: RefundOutcome, overlapped: boolean): Promise<void> {
    if (outcome.status === 'failed' && outcome.refund === undefined && outcome.error.code !== 'IDEMPOTENCY_CONFLICT')
      return
    const attempts = await this.#attempts()
    const refunds = (await Promise.all(attempts.map((row) => this.#shop.ledger.refunds(row.id)))).flat()
    const row = refunds.find((each) => each.idempotencyKey === key)
    insist(row !== undefined, `refund ${key} was answered and never written down`)
    if (row?.requestHash !== (await requestHash(input))) return this.#conflict(outcome, overlapped)
    if (outcome.status !== 'unknown') this.#once(`refund ${key}`, `${outcome.status} ${outcome.refund?.id}`)
    if (outcome.status !== 'refunded') return
    const payment = this.#shop.sandbox.control.payment(outcome.payment.oid)
    insist((payment?.refundedTotal ?? 0) >= outcome.refund.amount, `told refunded, and it is not: ${key}`)
  }

  /** The answer to a deletion: `deleted` means that Payple does not know the key any more. */
  deletion(payerId: string, outcome: DeletionOutcome): void {
    const known = this.#shop.sandbox.control.billingKeys().some((key) => key.payerId === payerId)
    insist(!known || outcome.status !== 'deleted', `told deleted, and it is not: ${payerId}`)
  }

  #once(name: string, answer: string): void {
    const before = this.#final.get(name) ?? answer
    insist(answer === before, `${name} was answered ${before}, then ${answer}`)
    this.#final.set(name, answer)
  }

  /** When calls overlap, the one answered first may have found the order taken, and the key was used only after it. */
  #conflict(
    outcome: { readonly status: string; readonly error?: { readonly code: string } },
    overlapped: boolean,
  ): void {
    const answer = outcome.error?.code ?? outcome.status
    const refused = /^(IDEMPOTENCY_CONFLICT|ORDER_NOT_PAID)$/.test(answer)
    insist(refused || overlapped || this.#together, `other arguments under a used key: ${answer}`)
  }

  async #attempts(): Promise<CheckoutRow[]> {
    return (await Promise.all(ORDERS.map((order) => this.#shop.ledger.attempts('sandbox', order)))).flat()
  }
}
