import { stripTestPrefix } from '../codes/normalize.ts'
import { fieldReader, readAccountType, readStatus } from './read-fields.ts'
import type { AnswerStatus } from './read-fields.ts'

/** A billing key as PUSERINFO describes it (docs/protocol/domestic.md 6.4). */
export interface BillingKeyInfo {
  /** `error` may mean an unknown key or any trouble; no source lists the codes. */
  readonly status: AnswerStatus
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly type?: 'card' | 'transfer' | undefined
  /** The billing key itself. A secret. */
  readonly payerId?: string | undefined
  readonly payerNo?: string | undefined
  readonly payerName?: string | undefined
  /** Masked phone number. */
  readonly payerPhone?: string | undefined
  readonly accountType?: 'personal' | 'company' | undefined
  /** Code, name and masked number of the issuer's card or the bank's account. */
  readonly issuerCode?: string | undefined
  readonly issuerName?: string | undefined
  readonly maskedNumber?: string | undefined
}

/**
 * Reads PUSERINFO. Card and account are looked for under all six names, own kind first: the manual of 2020 answers a card in the
 * bank's fields, a later table an account in the card's (11.1 row 8). Never throws.
 */
export function readBillingKey(raw: unknown): BillingKeyInfo {
  const reader = fieldReader(raw)
  if (reader === undefined) return { status: 'unreadable' }
  const { text, oneOf } = reader
  const type = oneOf(['card', 'transfer'], 'PCD_PAY_TYPE')
  const kinds = type === 'transfer' ? ['BANK', 'CARD'] : ['CARD', 'BANK']
  const either = (suffix: string): string | undefined => text(...kinds.map((kind) => `PCD_PAY_${kind}${suffix}`))
  return {
    status: readStatus(text('PCD_PAY_RST')),
    code: stripTestPrefix(text('PCD_PAY_CODE')),
    message: text('PCD_PAY_MSG'),
    type,
    payerId: text('PCD_PAYER_ID'),
    payerNo: text('PCD_PAYER_NO'),
    payerName: text('PCD_PAYER_NAME'),
    payerPhone: text('PCD_PAYER_HP'),
    accountType: readAccountType(text('PCD_PAY_BANKACCTYPE')),
    issuerCode: either(''),
    issuerName: either('NAME'),
    maskedNumber: either('NUM'),
  }
}
