/** The four ways to charge a billing key, and how each says no (docs/protocol/domestic.md sections 2.2, 6.1 and 9). */
import type { Purpose } from '../state/records.ts'
import type { PayType } from '../window/request.ts'
import type { RepayCode } from '../wire/repay-codes.ts'

/** Why a charge was refused. */
export type RepayRefusal =
  | 'expired'
  | 'wrong-key'
  | 'wrong-access'
  | 'no-payer'
  | 'unknown-payer'
  | 'no-goods'
  | 'minimum'
  | 'limit'
  | 'year'
  | 'month'
  | 'no-order'
  | 'duplicate'
  | 'guard'
  | 'declined'
  | 'removed'
  | 'unknown'
  | 'other'

/** One of the four. */
export interface RepayFamily {
  purpose: Purpose
  type: PayType
  /** The flag of the auth call, which the charge must repeat. */
  flag: 'PCD_SIMPLE_FLAG' | 'PCD_REGULER_FLAG'
  /** Won. */
  minimum: number
  codes: Readonly<Record<RepayRefusal, RepayCode | 'INSERT ERROR'>>
}

const SIMPLE_CARD: RepayFamily = {
  purpose: 'simple-card',
  type: 'card',
  flag: 'PCD_SIMPLE_FLAG',
  minimum: 100,
  codes: {
    expired: 'SPCD0004',
    'wrong-key': 'SPCD9991',
    'wrong-access': 'SPCD9998',
    'no-payer': 'SPCD0001',
    'unknown-payer': 'SPCD0012',
    'no-goods': 'SPCD0003',
    minimum: 'SPCD0002',
    limit: 'SPCD0009',
    year: 'SPCD9999',
    month: 'SPCD9999',
    'no-order': 'SPCD9999',
    duplicate: 'SPCD0014',
    guard: 'INSERT ERROR',
    declined: 'SPCD0018',
    removed: 'SPCD1004',
    unknown: 'SPCD1001',
    other: 'SPCD9999',
  },
}

const REGULAR_CARD: RepayFamily = {
  purpose: 'regular-card',
  type: 'card',
  flag: 'PCD_REGULER_FLAG',
  minimum: 100,
  codes: {
    expired: 'RPCD0006',
    'wrong-key': 'RPCD9991',
    'wrong-access': 'RPCD9998',
    'no-payer': 'RPCD0001',
    'unknown-payer': 'RPCD0012',
    'no-goods': 'RPCD0003',
    minimum: 'RPCD0002',
    limit: 'RPCD0009',
    year: 'RPCD0004',
    month: 'RPCD0005',
    'no-order': 'RPCD9999',
    duplicate: 'RPCD0015',
    // The family has no code of its own for the monthly guard (section 6.1).
    guard: 'INSERT ERROR',
    declined: 'RPCD0019',
    removed: 'RPCD1002',
    unknown: 'RPCD1001',
    other: 'RPCD9999',
  },
}

const SIMPLE_TRANSFER: RepayFamily = {
  purpose: 'simple-transfer',
  type: 'transfer',
  flag: 'PCD_SIMPLE_FLAG',
  minimum: 1000,
  codes: {
    expired: 'SPAY0001',
    'wrong-key': 'SPAY0001',
    'wrong-access': 'SPAY0019',
    'no-payer': 'SPAY0005',
    'unknown-payer': 'SPAY0005',
    'no-goods': 'SPAY0024',
    minimum: 'SPAY0023',
    limit: 'SPAY0003',
    year: 'SPAY0020',
    month: 'SPAY0020',
    'no-order': 'SPAY0021',
    duplicate: 'INSERT ERROR',
    guard: 'INSERT ERROR',
    declined: 'SPAY0012',
    removed: 'SPAY0012',
    unknown: 'SPAY0011',
    other: 'SPAY0020',
  },
}

const REGULAR_TRANSFER: RepayFamily = {
  purpose: 'regular-transfer',
  type: 'transfer',
  flag: 'PCD_REGULER_FLAG',
  minimum: 1000,
  codes: {
    expired: 'RPAY0001',
    'wrong-key': 'RPAY0001',
    'wrong-access': 'RPAY0019',
    'no-payer': 'RPAY0005',
    'unknown-payer': 'RPAY0005',
    'no-goods': 'RPAY0024',
    minimum: 'RPAY0023',
    limit: 'RPAY0003',
    year: 'RPAY0025',
    month: 'RPAY0026',
    'no-order': 'RPAY0021',
    duplicate: 'INSERT ERROR',
    guard: 'RPAY0008',
    declined: 'RPAY0014',
    removed: 'RPAY0014',
    unknown: 'RPAY0013',
    other: 'RPAY0022',
  },
}

/** All four. */
export const REPAY_FAMILIES: readonly RepayFamily[] = [SIMPLE_CARD, REGULAR_CARD, SIMPLE_TRANSFER, REGULAR_TRANSFER]
