/** Groups of fields that several answers share (docs/protocol/domestic.md sections 4 to 6). */
import { maskCard, type ReadCard } from '../scenarios/cards.ts'
import type { PaymentRecord } from '../state/records.ts'
import type { WindowRequest } from '../window/request.ts'
import type { Answer } from './answers.ts'
import { text } from './fields.ts'
import { kstTime } from './kst.ts'

/** The buyer's data, as sent. */
export function payerFields({ fields }: WindowRequest, payerId: string): Answer {
  return {
    PCD_PAYER_ID: payerId,
    PCD_PAYER_NO: text(fields, 'PCD_PAYER_NO'),
    PCD_PAYER_NAME: text(fields, 'PCD_PAYER_NAME'),
    PCD_PAYER_HP: text(fields, 'PCD_PAYER_HP'),
    PCD_PAYER_EMAIL: text(fields, 'PCD_PAYER_EMAIL'),
  }
}

/** The monthly guard, as sent. */
export function guardFields({ fields }: WindowRequest): Answer {
  return {
    PCD_REGULER_FLAG: text(fields, 'PCD_REGULER_FLAG') || 'N',
    PCD_PAY_YEAR: text(fields, 'PCD_PAY_YEAR'),
    PCD_PAY_MONTH: text(fields, 'PCD_PAY_MONTH'),
  }
}

/** Amount and tax. Without an explicit part, VAT is a tenth of the net amount (section 7.2). */
export function amountFields({ fields, total }: WindowRequest): Answer {
  const taxed = text(fields, 'PCD_PAY_ISTAX') !== 'N'
  const automatic = taxed ? String(Math.round(total / 11)) : '0'
  return {
    PCD_PAY_TOTAL: String(total),
    PCD_PAY_ISTAX: taxed ? 'Y' : 'N',
    PCD_PAY_TAXTOTAL: text(fields, 'PCD_PAY_TAXTOTAL') || automatic,
  }
}

/** Amount, discount and what is really paid (2021-08 on). The sandbox has no Payple events, so no discount. */
export function discountFields({ total }: WindowRequest): Answer {
  return { PCD_PAY_AMOUNT: String(total), PCD_PAY_DISCOUNT: '0', PCD_PAY_AMOUNT_REAL: String(total) }
}

/** Issuer and masked number. */
export function cardFields(card: ReadCard): Answer {
  return { PCD_PAY_CARDNAME: card.name, PCD_PAY_CARDNUM: maskCard(card.number) }
}

/** What exists only once money has moved. */
export function approvalFields(payment: PaymentRecord): Answer {
  return {
    PCD_PAY_TIME: payment.paidAt === undefined ? '' : kstTime(payment.paidAt),
    PCD_PAY_CARDTRADENUM: payment.tradeNumber,
    PCD_PAY_CARDAUTHNO: payment.approvalNumber,
    PCD_PAY_CARDRECEIPT: receiptOf(payment),
  }
}

/** The means chosen in an app-card payment; absent otherwise (2025-10 on). */
export function methodFields(request: WindowRequest): Answer {
  return request.cardVersion === '02' ? { PCD_PAY_METHOD: request.method } : {}
}

/** Shaped like the Danal receipts in the documents; the data is the sandbox's, so no real receipt is behind it. */
export function receiptOf(payment: PaymentRecord): string {
  return `https://www.danalpay.com/receipt/creditcard/view.aspx?dataType=receipt&cpid=9810030929&data=${payment.tradeNumber}`
}
