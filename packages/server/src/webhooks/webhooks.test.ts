import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { describe, expect, test } from 'vitest'

import type { Ledger } from '../ledger/ledger.ts'
import { memoryLedger } from '../ledger/memory.ts'
import { charges } from '../testing/expectations.ts'
import { payOrder, saveCard } from '../testing/saved-card.ts'
import { SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'

const SECRET = 'a-secret-nobody-guesses'
const URL_PATH = `webhooks/domestic/${SECRET}`

function hookedShop(setup: TestShopOptions = {}): TestShop {
  const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
  return testShop({
    ...setup,
    ledger: watched(setup.ledger ?? memoryLedger()),
    domestic: { cstId, custKey, refundKey, clientKey, ...setup.domestic },
    options: { webhooks: { secret: SECRET }, ...setup.options },
  })
}

const post = (shop: TestShop, body: unknown, path = URL_PATH): Promise<Response> =>
  shop.post(path, body, { origin: 'https://payple.test' })

/** What Payple posts about a payment: fields of docs/protocol/domestic.md 8.3, written out. */
const paid = (oid: string, more: Record<string, string> = {}): Record<string, string> => ({
  PCD_PAY_RST: 'success',
  PCD_PAY_CODE: 'SPCD0000',
  PCD_PAY_MSG: '결제완료',
  PCD_PAY_OID: oid,
  PCD_PAY_TYPE: 'card',
  PCD_PAY_WORK: 'PAY',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_TIME: '20261121233100',
  PCD_PAY_CARDAUTHNO: '98123445',
  PCD_PAYER_NAME: '홍길동',
  PCD_PAYER_HP: '01012345678',
  ...more,
})

/** Webhooks that are being looked at, by ledger: taken and not yet given back. */
const underWay = new WeakMap<Ledger, Set<number>>()

/** A ledger that tells what is being looked at. */
function watched(ledger: Ledger): Ledger {
  const taken = new Set<number>()
  const watching: Ledger = {
    ...ledger,
    takeWebhooks: async (scope, now, until, limit) => {
      const rows = await ledger.takeWebhooks(scope, now, until, limit)
      for (const { seq } of rows) if (until > now) taken.add(seq)
      return rows
    },
    closeWebhook: async (row, now, end) => {
      await ledger.closeWebhook(row, now, end)
      taken.delete(row.seq)
    },
  }
  underWay.set(watching, taken)
  return watching
}

/** Lets the handling that goes on behind the answer come to its end: none waits to be taken, and none that was taken is still open. */
const handled = async (shop: TestShop): Promise<void> => {
  const now = shop.world.clock()
  for (let turn = 0; ; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    const [waiting] = await shop.ledger.takeWebhooks('sandbox', now, now, 1)
    if (waiting === undefined && underWay.get(shop.ledger)?.size === 0) break
    if (turn > 1_000_000) throw new Error('A webhook is never handled.')
  }
  await shop.payple.reconcile()
}

describe('the address', () => {
  test('answers a probe and a message with 200 and the words of Payple’s own receiver', async () => {
    const shop = hookedShop()
    const { oid } = await payOrder(shop, 'A-1')
    const probe = await shop.payple.fetch(new Request(`${SHOP}/payple/${URL_PATH}`, { method: 'HEAD' }))
    expect(probe.status).toBe(200)
    const answer = await post(shop, paid(oid))
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { result: 'success', result_msg: '수신완료', PCD_PAY_OID: oid },
    ])
  })

  test('does not exist with another secret, or without the option', async () => {
    const shop = hookedShop()
    expect((await post(shop, paid('x'), 'webhooks/domestic/a-secret-somebody-guessed')).status).toBe(404)
    expect((await post(testShop(), paid('x'))).status).toBe(404)
  })

  test('refuses what speaks of nothing, and what is too large', async () => {
    const shop = hookedShop()
    expect((await post(shop, { PCD_PAY_RST: 'success' })).status).toBe(400)
    expect((await post(shop, 'not json')).status).toBe(400)
    expect((await post(shop, paid('x', { PCD_PAY_GOODS: 'x'.repeat(70_000) }))).status).toBe(413)
  })

  test('answers before anybody has been asked', async () => {
    const shop = hookedShop({ options: { webhooks: { secret: SECRET }, fetch: () => new Promise(() => undefined) } })
    await shop.window('A-1')
    expect((await post(shop, paid('261121-233000-x'))).status).toBe(200)
  })
})

describe('a payment', () => {
  test.each(['json', 'form'] as const)(
    'that the browser never reported is settled by its webhook (%s)',
    async (format) => {
      const shop = hookedShop({ domestic: { work: 'PAY' } })
      const { checkoutId, oid, window } = await shop.window('A-1')
      await shop.buyer.submit(await shop.buyer.open(window))
      const body = format === 'json' ? JSON.stringify(paid(oid)) : new URLSearchParams(paid(oid)).toString()
      const type = format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
      await shop.post(URL_PATH, body, { 'content-type': type })
      await handled(shop)
      expect(await shop.view(checkoutId)).toMatchObject({ outcome: { status: 'paid' } })
      expect(shop.settled).toHaveLength(1)
    },
  )

  test('that nobody made is not believed', async () => {
    const shop = hookedShop({ domestic: { work: 'PAY' } })
    const { checkoutId, oid } = await shop.window('A-1')
    await post(shop, paid(oid))
    await handled(shop)
    expect((await shop.view(checkoutId)).outcome).toBeUndefined()
    expect(shop.settled).toEqual([])
  })

  test('of a CERT window that was only authenticated stays unpaid, and its genuine result still pays once', async () => {
    const shop = hookedShop()
    const { checkoutId, oid, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    await post(shop, paid(oid, { PCD_PAY_WORK: 'CERT', PCD_PAY_CARDAUTHNO: '' }))
    await handled(shop)
    expect(await shop.payple.payments.get('A-1')).toBeNull()
    expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
    expect(charges(shop)).toBe(1)
  })

  test('told three times, before and after its own result, is told to the shop once', async () => {
    const shop = hookedShop({ domestic: { work: 'PAY' } })
    const { checkoutId, oid, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    await Promise.all([post(shop, paid(oid)), shop.result(checkoutId, result), post(shop, paid(oid))])
    await post(shop, paid(oid))
    await handled(shop)
    expect(shop.settled).toHaveLength(1)
    expect(charges(shop)).toBe(1)
  })

  test('whose order number comes before its row is tried again, and matched', async () => {
    const shop = hookedShop({ domestic: { work: 'PAY' } })
    await post(shop, paid('261121-233000-zzzzzzzzzzzz'))
    await handled(shop)
    expect((await shop.payple.reconcile()).remaining).toBe(1)
    shop.world.advance(24 * 3_600_000)
    for (let round = 0; round < 20; round++) {
      shop.world.advance(700_000)
      await shop.payple.reconcile()
    }
    expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'webhook-unmatched' }])
    expect((await shop.payple.reconcile()).remaining).toBe(0)
  })

  test('keeps nothing personal in the inbox', async () => {
    const shop = hookedShop()
    const { oid } = await payOrder(shop, 'A-1')
    await post(shop, paid(oid, { PCD_AUTH_KEY: 'secret-token', PCD_PAYER_ID: 'secret-billing-key' }))
    const stored = JSON.stringify(
      await shop.ledger.takeWebhooks('sandbox', shop.world.clock() + 1e9, shop.world.clock() + 2e9, 10),
    )
    for (const secret of ['홍길동', '01012345678', 'secret-token', 'secret-billing-key'])
      expect(stored).not.toContain(secret)
  })
})

describe('a cancel', () => {
  test('made in partner admin is looked up and written down', async () => {
    const shop = hookedShop()
    const { oid } = await payOrder(shop, 'A-1')
    shop.sandbox.control.cancelFromConsole(oid, 300)
    await post(shop, paid(oid, { PCD_PAYCANCEL_FLAG: 'Y', PCD_REFUND_TOTAL: '300', PCD_PAY_CODE: 'PAYC0000' }))
    await handled(shop)
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ refunded: 300 })
    expect(shop.settled.at(-1)).toMatchObject({ type: 'refunded', amount: 300 })
  })

  test('that never happened changes nothing', async () => {
    const shop = hookedShop()
    const { oid } = await payOrder(shop, 'A-1')
    await post(shop, paid(oid, { PCD_PAYCANCEL_FLAG: 'Y', PCD_REFUND_TOTAL: '1000' }))
    await handled(shop)
    expect(await shop.payple.payments.get('A-1')).not.toHaveProperty('refunded')
  })

  test('of our own refund is known already', async () => {
    const shop = hookedShop()
    const { oid } = await payOrder(shop, 'A-1')
    await shop.payple.payments.refund({ orderId: 'A-1', amount: 400, idempotencyKey: 'r' })
    await post(shop, paid(oid, { PCD_PAYCANCEL_FLAG: 'Y', PCD_REFUND_TOTAL: '400' }))
    await handled(shop)
    expect(shop.settled.filter((each) => each.type === 'refunded')).toHaveLength(1)
  })
})

describe('a deleted billing key', () => {
  const deleted = (payerId: string): Record<string, string> => ({
    PCD_PAY_WORK: 'PUSERDEL',
    PCD_PAY_RST: 'success',
    PCD_PAY_MSG: '2008 : 고객요청으로 자동이체 해지되었음(업체해지)',
    PCD_PAY_TYPE: 'card',
    PCD_PAYER_ID: payerId,
    PCD_PAYER_NAME: '홍길동',
  })

  test('is removed when Payple does not know it any more', async () => {
    const shop = hookedShop()
    const id = await saveCard(shop)
    const { payerId } = shop.sandbox.control.billingKeys()[0] as { payerId: string }
    shop.sandbox.control.deleteKeyFromConsole(payerId)
    await post(shop, deleted(payerId))
    await handled(shop)
    expect(await shop.payple.billingKeys.get(id)).toMatchObject({ removedBy: 'console' })
    expect(shop.settled.at(-1)).toMatchObject({ type: 'billing-key-removed', by: 'console' })
  })

  test('stays when the message is a forgery', async () => {
    const shop = hookedShop()
    const id = await saveCard(shop)
    await post(shop, deleted((shop.sandbox.control.billingKeys()[0] as { payerId: string }).payerId))
    await handled(shop)
    expect(await shop.payple.billingKeys.get(id)).not.toHaveProperty('removedAt')
  })
})

test('the sandbox’s own webhooks arrive and agree with the ledger', async () => {
  const shop = hookedShop({ sandbox: { deliver: (request) => shop.payple.fetch(request), later: () => undefined } })
  await shop.sandbox.control.setWebhookUrls({
    payment: `${SHOP}/payple/${URL_PATH}`,
    deletion: `${SHOP}/payple/${URL_PATH}`,
  })
  await payOrder(shop, 'A-1')
  await shop.payple.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })
  await saveCard(shop)
  await shop.sandbox.control.webhooksSettled()
  await handled(shop)
  expect((await shop.payple.reconcile()).remaining).toBe(0)
  expect(shop.settled.map((each) => each.type)).toEqual(['paid', 'refunded', 'registered'])
})
