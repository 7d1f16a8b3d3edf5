/** A small merchant's server, good by default, with every mistake of Payple's own samples to switch on. */
import type { Sandbox } from '../sandbox.ts'
import { TEST_MERCHANT } from '../settings.ts'
import type { Fields, MerchantShop, ShopAnswer, ShopState } from '../conformance/shop.ts'
import { jsonRequest, keysFor, SHOP } from './drive.ts'

/** The mistakes, one by one. */
export type Bug =
  | 'believes-result'
  | 'compares-result-only'
  | 'no-comparison'
  | 'ignores-order-number'
  | 'confirms-again'
  | 'no-claim'
  | 'lost-is-failed'
  | 'unknown-is-failed'
  | 'close-wins'
  | 'believes-webhook'
  | 'webhook-error'
  | 'webhook-blocks'
  | 'leaks-key'
  | 'prints-result'
  | 'refund-unlimited'
  | 'refund-again'
  | 'error-is-paid'

interface MerchantOrder {
  id: string
  oid: string
  total: number
  state: ShopState
  refunded: number
  refunding: boolean
  blocked: boolean
}

/** Flow CERT: the window authenticates, the server confirms. */
export function merchant(sandbox: Sandbox, bug?: Bug): MerchantShop {
  const orders = new Map<string, MerchantOrder>()
  let count = 0
  const has = (name: Bug): boolean => bug === name
  const find = (id: string): MerchantOrder => orders.get(id) as MerchantOrder
  const say = (body: unknown, status = 200): ShopAnswer => ({
    status,
    contentType: 'application/json',
    body: JSON.stringify(body),
  })
  const post = async (path: string, body: Fields): Promise<Record<string, string>> =>
    (await sandbox.fetch(jsonRequest(path, body, { referer: SHOP }))).json()

  const settle = async (order: MerchantOrder, result: Fields): Promise<void> => {
    if (order.blocked) return
    const status = result['PCD_PAY_RST']
    if (status === 'close') {
      if (order.state === 'open' || has('close-wins')) order.state = 'canceled'
      return
    }
    if (order.state === 'paid' && !has('confirms-again')) return
    if (status !== 'success' && !has('error-is-paid')) {
      order.state = 'failed'
      return
    }
    if (has('believes-result') || status !== 'success') {
      order.state = 'paid'
      return
    }
    const compares = !has('no-comparison')
    if (!has('ignores-order-number') && result['PCD_PAY_OID'] !== order.oid) return
    if (compares && result['PCD_PAY_TOTAL'] !== String(order.total)) return
    if (order.state === 'unknown') return
    if (!has('no-claim')) {
      if (order.refunding) return
      order.refunding = true
    }
    try {
      const answer = await post('/php/PayCardConfirmAct.php?ACT_=PAYM', {
        PCD_CST_ID: TEST_MERCHANT.cstId,
        PCD_CUST_KEY: TEST_MERCHANT.custKey,
        PCD_AUTH_KEY: result['PCD_AUTH_KEY'] ?? '',
        PCD_PAY_REQKEY: result['PCD_PAY_REQKEY'] ?? '',
        PCD_PAYER_ID: result['PCD_PAYER_ID'] ?? '',
      })
      await conclude(order, answer)
    } catch {
      order.state = has('lost-is-failed') ? 'failed' : 'unknown'
    } finally {
      order.refunding = false
    }
  }
  const conclude = async (order: MerchantOrder, answer: Fields): Promise<void> => {
    if (answer['PCD_PAY_RST'] !== 'success') {
      const code = answer['PCD_PAY_CODE'] ?? ''
      const doubtful = (/1001/.test(code) && !has('unknown-is-failed')) || (/0201/.test(code) && !has('confirms-again'))
      order.state = doubtful ? 'unknown' : 'failed'
      return
    }
    const fits = answer['PCD_PAY_TOTAL'] === String(order.total) && answer['PCD_PAY_OID'] === order.oid
    if (fits || has('compares-result-only') || has('no-comparison')) order.state = 'paid'
    else if (has('ignores-order-number')) order.state = 'paid'
    else {
      await cancel({ ...order, oid: answer['PCD_PAY_OID'] ?? '' }, Number(answer['PCD_PAY_TOTAL']))
      order.state = 'failed'
    }
  }
  const cancel = async (order: MerchantOrder, amount: number): Promise<Record<string, string>> =>
    post('/php/account/api/cPayCAct.php', {
      ...(await keysFor(sandbox, { PCD_PAYCANCEL_FLAG: 'Y' })),
      PCD_REFUND_KEY: TEST_MERCHANT.refundKey,
      PCD_PAYCANCEL_FLAG: 'Y',
      PCD_PAY_OID: order.oid,
      PCD_PAY_DATE: '20261121',
      PCD_REFUND_TOTAL: String(amount),
    })
  const lookUp = async (order: MerchantOrder): Promise<Record<string, string>> =>
    post('/php/PayChkAct.php', {
      ...(await keysFor(sandbox, { PCD_PAYCHK_FLAG: 'Y' })),
      PCD_PAYCHK_FLAG: 'Y',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_OID: order.oid,
      PCD_PAY_DATE: '20261121',
    })

  return {
    async createOrder({ total }) {
      const id = `order-${(count += 1)}`
      orders.set(id, { id, oid: `oid-${count}`, total, state: 'open', refunded: 0, refunding: false, blocked: false })
      return id
    },
    async prepare(id) {
      const { oid, total } = find(id)
      return {
        clientKey: TEST_MERCHANT.clientKey,
        PCD_PAY_TYPE: 'card',
        PCD_PAY_WORK: 'CERT',
        PCD_CARD_VER: '01',
        PCD_PAY_GOODS: '휴대폰',
        PCD_PAY_TOTAL: String(total),
        PCD_PAY_OID: oid,
        PCD_RST_URL: '/result',
        ...(has('leaks-key') ? { PCD_USER_DEFINE1: TEST_MERCHANT.custKey } : {}),
      }
    },
    async deliver(id, result) {
      await settle(find(id), result)
      if (has('prints-result'))
        return { status: 200, contentType: 'text/html', body: `<p>${result['PCD_PAY_MSG'] ?? ''}</p>` }
      return say({ state: find(id).state })
    },
    stateOf: async (id) => find(id).state,
    async webhook(fields) {
      const order = [...orders.values()].find(({ oid }) => oid === fields['PCD_PAY_OID'])
      if (order === undefined) return say({ result: 'success' })
      if (has('believes-webhook')) order.state = 'paid'
      if (has('webhook-error') && order.state === 'paid') return say({ error: 'known already' }, 409)
      if (has('webhook-blocks') && order.state === 'open') order.blocked = true
      return say({ result: 'success' })
    },
    async refund(id, amount) {
      const order = find(id)
      const wanted = amount ?? order.total - order.refunded
      if (!has('refund-unlimited') && wanted > order.total - order.refunded) return
      if (order.refunding && !has('refund-again')) return
      order.refunding = true
      await cancel(order, wanted)
      order.refunded += wanted
      order.refunding = false
    },
    async later() {
      for (const order of orders.values()) {
        if (order.state !== 'unknown') continue
        if ((await lookUp(order))['PCD_PAY_RST'] === 'success') order.state = 'paid'
      }
    },
    visible: async () => ['<title>shop</title>'],
  }
}
