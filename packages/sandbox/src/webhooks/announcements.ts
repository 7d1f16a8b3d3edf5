/** What is said when (docs/protocol/domestic.md sections 8.1 and 8.3). */
import { takeBack } from '../state/payments.ts'
import type { BillingKeyRecord, PaymentRecord, PaymentStart } from '../state/records.ts'
import type { Answer } from '../wire/answers.ts'
import { kstTime } from '../wire/kst.ts'
import { amountFields, approvalFields, guardFields, meansFields, payerFields } from '../wire/result-fields.ts'
import type { World } from '../world.ts'
import { announce } from './outbox.ts'

/** Money moved. `result` is what the window or the call answers; the message repeats it. */
export function announcePaid(world: World, payment: PaymentRecord, result: Answer): void {
  const { merchant, oid } = payment
  announce(world, { kind: 'payment', merchant, oid, fields: withoutEcho({ ...result, ...NO_CANCEL }) })
}

/** A payment by link failed. */
export function announceFailed(world: World, { merchant, request }: PaymentStart, result: Answer): void {
  announce(world, { kind: 'payment', merchant, oid: request.oid, fields: withoutEcho({ ...result, ...NO_CANCEL }) })
}

/** A card or account was registered. */
export function announceRegistered(world: World, payment: PaymentRecord, result: Answer): void {
  const { merchant, oid } = payment
  announce(world, { kind: 'registration', merchant, oid, fields: withoutEcho(result) })
}

/** A CERT was authenticated and nothing moved. Whether Payple says so is unknown (section 8.3): an option. */
export function announceAuthenticated(world: World, payment: PaymentRecord, result: Answer): void {
  if (!world.settings.webhooks.atCert) return
  const { merchant, oid } = payment
  announce(world, { kind: 'authentication', merchant, oid, fields: withoutEcho({ ...result, ...NO_CANCEL }) })
}

/** Money was given back, `amount` won of it now. */
export function announceCancelled(world: World, payment: PaymentRecord, amount: number): void {
  const { merchant, oid, request } = payment
  const fields = {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'PAYC0000',
    PCD_PAY_MSG: '환불성공',
    PCD_PAY_OID: oid,
    PCD_PAY_TYPE: request.type,
    ...payerFields(request, payment.payerId),
    ...guardFields(request),
    PCD_PAY_GOODS: request.goods,
    ...amountFields(request),
    ...meansFields(payment.means),
    ...approvalFields(payment),
    PCD_REFUND_TOTAL: String(amount),
    PCD_REFUND_TIME: kstTime(world.settings.now()),
    PCD_PAYCANCEL_FLAG: 'Y',
  }
  announce(world, { kind: 'cancel', merchant, oid, fields })
}

/** Payple takes a payment back on its own (SPCD1003, RPCD1003, CPCA0011). */
export function takeBackAndAnnounce(world: World, payment: PaymentRecord | undefined): void {
  if (payment === undefined || !takeBack(world, payment)) return
  announceCancelled(world, payment, payment.request.total)
}

/** A billing key was deleted in the admin console; deletions through the API are never announced (section 8.1). */
export function announceDeleted(world: World, key: BillingKeyRecord): void {
  const { merchant, means, payerId, payerName, payerHp } = key
  const fields = {
    PCD_CST_ID: merchant.cstId,
    PCD_PAY_WORK: 'PUSERDEL',
    PCD_PAY_RST: 'success',
    PCD_PAY_MSG: '2008 : 고객요청으로 자동이체 해지되었음(업체해지)',
    PCD_PAY_TYPE: means.type,
    PCD_PAYER_ID: payerId,
    PCD_PAYER_NAME: payerName,
    PCD_PAYER_HP: payerHp,
  }
  announce(world, { kind: 'deletion', target: 'deletion', merchant, fields })
}

/** The documents' one payment example carries the cancel fields too, so their presence must mean nothing. */
const NO_CANCEL: Answer = { PCD_REFUND_TOTAL: '', PCD_REFUND_TIME: '', PCD_PAYCANCEL_FLAG: '' }

/** `PCD_USER_DEFINE1` and 2 are echoed in window and call only (section 11.2 U15). */
function withoutEcho(fields: Answer): Answer {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('PCD_USER_DEFINE')))
}
