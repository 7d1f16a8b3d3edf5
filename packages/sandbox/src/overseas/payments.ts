/** The only code of the overseas product that moves money. */
import { maskCardInGroups } from '../scenarios/cards.ts'
import { digits } from '../wire/tokens.ts'
import { record, type World } from '../world.ts'
import { cancelAnswer, flat, paymentAnswer } from './answers.ts'
import { newestOf, type OverseasCancel, type OverseasKey, type OverseasOrder, type OverseasPayment } from './state.ts'
import { tell } from './tell.ts'

/** Charges a card or a key, and tells the merchant's server. `card` is the whole number; it is not kept. */
export function charge(
  world: World,
  order: OverseasOrder,
  by: { card: string } | { key: OverseasKey },
): OverseasPayment {
  const { settings, overseas } = world
  if (newestOf(overseas, order.account, order.oid) !== undefined)
    record(world, 'gpay.warning', { oid: order.oid, note: 'This order number was paid before. Payple may refuse it.' })
  const key = 'key' in by ? by.key : newKey(world, order, by.card)
  const payment: OverseasPayment = {
    ...order,
    apiId: digits(settings.random, 22),
    billingKey: key.billingKey,
    cardNumber: key.cardNumber,
    channel: 'key' in by ? 'billing-key' : 'window',
    paidAt: settings.now(),
    cancels: [],
  }
  overseas.payments.set(payment.apiId, payment)
  const told = paymentAnswer(world, payment)
  record(world, 'gpay.paid', { oid: payment.oid, answer: flat(told) })
  tell(world, payment.account, 'overseas-payment', payment.oid, told)
  return payment
}

/** Every payment leaves a key; the same card of the same account leaves the same one. */
function newKey({ overseas, settings }: World, order: OverseasOrder, card: string): OverseasKey {
  const cardNumber = maskCardInGroups(card)
  const known = [...overseas.keys.values()].find(
    (key) => key.account === order.account && key.cardNumber === cardNumber && !key.revoked,
  )
  if (known !== undefined) return known
  const { account, firstName, lastName, email } = order
  // As long and as base64 as the document's example begins.
  const billingKey = btoa(String.fromCharCode(...settings.random(96)))
  const key: OverseasKey = { billingKey, account, cardNumber, firstName, lastName, email, revoked: false }
  overseas.keys.set(billingKey, key)
  return key
}

/** Gives money back and tells the merchant's server. The caller has checked that so much is left. */
export function cancel(
  world: World,
  payment: OverseasPayment,
  amount: number,
  by: OverseasCancel['by'],
  echo: { resultUrl: string; serviceDefine: string },
): ReturnType<typeof cancelAnswer> {
  const { settings } = world
  const entry: OverseasCancel = { apiId: digits(settings.random, 15), amount, at: settings.now(), by }
  payment.cancels.push(entry)
  const told = cancelAnswer(payment, entry, echo)
  record(world, 'gpay.cancelled', { oid: payment.oid, answer: flat(told) })
  tell(world, payment.account, 'overseas-cancel', payment.oid, told)
  return told
}
