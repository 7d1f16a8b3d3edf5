/** A stale copy, a second process or a bad moment of the gateway must not make paid look failed, or move money twice. */
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { expect, test } from 'vitest'
import type { Ledger } from '../ledger/ledger.ts'
import { memoryLedger } from '../ledger/memory.ts'
import { charges } from '../testing/expectations.ts'
import { CONTRACT_LEDGERS } from '../testing/ledgers.ts'
import { payOrder, saveCard } from '../testing/saved-card.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'

const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
const parts = (setup: TestShopOptions = {}): TestShop =>
  testShop({ ...setup, domestic: { cstId, custKey, refundKey, clientKey } })
/** Lets everything run that waits for nothing but its turn. */
const tick = async (): Promise<void> => {
  for (let turn = 0; turn < 5_000; turn++) await new Promise((resolve) => setImmediate(resolve))
}
const gateOf = () => {
  let go!: () => void
  const gate = new Promise<void>((r) => (go = r))
  return { gate, go }
}
const reset = () => Object.assign(new TypeError('reset'), { cause: { code: 'ECONNRESET' } })
const order = { goods: '구독', total: 9900, currency: 'KRW' } as const
const SECRET = 'w'.repeat(32)
const isAuth = (r: Request) => r.url.includes('auth.php')

test('a webhook (or lookup) of a CERT window must not eat its result', async () => {
  const shop = testShop({ options: { webhooks: { secret: SECRET } } })
  const { checkoutId, oid, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  await shop.post(`webhooks/domestic/${SECRET}`, { PCD_PAY_RST: 'success', PCD_PAY_WORK: 'CERT', PCD_PAY_OID: oid })
  expect((await shop.result(checkoutId, result)).status).toBe('paid')
})

test('a charge that was sent is not called failed: double charge', async () => {
  const shop = testShop()
  const billingKey = await saveCard(shop)
  const dead = shop.another({
    fetch: (r) => (/Confirm/i.test(r.url) ? new Promise(() => undefined) : asNetwork(shop.sandbox)(r)),
  })
  const w = await shop.window('Z-1') // something the reconciler looks at first
  void shop.result(w.checkoutId, (await shop.buyer.pay(w.window)).result, dead)
  await tick()
  const sleep = gateOf(),
    answer = gateOf(),
    look = gateOf()
  const slow = shop.another({
    fetch: async (r) => {
      if (isAuth(r)) await sleep.gate
      const reply = await asNetwork(shop.sandbox)(r)
      if (!isAuth(r)) await answer.gate
      return reply
    },
  })
  const charging = slow.billingKeys.charge({ billingKey, orderId: 'S-1', order, idempotencyKey: 'k1' })
  await tick()
  shop.world.advance(60_000) // the claim (51 s) is over, nobody has taken it
  const worker = shop.another({
    fetch: async (r) => {
      if (isAuth(r)) await look.gate
      return asNetwork(shop.sandbox)(r)
    },
  })
  const run = worker.reconcile() // has read both rows, waits for Payple about Z-1
  await tick()
  sleep.go()
  await tick() // the slow process wakes up: writes charge_sent with its still valid token, and sends
  look.go()
  await run // the worker gets to S-1, believes its old copy: attemptedAt null
  answer.go()
  const first = await charging
  await shop.payple.billingKeys.charge({ billingKey, orderId: 'S-1', order, idempotencyKey: 'k2' })
  expect([first.status, charges(shop)]).toEqual(['paid', 1])
})

test('a charge answered with another order number is a doubt: double charge', async () => {
  const shop = testShop()
  const billingKey = await saveCard(shop)
  const crossed = shop.another({
    fetch: async (r) => {
      const charge = !isAuth(r) && (await r.clone().text()).includes('PCD_PAYER_ID')
      const a = await asNetwork(shop.sandbox)(r)
      return charge ? Response.json({ ...((await a.json()) as object), PCD_PAY_OID: 'somebody-elses' }) : a
    },
  })
  const one = await crossed.billingKeys.charge({ billingKey, orderId: 'S-1', order, idempotencyKey: 'k1' })
  await shop.payple.billingKeys.charge({ billingKey, orderId: 'S-1', order, idempotencyKey: 'k2' })
  expect([one.status === 'failed', charges(shop)]).toEqual([false, 1])
})

test.each(['ZZZZ9999', undefined])(
  'a cancel refused with an unpublished code (%s) is looked up: double refund',
  async (code) => {
    const shop = parts()
    const { oid } = await payOrder(shop, 'A-1')
    const odd = shop.another({
      fetch: async (r) => {
        const reply = await asNetwork(shop.sandbox)(r)
        return r.url.includes('cPayCAct')
          ? Response.json({ PCD_PAY_RST: 'error', PCD_PAY_CODE: code, PCD_PAY_MSG: '시스템 오류' })
          : reply
      },
    })
    const one = await odd.payments.refund({ orderId: 'A-1', amount: 400, idempotencyKey: 'a' })
    await shop.payple.payments.refund({
      orderId: 'A-1',
      amount: 400,
      idempotencyKey: one.status === 'failed' ? 'b' : 'a',
    })
    expect(shop.sandbox.control.payment(oid)?.refundedTotal).toBe(400)
  },
)

test('a release does not overrule a lookup that is under way', async () => {
  const base = memoryLedger()
  let between: undefined | (() => Promise<void>)
  const ledger: Ledger = {
    ...base,
    move: async (change) => {
      if (change.event?.name === 'released') {
        const job = between
        between = undefined
        await job?.()
      }
      return base.move(change)
    },
  }
  const shop = testShop({ ledger })
  const { checkoutId, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  let visible = false
  const look = gateOf()
  const net = (wait?: Promise<void>) => async (r: Request) => {
    const check = !isAuth(r) && (await r.clone().text()).includes('PCD_PAYCHK_FLAG')
    if (check) {
      await wait
      if (!visible) return Response.json({ PCD_PAY_RST: 'error', PCD_PAY_CODE: 'PCHK9999' })
    }
    const a = await asNetwork(shop.sandbox)(r)
    if (/Confirm/i.test(r.url)) throw reset()
    return a
  }
  const p = shop.another({ fetch: net() })
  await shop.result(checkoutId, result, p)
  shop.world.advance(10_000)
  let poll: Promise<unknown> | undefined
  between = async () => {
    shop.world.advance(10_000)
    poll = shop.view(checkoutId, shop.another({ fetch: net(look.gate) }))
    await tick()
  }
  await p.payments.release(checkoutId, 'not in partner admin')
  visible = true
  look.go()
  await poll
  expect((await shop.view(checkoutId)).outcome?.status).toBe('paid')
})

test('a bad moment of Payple does not delete cards, and nobody else gets them', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('card-of-kim', 'register-card')
  const { result } = await shop.buyer.pay(window)
  const registered = await shop.result(checkoutId, result)
  if (registered.status !== 'registered') throw new Error(registered.status)
  const kim = registered.billingKey.id
  const bad = shop.another({
    fetch: async (r) =>
      !isAuth(r) && (await r.clone().text()).includes('PCD_PAYER_ID')
        ? Response.json({ PCD_PAY_RST: 'error', PCD_PAY_CODE: 'SYSE0001', PCD_PAY_MSG: '점검중' })
        : asNetwork(shop.sandbox)(r),
  })
  const deleted = await bad.billingKeys.delete(kim)
  const lee = await shop.window('card-of-lee', 'register-card')
  const stolen = await shop.result(lee.checkoutId, { ...result, PCD_PAY_OID: lee.oid })
  expect([deleted.status, stolen.status]).toEqual(['unknown', 'failed'])
})

test('one row that cannot be written does not stop the others (PostgreSQL)', async () => {
  const postgres = CONTRACT_LEDGERS.find(([name]) => name === 'postgres')?.[1]
  if (postgres === undefined) throw new Error('no PostgreSQL')
  const shop = testShop({ ledger: postgres() })
  const A = await shop.window('A-1'),
    B = await shop.window('B-1')
  const ra = await shop.buyer.pay(A.window),
    rb = await shop.buyer.pay(B.window)
  const nul = shop.another({
    fetch: async (r) => {
      const a = await asNetwork(shop.sandbox)(r)
      if (isAuth(r)) return a
      const json = (await a.json()) as Record<string, unknown>
      return Response.json(json.PCD_PAY_OID === A.oid ? { ...json, PCD_PAY_CARDNAME: 'BC\u0000카드' } : json)
    },
  })
  await shop.result(A.checkoutId, ra.result, nul)
  const cut = shop.another({
    fetch: async (r) => {
      const a = await asNetwork(shop.sandbox)(r)
      if (!isAuth(r)) throw reset()
      return a
    },
  })
  await shop.result(B.checkoutId, rb.result, cut)
  let threw = 0
  for (let i = 0; i < 60; i++) {
    shop.world.advance(60_000)
    await nul.reconcile().catch(() => threw++)
  } // an hour, once a minute
  const states = await Promise.all([A, B].map(async (w) => (await shop.ledger.find(w.checkoutId))?.state))
  await shop.close()
  expect([...states, threw]).toEqual(['paid', 'paid', 0])
})

test('a console refund told while ours is under way is noted later', async () => {
  const shop = parts({ options: { webhooks: { secret: SECRET } } })
  const { oid } = await payOrder(shop, 'A-1')
  const hold = gateOf()
  const slow = shop.another({
    fetch: async (r) => {
      if (r.url.includes('cPayCAct')) await hold.gate
      return asNetwork(shop.sandbox)(r)
    },
  })
  const ours = slow.payments.refund({ orderId: 'A-1', amount: 100, idempotencyKey: 'r' })
  await tick()
  shop.sandbox.control.cancelFromConsole(oid, 500)
  await shop.post(`webhooks/domestic/${SECRET}`, { PCD_PAY_RST: 'success', PCD_PAY_OID: oid, PCD_PAYCANCEL_FLAG: 'Y' })
  await tick()
  hold.go()
  await ours
  for (let i = 0; i < 5; i++) {
    shop.world.advance(700_000)
    await shop.payple.reconcile()
  }
  expect((await shop.payple.payments.get('A-1'))?.refunded).toBe(600)
})

test('a void is sent once', async () => {
  const shop = parts()
  const { checkoutId, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window, undefined, { PCD_PAY_TOTAL: '3000' })
  const hold = gateOf()
  let cancels = 0
  const net = (wait?: Promise<void>) => async (r: Request) => {
    if (wait && isAuth(r) && (await r.clone().text()).includes('PCD_PAYCANCEL_FLAG')) await wait
    if (r.url.includes('cPayCAct')) cancels++
    return asNetwork(shop.sandbox)(r)
  }
  const first = shop.result(checkoutId, { ...result, PCD_PAY_TOTAL: '1000' }, shop.another({ fetch: net(hold.gate) }))
  await tick()
  shop.world.advance(60_000)
  await shop.another({ fetch: net() }).reconcile()
  hold.go()
  await first
  expect(cancels).toBe(1)
})
