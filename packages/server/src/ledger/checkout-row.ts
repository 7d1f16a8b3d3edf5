import type { Currency, PaymentMethod } from '@payple-kit/core'

/** Where an attempt stands. The picture is in ARCHITECTURE.md, "Ledger states"; `transitions.ts` is its text. */
export type CheckoutState =
  | 'created'
  | 'opened'
  | 'approving'
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
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

/** One attempt. Money in the smallest unit of its currency, times in epoch milliseconds. Holds no key and no token. */
export interface CheckoutRow {
  /** The checkout id: random, unguessable, in URLs. */
  readonly id: string
  /** Grows with every attempt; "newer" means a larger one. */
  readonly seq: number
  readonly scope: LedgerScope
  readonly orderId: string
  readonly oid: string
  readonly method: PaymentMethod
  /** How money moves: not at all, by our confirm, in the window (or behind a link), or by charging a billing key. */
  readonly work: 'AUTH' | 'CERT' | 'PAY' | 'CHARGE'
  /** `PCD_PAY_TYPE`, which lookups ask for. */
  readonly payType: 'card' | 'transfer'
  readonly goods: string
  /** In the smallest unit of `currency`: won, cents. */
  readonly amount: number
  readonly currency: Currency
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
  readonly chargedTotal: number | null
  readonly chargedDate: string | null
  readonly failureCode: string | null
  readonly failureField: string | null
  readonly gatewayCode: string | null
  readonly paidAt: number | null
  readonly cardName: string | null
  readonly cardNumber: string | null
  readonly receiptUrl: string | null
  /** Payple's own id of the payment: `PCD_PAY_CARDTRADENUM`, or the `api_id` of an overseas card. */
  readonly tradeNumber: string | null
  readonly approvalNumber: string | null
  readonly bankName: string | null
  readonly accountNumber: string | null
  /** The payer's key of a transfer, sealed like a billing key, because cash receipts ask for it. Never charged. */
  readonly sealedPayer: string | null
  /** `PCD_TAXSAVE_MGTNUM` of a cash receipt that Payple issued. */
  readonly cashReceiptNumber: string | null
  /** The key an `AUTH` registered, an overseas payment left, or a `CHARGE` uses. */
  readonly billingKeyId: string | null
  /** 1 when the billing key that an overseas payment leaves is to be kept. */
  readonly keepsCard: 0 | 1
  /** Month of the once-a-month guard, `yyyyMM`; lookups of such a payment name it. */
  readonly guardMonth: string | null
  /** The caller's key of a charge or link, unique per scope, with the hash of what it was first used for. */
  readonly idempotencyKey: string | null
  readonly requestHash: string | null
  /** Where a link payment can be paid. */
  readonly linkUrl: string | null
  /** Given back so far, by us or in partner admin. */
  readonly refundedTotal: number
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
    | 'currency'
    | 'keepsCard'
    | 'vat'
    | 'guardMonth'
    | 'idempotencyKey'
    | 'requestHash'
    | 'state'
    | 'createdAt'
    | 'updatedAt'
  >
>

/** What a new attempt starts with. */
export type CheckoutDraft = Pick<
  CheckoutRow,
  | 'id'
  | 'scope'
  | 'orderId'
  | 'oid'
  | 'method'
  | 'work'
  | 'payType'
  | 'goods'
  | 'amount'
  | 'vat'
  | 'createdAt'
  | 'expiresAt'
> &
  Partial<Pick<CheckoutRow, 'nextCheckAt' | 'guardMonth' | 'currency' | 'keepsCard'>>

/**
 * An attempt that no window belongs to: the charge of a billing key, or a link. Its caller's idempotency key decides whether it
 * is a new one.
 */
export type CallerDraft = CheckoutDraft &
  Pick<CheckoutRow, 'idempotencyKey' | 'requestHash' | 'billingKeyId' | 'claimToken' | 'claimUntil' | 'attemptedAt'> & {
    readonly idempotencyKey: string
    readonly requestHash: string
    /** `approving` for a charge, whose claim is held from the first moment; `opened` for a link. */
    readonly state: 'approving' | 'opened'
  }

/** The row a draft becomes, apart from its `seq`. */
export function newRow(draft: CheckoutDraft): Omit<CheckoutRow, 'seq'> {
  return {
    ...draft,
    currency: draft.currency ?? 'KRW',
    keepsCard: draft.keepsCard ?? 0,
    state: 'created',
    updatedAt: draft.createdAt,
    claimToken: null,
    claimUntil: null,
    attemptedAt: null,
    checks: 0,
    nextCheckAt: draft.nextCheckAt ?? null,
    voidReason: null,
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
    bankName: null,
    accountNumber: null,
    sealedPayer: null,
    cashReceiptNumber: null,
    billingKeyId: null,
    guardMonth: draft.guardMonth ?? null,
    idempotencyKey: null,
    requestHash: null,
    linkUrl: null,
    refundedTotal: 0,
  }
}

/** The row of a charge or a link, apart from its `seq`. */
export function newCallerRow(draft: CallerDraft): Omit<CheckoutRow, 'seq'> {
  return { ...newRow(draft), ...draft, currency: draft.currency ?? 'KRW', keepsCard: 0 }
}
