import { stripTestPrefix } from '../codes/normalize.ts'
import { readWon } from '../money.ts'
import { fieldReader, readStatus } from './read-fields.ts'
import type { AnswerStatus } from './read-fields.ts'

/** The answer of a cash-receipt call (docs/protocol/domestic.md 7.1). */
export interface ReceiptResult {
  readonly status: AnswerStatus
  readonly code?: string | undefined
  readonly message?: string | undefined
  /** `PCD_PAY_WORK`, read: `TSREG` issues, `TSCANCEL` cancels. */
  readonly work?: 'issue' | 'cancel' | undefined
  readonly oid?: string | undefined
  /** Billing key. A secret. */
  readonly payerId?: string | undefined
  /** Whole won. */
  readonly amount?: number | undefined
  /** `PCD_TAXSAVE_MGTNUM`, the receipt's management number. */
  readonly number?: string | undefined
}

/** Reads the answer of issuing or cancelling a receipt. Never throws. */
export function readReceipt(raw: unknown): ReceiptResult {
  const reader = fieldReader(raw)
  if (reader === undefined) return { status: 'unreadable' }
  const { text } = reader
  const work = text('PCD_PAY_WORK')
  return {
    status: readStatus(text('PCD_PAY_RST')),
    code: stripTestPrefix(text('PCD_PAY_CODE')),
    message: text('PCD_PAY_MSG'),
    work: work === 'TSREG' ? 'issue' : work === 'TSCANCEL' ? 'cancel' : undefined,
    oid: text('PCD_PAY_OID'),
    payerId: text('PCD_PAYER_ID'),
    amount: readWon(text('PCD_TAXSAVE_AMOUNT')),
    number: text('PCD_TAXSAVE_MGTNUM'),
  }
}
