/**
 * One reader for everything Payple says about a payment: window results, confirm, lookup and cancel answers, of any vintage
 * (docs/protocol/domestic.md 4, 5.2, 6.2, 6.5). Values may be strings, numbers, empty or missing.
 */
import { readWon } from '../money.ts'
import { institutionOf } from '../codes/institution-of.ts'
import { stripTestPrefix } from '../codes/normalize.ts'
import { parseGatewayTime } from './time.ts'

/** A result in plain English. Unverified unless it came from the gateway's own answer to our call. */
export interface PaymentResult {
  /** From `PCD_PAY_RST`, the only reliable flag (9.1). `unreadable`: no result object, or an unknown flag. */
  readonly status: 'success' | 'error' | 'closed' | 'unreadable'
  /**
   * Result code without the `[test]` prefix. When the message is a card institution's, its code follows: `CPCA0010/3112`.
   */
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly type?: 'card' | 'transfer' | undefined
  readonly work?: 'AUTH' | 'CERT' | 'PAY' | undefined
  readonly cardVersion?: string | undefined
  readonly method?: string | undefined
  readonly oid?: string | undefined
  readonly goods?: string | undefined
  /** Requested amount, whole won. */
  readonly total?: number | undefined
  /** What the buyer really paid after an event discount of Payple's, whole won. */
  readonly amountReal?: number | undefined
  readonly discount?: number | undefined
  readonly vat?: number | undefined
  /** Present on looked-up payments that were refunded, and on cancel answers. */
  readonly refundedTotal?: number | undefined
  /** Confirm keys; secrets of the attempt. */
  readonly authKey?: string | undefined
  readonly reqKey?: string | undefined
  /** Address for the confirm as printed; use `gatewayPath` on it. */
  readonly confirmUrl?: string | undefined
  /** Billing key. A secret. */
  readonly payerId?: string | undefined
  readonly payerNo?: string | undefined
  /** Epoch milliseconds. */
  readonly paidAt?: number | undefined
  readonly cardName?: string | undefined
  readonly cardNumber?: string | undefined
  readonly instalmentMonths?: string | undefined
  readonly tradeNumber?: string | undefined
  readonly approvalNumber?: string | undefined
  /** https link to the card slip; anything else is dropped. */
  readonly receiptUrl?: string | undefined
  readonly bankName?: string | undefined
  readonly accountNumber?: string | undefined
}

/** Reads any result. Never throws: what cannot be read is `unreadable` or absent. */
export function readPaymentResult(raw: unknown): PaymentResult {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { status: 'unreadable' }
  const fields = raw as Readonly<Record<string, unknown>>
  // First name wins; the later ones are older or rarer spellings.
  const text = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (typeof value === 'string' && value.trim() !== '') return value.trim()
      if (typeof value === 'number' && Number.isFinite(value)) return String(value)
    }
    return undefined
  }
  const oneOf = <Value extends string>(values: readonly Value[], name: string): Value | undefined =>
    values.find((value) => value === text(name))
  const status = readStatus(text('PCD_PAY_RST'))
  const receiptUrl = text('PCD_PAY_CARDRECEIPT', 'PCD_CARD_RECEIPT')

  return {
    status,
    code: readCode(text('PCD_PAY_CODE'), status === 'error' ? institutionOf(text('PCD_PAY_MSG')) : undefined),
    message: text('PCD_PAY_MSG'),
    type: oneOf(['card', 'transfer'], 'PCD_PAY_TYPE'),
    work: oneOf(['AUTH', 'CERT', 'PAY'], 'PCD_PAY_WORK'),
    cardVersion: text('PCD_CARD_VER'),
    method: text('PCD_PAY_METHOD'),
    oid: text('PCD_PAY_OID'),
    goods: text('PCD_PAY_GOODS'),
    total: readWon(text('PCD_PAY_TOTAL')),
    amountReal: readWon(text('PCD_PAY_AMOUNT_REAL')),
    discount: readWon(text('PCD_PAY_DISCOUNT')),
    vat: readWon(text('PCD_PAY_TAXTOTAL')),
    refundedTotal: readWon(text('PCD_REFUND_TOTAL')),
    authKey: text('PCD_AUTH_KEY'),
    reqKey: text('PCD_PAY_REQKEY', 'PCD_REQ_KEY'),
    confirmUrl: text('PCD_PAY_COFURL'),
    payerId: text('PCD_PAYER_ID'),
    payerNo: text('PCD_PAYER_NO'),
    paidAt: parseGatewayTime(text('PCD_PAY_TIME')),
    cardName: text('PCD_PAY_CARDNAME', 'PCD_CARDNAME', 'PCD_PAY_CARDNANE'),
    cardNumber: text('PCD_PAY_CARDNUM', 'PCD_CARDNUM'),
    instalmentMonths: text('PCD_PAY_CARDQUOTA'),
    tradeNumber: text('PCD_PAY_CARDTRADENUM', 'PCD_CARDTRADENUM'),
    approvalNumber: text('PCD_PAY_CARDAUTHNO'),
    receiptUrl: receiptUrl?.startsWith('https://') === true ? receiptUrl : undefined,
    bankName: text('PCD_PAY_BANKNAME'),
    accountNumber: text('PCD_PAY_BANKNUM'),
  }
}

function readCode(printed: string | undefined, institution: string | undefined): string | undefined {
  const code = stripTestPrefix(printed)
  return institution === undefined || institution === code ? code : [code, institution].filter(Boolean).join('/')
}

function readStatus(flag: string | undefined): PaymentResult['status'] {
  switch (flag) {
    case 'success':
    case 'error':
      return flag
    case 'close':
      return 'closed'
    default:
      return 'unreadable'
  }
}
