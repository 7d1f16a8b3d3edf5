/**
 * One reader for everything Payple says about a payment: window results, confirm, lookup and cancel answers, of any vintage
 * (docs/protocol/domestic.md 4, 5.2, 6.2, 6.5). Values may be strings, numbers, empty or missing.
 */
import { readWon } from '../money.ts'
import { institutionOf } from '../codes/institution-of.ts'
import { stripTestPrefix } from '../codes/normalize.ts'
import type { MonthlyGuard, UserDefined } from './builders/options.ts'
import { readCashReceipt } from './cash-receipt.ts'
import type { PaymentResult } from './payment-result.ts'
import { fieldReader, readAccountType, readHttps } from './read-fields.ts'
import type { FieldReader } from './read-fields.ts'
import { parseGatewayTime } from './time.ts'

/** Reads any result. Never throws: what cannot be read is `unreadable` or absent. */
export function readPaymentResult(raw: unknown): PaymentResult {
  const reader = fieldReader(raw)
  if (reader === undefined) return { status: 'unreadable' }
  const { text, oneOf } = reader
  const status = readStatus(text('PCD_PAY_RST'))
  const type = oneOf(['card', 'transfer'], 'PCD_PAY_TYPE')
  const code = readCode(reader, status, type)
  const isCancel = reader.flag('PCD_PAYCANCEL_FLAG') === true || code?.startsWith('PAYC') === true

  return {
    status,
    code,
    message: text('PCD_PAY_MSG'),
    type,
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
    // The plain name is the refund's in a cancel answer only; elsewhere it is the payment's.
    refundedVat: readWon(text('PCD_REFUND_TAXTOTAL') ?? (isCancel ? text('PCD_PAY_TAXTOTAL') : undefined)),
    refundedAt: parseGatewayTime(text('PCD_REFUND_TIME')),
    isCancel: isCancel || undefined,
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
    receiptUrl: readHttps(text('PCD_PAY_CARDRECEIPT', 'PCD_CARD_RECEIPT')),
    bankName: text('PCD_PAY_BANKNAME'),
    accountNumber: text('PCD_PAY_BANKNUM'),
    bankCode: text('PCD_PAY_BANK')?.padStart(3, '0'),
    accountType: readAccountType(text('PCD_PAY_BANKACCTYPE')),
    cashReceipt: readCashReceipt(reader),
    monthlyGuard: readGuard(reader),
    userDefined: readUserDefined(reader),
  }
}

const TRANSFER_FAMILIES = /^(ARSA|CPAY|SPAY|RPAY|BILL)/

/** Only card institutions have a table; a bank's codes are its own, and the same digits mean something else there (appendix B). */
function readCode(
  { text }: FieldReader,
  status: PaymentResult['status'],
  type: 'card' | 'transfer' | undefined,
): string | undefined {
  const code = stripTestPrefix(text('PCD_PAY_CODE'))
  const ofCard = status === 'error' && type !== 'transfer' && !TRANSFER_FAMILIES.test(code ?? '')
  const institution = ofCard ? institutionOf(text('PCD_PAY_MSG')) : undefined
  return institution === undefined || institution === code ? code : [code, institution].filter(Boolean).join('/')
}

function readGuard({ text, flag }: FieldReader): MonthlyGuard | undefined {
  const year = text('PCD_PAY_YEAR')
  const month = text('PCD_PAY_MONTH')
  if (flag('PCD_REGULER_FLAG') !== true || year === undefined || month === undefined) return undefined
  return { year, month: month.padStart(2, '0') }
}

function readUserDefined({ text }: FieldReader): UserDefined | undefined {
  const first = text('PCD_USER_DEFINE1')
  const second = text('PCD_USER_DEFINE2')
  return first === undefined && second === undefined ? undefined : [first, second]
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
