import type { CheckoutMethod } from '@payple-kit/core'

/** Where an attempt stands. The picture is in ARCHITECTURE.md, "Ledger states"; `transitions.ts` is its text. */
export type CheckoutState =
  | 'created'
  | 'opened'
  | 'approving'
  | 'paid'
  | 'declined'
  | 'unknown'
  | 'mismatch_voided'
  | 'canceled'
  | 'expired'
  | 'registered'

/** Why a charge must go back: wrong amount or order, a second charge of one order, or an attempt that was replaced. */
export type VoidReason = 'mismatch' | 'duplicate' | 'superseded'

/** Which gateway a row belongs to, so that a test payment is never taken for a real one. */
export type LedgerScope = 'test' | 'live' | 'sandbox'

/** One attempt. Money in whole won, times in epoch milliseconds. Holds no key and no token. */
export interface CheckoutRow {
  /** The checkout id: random, unguessable, in URLs. */
  readonly id: string
  /** Grows with every attempt; "newer" means a larger one. */
  readonly seq: number
  readonly scope: LedgerScope
  readonly orderId: string
  readonly oid: string
  readonly method: CheckoutMethod
  readonly work: 'AUTH' | 'CERT' | 'PAY'
  readonly goods: string
  readonly amount: number
  readonly vat: number | null
  readonly state: CheckoutState
  readonly createdAt: number
  readonly updatedAt: number
  readonly expiresAt: number
  /** Who works on the row right now, and until when others keep off. */
  readonly claimToken: string | null
  readonly claimUntil: number | null
  /** When the confirm left, or a `PAY` result came in: the day the gateway files the payment under. */
  readonly attemptedAt: number | null
  /** Lookups in vain so far, and when the next one is due. */
  readonly checks: number
  readonly nextCheckAt: number | null
  readonly voidReason: VoidReason | null
  /** What was really charged when that must go back. */
  /** Always `null`: a charge belongs to the row whose `oid` it carries (decisions/016). */
  readonly chargedOid: string | null
  readonly chargedTotal: number | null
  readonly chargedDate: string | null
  readonly failureCode: string | null
  readonly failureField: string | null
  readonly gatewayCode: string | null
  readonly paidAt: number | null
  readonly cardName: string | null
  readonly cardNumber: string | null
  readonly receiptUrl: string | null
  readonly tradeNumber: string | null
  readonly approvalNumber: string | null
  readonly billingKeyId: string | null
}

/** Columns that a change may set besides the state. */
export type CheckoutPatch = Partial<
  Omit<
    CheckoutRow,
    | 'id'
    | 'seq'
    | 'scope'
    | 'orderId'
    | 'oid'
    | 'method'
    | 'work'
    | 'goods'
    | 'amount'
    | 'vat'
    | 'state'
    | 'createdAt'
    | 'updatedAt'
  >
>

/** What a new attempt starts with. */
export type CheckoutDraft = Pick<
  CheckoutRow,
  'id' | 'scope' | 'orderId' | 'oid' | 'method' | 'work' | 'goods' | 'amount' | 'vat' | 'createdAt' | 'expiresAt'
> &
  Partial<Pick<CheckoutRow, 'nextCheckAt'>>

/** The row a draft becomes, apart from its `seq`. */
export function newRow(draft: CheckoutDraft): Omit<CheckoutRow, 'seq'> {
  return {
    ...draft,
    state: 'created',
    updatedAt: draft.createdAt,
    claimToken: null,
    claimUntil: null,
    attemptedAt: null,
    checks: 0,
    nextCheckAt: draft.nextCheckAt ?? null,
    voidReason: null,
    chargedOid: null,
    chargedTotal: null,
    chargedDate: null,
    failureCode: null,
    failureField: null,
    gatewayCode: null,
    paidAt: null,
    cardName: null,
    cardNumber: null,
    receiptUrl: null,
    tradeNumber: null,
    approvalNumber: null,
    billingKeyId: null,
  }
}
