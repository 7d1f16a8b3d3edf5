import type { Gateway } from './gateway.ts'
import type { OverseasGateway } from './overseas/overseas-gateway.ts'

/**
 * One gateway for `settle`, which only asks about payments and gives money back: an address with an overseas half goes to the
 * overseas product.
 */
export function bothProducts(domestic: Gateway, overseas: OverseasGateway | undefined): Gateway {
  if (overseas === undefined) return domestic
  return {
    ...domestic,
    lookup: (address) =>
      address.overseas === undefined ? domestic.lookup(address) : overseas.lookup({ oid: address.oid }),
    cancel: async (refund, beforeSend) => {
      const { overseas: address, oid, total: amount } = refund
      if (address === undefined) return domestic.cancel(refund, beforeSend)
      const { payId, goods, currency, resultUrl } = address
      // Without Payple's own id the payment cannot be named. A lookup brings it.
      if (payId === undefined) return { kind: 'not-sent', reason: 'pay-id-unknown' }
      return overseas.cancel({ oid, payId, goods, amount, currency, resultUrl }, beforeSend)
    },
  }
}
