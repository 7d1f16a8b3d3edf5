/** The overseas half of a small merchant's server: good by default, one mistake at a time to switch on. */
import type { MerchantShop, ShopState } from '../conformance/shop.ts'
import type { Sandbox } from '../sandbox.ts'
import { gpay } from './drive-overseas.ts'
import { jsonRequest, type Json } from './drive.ts'

/** The mistakes. */
export type OverseasBug =
  | 'believes-result'
  | 'no-comparison'
  | 'ignores-order-number'
  | 'close-wins'
  | 'believes-webhook'
  | 'obeys-cancel'
  | 'leaks-key'
  | 'prints-result'
  | 'open-redirect'
  | 'keeps-mismatch'
  | 'cancels-duplicates'

const KEY = 'abcd1234567890'

interface Order {
  oid: string
  state: ShopState
  paidBy: string | undefined
}

export function overseasMerchant(sandbox: Sandbox, bug?: OverseasBug): MerchantShop {
  const orders = new Map<string, Order>()
  const has = (name: OverseasBug): boolean => bug === name
  const find = (id: string): Order => orders.get(id) as Order
  const cancel = (oid: string, payId: string, totalAmount: string): Promise<unknown> =>
    gpay(sandbox, '/gpay/cancel', {
      service_id: 'demo',
      comments: 'mug',
      service_oid: oid,
      pay_id: payId,
      totalAmount,
      currency: 'USD',
      resultUrl: 'https://shop.example/result',
    })

  /** Asks the gateway about the order's own number, and believes nothing else. */
  const look = async (order: Order, payId?: string): Promise<void> => {
    const by: Json =
      payId === undefined || !has('ignores-order-number') ? { service_oid: order.oid } : { pay_id: payId }
    const found = await gpay(sandbox, '/gpay/paymentResult', { service_id: 'demo', ...by })
    if (found['result'] !== 'A0000') return
    const apiId = found['api_id'] ?? ''
    if (order.state === 'paid') {
      if (has('cancels-duplicates')) await cancel(order.oid, apiId, '19.90')
      return
    }
    const { totalAmount = '', service_oid: oid } = found.info
    if (totalAmount !== '19.90' && !has('no-comparison')) {
      order.state = 'failed'
      if (!has('keeps-mismatch')) await cancel(order.oid, apiId, totalAmount)
      return
    }
    if (oid !== order.oid && !has('ignores-order-number')) return
    order.state = 'paid'
    order.paidBy = apiId
  }

  return {
    async createOrder() {
      const id = `o-${orders.size + 1}`
      orders.set(id, { oid: `oid-${orders.size + 1}`, state: 'open', paidBy: undefined })
      return id
    },
    async prepare(id) {
      const token = { service_id: 'demo', service_key: KEY, code: 'as12345678' }
      const answer = (await (await sandbox.fetch(jsonRequest('/gpay/oauth/1.0/token', token))).json()) as Json
      return {
        Authorization: answer['access_token'] ?? '',
        service_id: 'demo',
        service_oid: find(id).oid,
        comments: 'mug',
        totalAmount: '19.90',
        currency: 'USD',
        resultUrl: `https://shop.example/result/${id}`,
        payCls: 'demo',
        ...(has('leaks-key') ? { serviceDefine: KEY } : {}),
      }
    },
    async deliver(id, result) {
      const order = find(id)
      if (has('believes-result') && result['result'] === 'A0000') order.state = 'paid'
      else if (result['result'] === 'C0998' && has('close-wins')) order.state = 'canceled'
      else await look(order, result['api_id'])
      const location = has('open-redirect') ? (result['resultUrl'] ?? '/') : '/orders'
      const body = has('prints-result') ? `<p>${result['message'] ?? ''}</p>` : ''
      return { status: 303, contentType: 'text/html', body, location }
    },
    stateOf: async (id) => find(id).state,
    async webhook(message) {
      const { service_oid: oid } = message['info'] as Json
      const order = [...orders.values()].find((each) => each.oid === oid)
      if (order !== undefined && message['type'] === 'PAYMENT') {
        if (has('believes-webhook')) order.state = 'paid'
        else await look(order)
      }
      if (order !== undefined && message['type'] === 'CANCEL' && has('obeys-cancel')) order.state = 'canceled'
      return { status: 200, contentType: 'application/json', body: '{}' }
    },
  }
}
