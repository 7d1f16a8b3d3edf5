import type { Gateway } from './gateway.ts'
import type { OverseasGateway } from './overseas/overseas-gateway.ts'

const NOT_CONFIGURED = 'overseas-not-configured'

/**
 * One gateway for `settle`, which only asks about payments and gives money back: an address with an overseas half goes to the
 * overseas product and to nobody else. Without its account such a payment can be neither asked about nor given back: cents must never reach
 * the domestic product as won.
 */
export function bothProducts(domestic: Gateway, overseas: OverseasGateway | undefined): Gateway {
  return {
    ...domestic,
    lookup: async (address) => {
      if (address.overseas === undefined) return domestic.lookup(address)
      if (overseas === undefined) return { kind: 'lost', reason: NOT_CONFIGURED }
      const { payId } = address.overseas
      return overseas.lookup(payId === undefined ? { oid: address.oid } : { payId })
    },
    cancel: async (refund, beforeSend) => {
      const { overseas: address, oid, total: amount } = refund
      if (address === undefined) return domestic.cancel(refund, beforeSend)
      if (overseas === undefined) return { kind: 'not-sent', reason: NOT_CONFIGURED }
      const { payId, goods, currency, resultUrl } = address
      // Without Payple's own id the payment cannot be named. A lookup brings it.
      if (payId === undefined) return { kind: 'not-sent', reason: 'pay-id-unknown' }
      return overseas.cancel({ oid, payId, goods, amount, currency, resultUrl }, beforeSend)
    },
  }
}
