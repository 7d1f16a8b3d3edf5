import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import type { CallerDraft, CheckoutDraft, CheckoutState } from '../ledger/checkout-row.ts'
import type { EventDraft } from '../ledger/ledger-event.ts'
import type { Change, Ledger } from '../ledger/ledger.ts'
import type { RefundChange, RefundDraft, RefundState } from '../ledger/refund-row.ts'

export const NOW = 1_800_000_000_000

/** A window for order A-1. */
export function draft(id: string, change: Partial<CheckoutDraft> = {}): CheckoutDraft {
  return {
    id,
    scope: 'sandbox',
    orderId: 'A-1',
    oid: `oid-${id}`,
    method: 'card',
    work: 'CERT',
    payType: 'card',
    goods: '휴대폰',
    amount: 1000,
    vat: null,
    createdAt: NOW,
    expiresAt: NOW + 600_000,
    ...change,
  }
}

/** What makes a draft a registration. */
export const AUTH: Partial<CheckoutDraft> = { method: 'register-card', work: 'AUTH', amount: 0 }

/** The charge of a billing key for order A-1; its idempotency key is its id. */
export function charge(id: string, change: Partial<CallerDraft> = {}): CallerDraft {
  return {
    ...draft(id),
    work: 'CHARGE',
    state: 'approving',
    idempotencyKey: id,
    requestHash: 'h',
    billingKeyId: null,
    claimToken: 't',
    claimUntil: NOW + 100,
    attemptedAt: NOW,
    ...change,
  }
}

/** A link for order A-1. */
export function link(id: string, change: Partial<CallerDraft> = {}): CallerDraft {
  const unclaimed = { claimToken: null, claimUntil: null, attemptedAt: null }
  return charge(id, { work: 'PAY', state: 'opened', ...unclaimed, ...change })
}

export const STARTED: EventDraft = { name: 'started', actor: 'merchant' }

export function move(id: string, from: CheckoutState, to: CheckoutState, more: Partial<Change> = {}): Change {
  return { id, from: [from], to, at: NOW, event: { name: to, actor: 'callback' }, ...more }
}

export async function stateOf(ledger: Ledger, id: string): Promise<CheckoutState | undefined> {
  return (await ledger.find(id))?.state
}

/** A payment of 1,000 won. */
export async function paid(ledger: Ledger, id = 'a', change: Partial<CheckoutDraft> = {}): Promise<void> {
  await ledger.prepare(draft(id, change))
  await ledger.move(move(id, 'created', 'approving'))
  await ledger.move(move(id, 'approving', 'paid'))
}

/** A refund of payment `a`; its idempotency key is its id. */
export function refund(id: string, change: Partial<RefundDraft> = {}): RefundDraft {
  return {
    id,
    scope: 'sandbox',
    checkoutId: 'a',
    amount: 300,
    vat: null,
    idempotencyKey: id,
    requestHash: 'h',
    note: null,
    claimToken: 't',
    claimUntil: NOW + 100,
    createdAt: NOW,
    ...change,
  }
}

export function change(id: string, from: RefundState, to: RefundState, more: Partial<RefundChange> = {}): RefundChange {
  return { id, from: [from], to, at: NOW, event: { name: `refund_${to}`, actor: 'merchant' }, ...more }
}

export function billingKey(id: string, change: Partial<SealedBillingKey> = {}): SealedBillingKey {
  return {
    id,
    scope: 'sandbox',
    fingerprint: `f-${id}`,
    keyId: 'k1',
    sealed: 'x.y',
    payType: 'card',
    product: 'domestic',
    checkoutId: 'a',
    orderId: 'A-1',
    cardName: 'BC카드',
    cardNumber: '4242********4242',
    createdAt: NOW,
    removedAt: null,
    removedBy: null,
    ...change,
  }
}
