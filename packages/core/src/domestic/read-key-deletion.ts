import { stripTestPrefix } from '../codes/normalize.ts'
import { fieldReader, readStatus } from './read-fields.ts'
import type { AnswerStatus } from './read-fields.ts'

/** What became of a billing key: the answer of PUSERDEL (docs/protocol/domestic.md 6.3) or the deletion webhook (8.3). */
export interface KeyDeletion {
  /** Only this counts: the success code has three spellings or is missing (11.1 row 18). */
  readonly status: AnswerStatus
  /** Result code, or the one a message begins with: `2008 : …`. */
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly type?: 'card' | 'transfer' | undefined
  /** The billing key. A secret. */
  readonly payerId?: string | undefined
  readonly payerNo?: string | undefined
}

/** Reads a deletion. Never throws. */
export function readKeyDeletion(raw: unknown): KeyDeletion {
  const reader = fieldReader(raw)
  if (reader === undefined) return { status: 'unreadable' }
  const { text, oneOf } = reader
  const message = text('PCD_PAY_MSG')
  return {
    status: readStatus(text('PCD_PAY_RST')),
    code: stripTestPrefix(text('PCD_PAY_CODE')) ?? /^(\d{4})\s*:/.exec(message ?? '')?.[1],
    message,
    type: oneOf(['card', 'transfer'], 'PCD_PAY_TYPE'),
    payerId: text('PCD_PAYER_ID'),
    payerNo: text('PCD_PAYER_NO'),
  }
}
