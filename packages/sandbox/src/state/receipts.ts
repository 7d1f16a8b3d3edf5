/** Cash receipts ("현금영수증"), which exist for transfers only (docs/protocol/domestic.md section 7.1). */
import { type Fields, text } from '../wire/fields.ts'
import { digits } from '../wire/tokens.ts'
import type { World } from '../world.ts'
import type { PaymentRecord } from './records.ts'

/** Whether the buyer or the shop asked for a receipt together with the payment. */
export function wantsReceipt(fields: Fields): boolean {
  return text(fields, 'PCD_TAXSAVE_FLAG') === 'Y'
}

/**
 * Issues a receipt of `amount` won. The use is read under each of the names in circulation (section 11.1 row 23).
 */
export function issueReceipt(world: World, payment: PaymentRecord, amount: number, fields: Fields): void {
  const use = text(fields, 'PCD_TAXSAVE_TRADEUSE') || text(fields, 'PCD_TAXSAVE_TRADE')
  payment.receipt = {
    managementNumber: `G${digits(world.settings.random, 17)}`,
    amount,
    use: use === 'company' ? 'company' : 'personal',
    cancelled: false,
  }
}

/** Cancels the receipt, unless the account is one whose receipts stick. Returns whether it is gone. */
export function cancelReceipt(payment: PaymentRecord): boolean {
  if (payment.receipt === undefined || payment.means.outcome.type === 'stuck-receipt') return false
  payment.receipt.cancelled = true
  return true
}
