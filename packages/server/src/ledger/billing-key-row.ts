import type { LedgerScope } from './checkout-row.ts'

/** A billing key as it is stored: sealed, found again by fingerprint. */
export interface SealedBillingKey {
  /** `bk_…` */
  readonly id: string
  readonly scope: LedgerScope
  readonly fingerprint: string
  /** Name of the sealing key. */
  readonly keyId: string
  readonly sealed: string
  readonly payType: 'card' | 'transfer'
  /** Which of Payple's two products issued it; the other one does not know it. */
  readonly product: 'domestic' | 'overseas'
  /** The registration, or the overseas payment, it came from. */
  readonly checkoutId: string
  readonly orderId: string
  /** Issuer or bank, and masked number. */
  readonly cardName: string | null
  readonly cardNumber: string | null
  readonly createdAt: number
  /** When it stopped working, and who said so: our own deletion, partner admin (webhook), or Payple by itself (a lost or expired card). */
  readonly removedAt: number | null
  readonly removedBy: 'merchant' | 'console' | 'gateway' | null
}

/** The billing-key part of the ledger. Keys are written by `move`, together with the attempt they came from. */
export interface BillingKeyLedger {
  /** A key that is not removed. A removed card may be registered again, whether or not Payple gives it the same key. */
  findBillingKey(scope: LedgerScope, fingerprints: readonly string[]): Promise<SealedBillingKey | undefined>
  /** The newest key that Payple removed by itself, whose removal at Payple is not certain (docs/protocol/domestic.md 6.1, RPCD1002). */
  findRemovedByGateway(scope: LedgerScope, fingerprints: readonly string[]): Promise<SealedBillingKey | undefined>
  billingKey(id: string): Promise<SealedBillingKey | undefined>
  /** Keys that were registered by this order id and are not removed, newest first. */
  billingKeysOf(scope: LedgerScope, orderId: string): Promise<readonly SealedBillingKey[]>
  /**
   * Puts another sealed key in the place of the one with the fingerprint `from`: Payple has answered a charge with a new one. `false` when the
   * key is removed, has been replaced meanwhile, or the new one is kept already.
   */
  replaceBillingKey(
    id: string,
    from: string,
    to: Pick<SealedBillingKey, 'keyId' | 'sealed' | 'fingerprint'>,
  ): Promise<boolean>
  /** Marks a key removed, once. `false` when it was already, or is unknown. */
  removeBillingKey(id: string, at: number, by: NonNullable<SealedBillingKey['removedBy']>): Promise<boolean>
}
