import type { Payment } from '@payple-kit/core'

import type { CheckoutRow } from '../ledger/checkout-row.ts'

/** A paid attempt as shop and buyer may see it. */
export function paymentOf(row: CheckoutRow): Payment {
  const { cardName: name, cardNumber: number, bankName, accountNumber } = row
  return {
    orderId: row.orderId,
    checkoutId: row.id,
    oid: row.oid,
    method: row.method,
    goods: row.goods,
    amount: row.amount,
    currency: row.currency,
    paidAt: new Date(row.paidAt ?? row.updatedAt).toISOString(),
    ...(name !== null && number !== null ? { card: { name, number } } : {}),
    ...(bankName !== null && accountNumber !== null ? { bank: { name: bankName, number: accountNumber } } : {}),
    ...(row.vat === null ? {} : { vat: row.vat }),
    ...(row.cashReceiptNumber === null ? {} : { cashReceipt: row.cashReceiptNumber }),
    ...(row.refundedTotal === 0 ? {} : { refunded: row.refundedTotal }),
    ...(row.receiptUrl === null ? {} : { receiptUrl: row.receiptUrl }),
    // A registration's reference is in its own outcome, and a charge names the key it used.
    ...(row.billingKeyId === null || row.work !== 'PAY' ? {} : { billingKey: { id: row.billingKeyId } }),
  }
}
