/** Cash receipts ("현금영수증"), which exist for transfers only (docs/protocol/domestic.md section 7.1). */
import { type Fields, text } from '../wire/fields.ts'
import { kstDate } from '../wire/kst.ts'
import { digits } from '../wire/tokens.ts'
import type { World } from '../world.ts'
import type { PaymentRecord, Receipt } from './records.ts'

/** Whether the buyer or the shop asked for a receipt together with the payment. */
export function wantsReceipt(fields: Fields): boolean {
  return text(fields, 'PCD_TAXSAVE_FLAG') === 'Y'
}

/**
 * Issues a receipt of `amount` won. The use is read under each of the names in circulation (section 11.1 row 23).
 */
export function issueReceipt(world: World, payment: PaymentRecord, amount: number, fields: Fields): Receipt {
  const use = text(fields, 'PCD_TAXSAVE_TRADEUSE') || text(fields, 'PCD_TAXSAVE_TRADE')
  const receipt: Receipt = {
    managementNumber: `G${digits(world.settings.random, 17)}`,
    amount,
    use: use === 'company' ? 'company' : 'personal',
    issuedAt: world.settings.now(),
    cancelled: false,
  }
  payment.receipt = receipt
  return receipt
}

/**
 * Cancels the receipt. Returns whether it is gone: some accounts' receipts are still being filed with the tax office on
 * the day they were issued, and can be cancelled the next day (section 7.1).
 */
export function cancelReceipt(world: World, { receipt, means }: PaymentRecord): boolean {
  if (receipt === undefined || receipt.cancelled) return false
  const today = kstDate(world.settings.now())
  if (means.outcome.type === 'stuck-receipt' && kstDate(receipt.issuedAt) === today) return false
  receipt.cancelled = true
  return true
}
