/** A message that claims a payment nobody made, in the form of a true one. */
import { paymentAnswer } from '../overseas/answers.ts'
import { tell } from '../overseas/tell.ts'
import { announce } from '../webhooks/outbox.ts'
import type { World } from '../world.ts'

/** Tells the shop that the order of an open window is paid. Nothing when there is no such window, or nobody to tell. */
export function forgePaid(world: World, oid: string): void {
  const overseas = [...world.overseas.windows.values()].findLast(({ order }) => order.oid === oid)
  if (overseas !== undefined) {
    const { order } = overseas
    const invented = {
      apiId: '9'.repeat(22),
      billingKey: '',
      cardNumber: '1234-****-****-7890',
      channel: 'window' as const,
      paidAt: world.settings.now(),
      cancels: [],
    }
    tell(world, order.account, 'overseas-payment', oid, paymentAnswer(world, { ...order, ...invented }))
    return
  }
  const session = [...world.store.windows.values()].findLast(({ request }) => request.oid === oid)
  if (session === undefined) return
  const { request, merchant } = session
  const fields = {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'SPCD0000',
    PCD_PAY_MSG: '카드결제완료',
    PCD_PAY_TYPE: request.type,
    PCD_PAY_WORK: 'PAY',
    PCD_PAY_OID: oid,
    PCD_PAY_GOODS: request.goods,
    PCD_PAY_TOTAL: String(request.total),
  }
  announce(world, { kind: 'custom', merchant, oid, fields })
}
