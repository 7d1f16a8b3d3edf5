import type { Order } from '@payple-kit/server'
import { DEMO_MEMBER } from '../orders/payple-order.ts'

const PREFIX = 'card-of-'

/**
 * The order id under which a member registers cards: one per member, so that `billingKeys.list` gives exactly their cards and
 * nobody has to keep a second table of who owns which.
 */
export function registrationIdOf(member: string): string {
  return `${PREFIX}${member}`
}

export function isRegistrationId(orderId: string): boolean {
  return orderId.startsWith(PREFIX)
}

/** What `loadOrder` says about it. Nothing is charged, and with a total of 0 nothing ever could be. */
export const REGISTRATION: Order = {
  goods: '담백상점 결제수단 등록',
  total: 0,
  currency: 'KRW',
  payer: { memberNo: DEMO_MEMBER },
}
