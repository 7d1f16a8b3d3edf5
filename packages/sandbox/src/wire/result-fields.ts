/** Groups of fields that several answers share (docs/protocol/domestic.md sections 4 to 6). */
import { maskAccount } from '../scenarios/accounts.ts'
import { maskCard } from '../scenarios/cards.ts'
import { wantsReceipt } from '../state/receipts.ts'
import type { Means, PaymentRecord } from '../state/records.ts'
import type { PaymentRequest } from '../window/request.ts'
import type { Answer } from './answers.ts'
import { text } from './fields.ts'
import { kstTime } from './kst.ts'

/** The buyer's data, as sent. */
export function payerFields({ fields }: PaymentRequest, payerId: string): Answer {
  return {
    PCD_PAYER_ID: payerId,
    PCD_PAYER_NO: text(fields, 'PCD_PAYER_NO'),
    PCD_PAYER_NAME: text(fields, 'PCD_PAYER_NAME'),
    PCD_PAYER_HP: text(fields, 'PCD_PAYER_HP'),
    PCD_PAYER_EMAIL: text(fields, 'PCD_PAYER_EMAIL'),
  }
}

/** The monthly guard, as sent. */
export function guardFields({ fields }: PaymentRequest): Answer {
  return {
    PCD_REGULER_FLAG: text(fields, 'PCD_REGULER_FLAG') || 'N',
    PCD_PAY_YEAR: text(fields, 'PCD_PAY_YEAR'),
    PCD_PAY_MONTH: text(fields, 'PCD_PAY_MONTH'),
  }
}

/** Amount and tax. Without an explicit part, VAT is a tenth of the net amount (section 7.2). */
export function amountFields({ fields, total }: PaymentRequest): Answer {
  const taxed = text(fields, 'PCD_PAY_ISTAX') !== 'N'
  const automatic = taxed ? String(Math.round(total / 11)) : '0'
  return {
    PCD_PAY_TOTAL: String(total),
    PCD_PAY_ISTAX: taxed ? 'Y' : 'N',
    PCD_PAY_TAXTOTAL: text(fields, 'PCD_PAY_TAXTOTAL') || automatic,
  }
}

/** Amount, discount and what is really paid (2021-08 on). The sandbox has no Payple events, so no discount. */
export function discountFields({ total }: PaymentRequest): Answer {
  return { PCD_PAY_AMOUNT: String(total), PCD_PAY_DISCOUNT: '0', PCD_PAY_AMOUNT_REAL: String(total) }
}

/** Issuer and masked number of a card; holder type, bank and masked number of an account. */
export function meansFields(means: Means): Answer {
  if (means.type === 'card') return { PCD_PAY_CARDNAME: means.name, PCD_PAY_CARDNUM: maskCard(means.number) }
  return { PCD_PAY_BANKACCTYPE: means.corporate ? 'company' : 'personal', ...bankFields(means) }
}

/** Bank and masked number, without the holder type: lookups print that one in Korean. */
export function bankFields(means: Extract<Means, { type: 'transfer' }>): Answer {
  return {
    PCD_PAY_BANK: means.bank,
    PCD_PAY_BANKNAME: means.bankName,
    PCD_PAY_BANKNUM: maskAccount(means.number),
  }
}

/** What exists only once money has moved: approval of a card, cash receipt of a transfer. */
export function approvalFields(payment: PaymentRecord): Answer {
  const time = { PCD_PAY_TIME: payment.paidAt === undefined ? '' : kstTime(payment.paidAt) }
  if (payment.means.type === 'transfer') return { ...time, ...receiptFields(payment) }
  return {
    ...time,
    PCD_PAY_CARDTRADENUM: payment.tradeNumber,
    PCD_PAY_CARDAUTHNO: payment.approvalNumber,
    PCD_PAY_CARDRECEIPT: payment.slipUrl,
  }
}

/** Whether a cash receipt was asked for, whether there is one, and its number. */
function receiptFields({ request, receipt }: PaymentRecord): Answer {
  const issued = receipt !== undefined && !receipt.cancelled
  return {
    PCD_TAXSAVE_FLAG: wantsReceipt(request.fields) ? 'Y' : 'N',
    PCD_TAXSAVE_RST: issued ? 'Y' : 'N',
    PCD_TAXSAVE_MGTNUM: issued ? receipt.managementNumber : '',
  }
}

/** The means chosen in an app-card payment; absent otherwise (2025-10 on). */
export function methodFields(request: PaymentRequest): Answer {
  return request.cardVersion === '02' ? { PCD_PAY_METHOD: request.method } : {}
}

/** Instalments exist for cards only; the sandbox has none. */
export function quotaFields(request: PaymentRequest): Answer {
  return request.type === 'card' ? { PCD_PAY_CARDQUOTA: '00' } : {}
}
