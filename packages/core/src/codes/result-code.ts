import type { BuyerText } from '../errors/payple-error.ts'
import { INSTITUTION_CODES } from './institution-codes.ts'
import { stripTestPrefix } from './normalize.ts'
import { OVERSEAS_CODES } from './overseas-codes.ts'
import { PAYPLE_CODES } from './payple-codes.ts'
import type { CodeRow, ResultKind } from './row.ts'

/** A known result code, explained. */
export interface ResultCode {
  readonly code: string
  readonly kind: ResultKind
  /** What a buyer may be told. Never speaks of keys or accounts of the shop. */
  readonly buyer: BuyerText
  /** What the code says, in one English sentence. */
  readonly meaning: string
  /** What a developer should know of it when a payment was refused with it, and do. */
  readonly hint: string
}

/** Buyer texts for kinds whose own text would tell the buyer about the shop's set-up or Payple's insides. */
const GENERIC: Partial<Record<ResultKind, BuyerText>> = {
  merchant: {
    ko: '지금은 이 상점에서 결제할 수 없습니다. 결제되지 않았습니다.',
    en: 'This shop cannot take the payment right now. Nothing was charged.',
  },
  system: {
    ko: '결제 처리 중 오류가 발생했습니다. 잠시 후 다시 시도해 주세요.',
    en: 'Something went wrong while paying. Please try again shortly.',
  },
  unknown: {
    ko: '결제 결과를 확인하고 있습니다. 다시 결제하지 마세요.',
    en: 'We are checking whether you paid. Please do not pay again.',
  },
  duplicate: {
    ko: '이미 처리 중이거나 처리된 주문입니다. 주문 내역을 확인해 주세요.',
    en: 'This order was already handled. Please check your orders.',
  },
  guard: {
    ko: '이번 달 정기결제가 이미 처리되었습니다. 다시 결제되지 않았습니다.',
    en: 'This month was already paid. You were not charged again.',
  },
  expired: {
    ko: '결제 시간이 지났습니다. 처음부터 다시 시도해 주세요.',
    en: 'The payment took too long. Please start over.',
  },
  maintenance: {
    ko: '은행 또는 카드사 점검 시간입니다. 잠시 후 다시 시도해 주세요.',
    en: 'Your bank or card issuer is under maintenance. Please try again later.',
  },
}

const ADVICE: Record<ResultKind, string> = {
  success: 'Nothing to do.',
  declined: 'Let the buyer try another card.',
  buyer: 'Let the buyer correct the input and try again.',
  merchant: 'Check the request and the set-up of the partner account.',
  duplicate: 'Look the payment up: the order number was used already, perhaps by this very attempt.',
  guard:
    'Look up the charge of that month; this order number may be the one that made it. Never charge again without the guard.',
  expired: 'Prepare a new attempt.',
  unknown: 'Money may have moved: look the payment up, never charge again blindly.',
  maintenance: 'Try again after the maintenance window.',
  system: 'Look the payment up before believing the refusal.',
}

/** Kinds after which the money may be where it should not: someone must look. */
const OPEN_ENDED: readonly ResultKind[] = ['unknown', 'duplicate', 'guard']

/**
 * Looks a result code up, with or without its `[test]` prefix: `CPCA0022`, an institution's `3112`, or both as
 * `readPaymentResult` prints them, `CPCA0010/3112` (docs/protocol/domestic.md 9 and appendix A).
 *
 * @returns `undefined` for codes nobody has published; the list is incomplete, so that is an ordinary case
 */
export function resultCode(code: string | undefined): ResultCode | undefined {
  const bare = stripTestPrefix(code)
  // The institution knows better than Payple why it refused, and its message is the one to show (9.1). But a refusal that leaves the
  // outcome open is open, whatever explains it.
  const rows = (bare?.split('/') ?? []).map(rowOf).filter((found) => found !== undefined)
  const row = rows.find(([kind]) => OPEN_ENDED.includes(kind)) ?? rows.at(-1)
  if (bare === undefined || row === undefined) return undefined
  const [kind, ko, en] = row
  const meaning = sentence(en)
  return {
    code: bare,
    kind,
    meaning,
    buyer: GENERIC[kind] ?? { ko, en: meaning },
    hint: `${bare}: ${en}. ${ADVICE[kind]}`,
  }
}

function rowOf(code: string): CodeRow | undefined {
  if (Object.hasOwn(PAYPLE_CODES, code)) return PAYPLE_CODES[code]
  if (Object.hasOwn(OVERSEAS_CODES, code)) return OVERSEAS_CODES[code]
  return Object.hasOwn(INSTITUTION_CODES, code) ? INSTITUTION_CODES[code] : undefined
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`
}
