import { describe, expect, test } from 'vitest'

import { authenticated, charges, failed, trace } from '../testing/expectations.ts'
import { testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

describe('when the gateway does not answer as it should', () => {
  test('an answer lost after the charge is found by the lookup at once', async () => {
    const { shop, id, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    expect(await confirm()).toMatchObject({ status: 'paid' })
    expect(await trace(shop, id)).toBe('paid: created approving answer_lost paid')
    expect(charges(shop)).toBe(1)
  })

  test.each<[string, { type: 'status'; status: number } | { type: 'not-json' } | { type: 'empty' }]>([
    ['HTTP 500', { type: 'status', status: 500 }],
    ['HTTP 302', { type: 'status', status: 302 }],
    ['a page', { type: 'not-json' }],
    ['nothing', { type: 'empty' }],
  ])('%s instead of an answer is a doubt; nothing but a lookup that says "paid" ends it', async (_what, effect) => {
    const { shop, id, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect })
    expect(await confirm()).toEqual({ status: 'unknown', checkoutId: id })
    expect(await confirm()).toEqual({ status: 'unknown', checkoutId: id })
    expect(await shop.prepare('A-1')).toMatchObject({ kind: 'outcome', outcome: { status: 'unknown', checkoutId: id } })
    shop.world.advance(86_400_000)
    expect(await shop.payple.reconcile()).toEqual({ settled: 0, remaining: 1 })
    expect(await shop.view(id)).toMatchObject({ outcome: { status: 'unknown' } })
    expect(charges(shop)).toBe(0)
    expect(await shop.payple.health()).toMatchObject({ ok: true, inDoubt: 1, oldestDoubtMs: 86_400_000 })
  })

  test('a refused connection charged nothing, and the order is free again', async () => {
    const { shop, id, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'refuse' } })
    expect(await confirm()).toMatchObject(failed('GATEWAY_UNREACHABLE'))
    expect(await trace(shop, id)).toBe('declined: created approving declined')
    expect((await shop.prepare('A-1')).kind).toBe('window')
  })

  test('a gateway that never answers is given up, looked up, and polled with a back-off', async () => {
    const { shop, id, oid, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'hang' } })
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'not-json' }, times: 2 })
    const answer = confirm()
    await untilEvent(shop, 'fault')
    shop.world.expireDeadlines()
    expect(await answer).toEqual({ status: 'unknown', checkoutId: id })
    const lookups = (): number => shop.sandbox.events.list().filter((event) => event.type === 'lookup').length
    expect(lookups()).toBe(0)
    for (let polls = 0; polls < 5; polls++)
      expect(await shop.view(id)).toMatchObject({ outcome: { status: 'unknown' } })
    expect(lookups()).toBe(0)
    shop.world.advance(2_000)
    expect(await shop.view(id)).toMatchObject({ outcome: { status: 'paid', payment: { oid } } })
    expect(lookups()).toBe(1)
    expect(charges(shop)).toBe(1)
    expect(shop.settled).toHaveLength(1)
  })

  test.each([
    ['SPCD1001', '?'],
    ['CPCA0201', '?'],
    ['SPCD0014', '?'],
    ['SPCD1001', '한도가 초과하였습니다.'],
  ])('code %s with the words "%s" leaves the question open', async (code, message) => {
    const { shop, id, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'code', code, message } })
    expect(await confirm()).toEqual({ status: 'unknown', checkoutId: id })
    expect(await trace(shop, id)).toBe('unknown: created approving answer_doubtful')
  })

  test.each(['CPCA0014', 'ZZZZ9999'])('code %s is believed only after a lookup found nothing', async (code) => {
    const { shop, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'code', code, message: '?' } })
    expect(await confirm()).toMatchObject({ status: 'failed', error: { code: 'PAYMENT_DECLINED', gatewayCode: code } })
    expect(shop.sandbox.events.list().some((event) => event.type === 'lookup.refused')).toBe(true)
  })

  test.each<['lookup' | 'auth']>([['lookup'], ['auth']])(
    'an error that hides a charge is not believed while %s fails',
    async (operation) => {
      const { shop, id, confirm } = await authenticated()
      const fields = { PCD_PAY_RST: 'error', PCD_PAY_CODE: '[test]CPCA0014' }
      shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields } })
      shop.sandbox.control.fault({ operation, effect: { type: 'status', status: 503 }, times: 4 })
      expect(await confirm()).toEqual({ status: 'unknown', checkoutId: id })
      expect(await trace(shop, id)).toBe('unknown: created approving lookup_unanswered')
      shop.sandbox.control.clearFaults()
      shop.world.advance(60_000)
      expect(await shop.payple.reconcile()).toEqual({ settled: 1, remaining: 0 })
      expect(await shop.view(id)).toMatchObject({ outcome: { status: 'paid' } })
    },
  )

  test('an error that hides a charge is found out', async () => {
    const { shop, confirm } = await authenticated()
    const fields = { PCD_PAY_RST: 'error', PCD_PAY_CODE: '[test]CPCA0014' }
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields } })
    expect(await confirm()).toMatchObject({ status: 'paid' })
  })

  test('a payment refunded in partner admin while in doubt is not paid; a part refunded stays open', async () => {
    const full = await authenticated()
    full.shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    full.shop.sandbox.control.fault({
      operation: 'lookup',
      effect: { type: 'alter', fields: { PCD_REFUND_TOTAL: '1000' } },
    })
    expect(await full.confirm()).toMatchObject(failed('PAYMENT_REFUNDED'))
    const part = await authenticated()
    part.shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    part.shop.sandbox.control.fault({
      operation: 'lookup',
      effect: { type: 'alter', fields: { PCD_REFUND_TOTAL: '400' } },
    })
    expect(await part.confirm()).toMatchObject({ status: 'unknown' })
  })

  test('any number of reconcilers and polling pages ask about a doubt once', async () => {
    const { shop, id, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'not-json' }, times: 2 })
    await confirm()
    shop.world.advance(60_000)
    const other = shop.another()
    await Promise.all([shop.payple.reconcile(), other.reconcile(), shop.view(id), shop.view(id, other), confirm()])
    expect(shop.sandbox.events.list().filter((event) => event.type === 'lookup')).toHaveLength(1)
    expect(await shop.view(id)).toMatchObject({ outcome: { status: 'paid' } })
  })

  test.each([
    ['another order', { PCD_PAY_OID: 'another' }],
    ['no amount', { PCD_PAY_TOTAL: '' }],
    ['no approval', { PCD_PAY_TIME: '', PCD_PAY_CARDTRADENUM: '', PCD_PAY_CARDAUTHNO: '' }],
  ])('a lookup that answers with %s proves nothing', async (_what, fields) => {
    const { shop, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'alter', fields } })
    expect((await confirm()).status).toBe('unknown')
    expect(await shop.payple.reconcile()).toEqual({ settled: 1, remaining: 0 })
  })

  test('a charge that crosses midnight is returned on the day it was made', async () => {
    const shop = testShop({ slowness: 5_000 })
    shop.world.advance(29 * 60_000 + 57_000)
    const { checkoutId, oid, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window, '4000000000009003')
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '1001' } } })
    shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'not-json' } })
    await shop.result(checkoutId, result)
    expect(await shop.ledger.find(checkoutId)).toMatchObject({ state: 'unknown', chargedDate: '20261122' })
    await shop.payple.reconcile()
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'refunded' })
  })

  test('a charge that is heard of after an operator ended the doubt is reported', async () => {
    const shop = testShop()
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    let answer: () => void = () => undefined
    let late: Promise<unknown> | undefined
    await new Promise<void>((sent) => {
      const slow = shop.another({
        fetch: async (request) => {
          if (!request.url.includes('Confirm')) return shop.sandbox.fetch(request)
          sent()
          await new Promise<void>((resolve) => (answer = resolve))
          return shop.sandbox.fetch(request)
        },
      })
      late = shop.result(checkoutId, result, slow)
    })
    shop.world.advance(60_000)
    expect(await shop.payple.payments.release(checkoutId, 'nothing there')).toMatchObject(failed('RELEASED'))
    answer()
    await late
    expect(shop.logs).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'charge-unrecorded', checkoutId, state: 'declined' }),
    )
  })

  test('an operator may end a doubt, but a payment found on the last look wins', async () => {
    const lost = await authenticated()
    lost.shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'status', status: 502 } })
    await lost.confirm()
    const note = 'nothing in partner admin, checked by kim'
    expect(await lost.shop.payple.payments.release(lost.id, note)).toMatchObject(failed('RELEASED'))
    expect((await lost.shop.payple.payments.history('A-1'))[0]?.events.at(-1)).toMatchObject({
      name: 'released',
      actor: 'operator',
      detail: { note },
      from: 'unknown',
      to: 'declined',
    })
    expect((await lost.shop.prepare('A-1')).kind).toBe('window')

    const charged = await authenticated()
    charged.shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    charged.shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'empty' }, times: 2 })
    await charged.confirm()
    expect(await charged.shop.payple.payments.release(charged.id, note)).toMatchObject({ status: 'paid' })
    expect(await charged.shop.payple.payments.release('nobody', note)).toBeUndefined()
  })
})

/** Waits, without a clock, until the sandbox has recorded an event of this type. */
function untilEvent(shop: TestShop, type: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = shop.sandbox.events.subscribe((event) => {
      if (event.type !== type) return
      stop()
      resolve()
    })
  })
}
