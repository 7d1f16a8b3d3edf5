import type { SandboxOptions } from '@payple-kit/sandbox'
import { describe, expect, test } from 'vitest'

import { authenticated, failed, trace } from '../testing/expectations.ts'
import { testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

describe('when the gateway charged what it should not', () => {
  test('a charge over another amount goes back at once', async () => {
    const { shop, id, oid, confirm } = await authenticated()
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '999' } } })
    shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'code', code: 'PAYC0011', message: '?' } })
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '1000' } } })
    expect(await confirm()).toEqual({ status: 'unknown', checkoutId: id })
    expect(await trace(shop, id)).toBe('unknown: created approving void_started void_unconfirmed')
    expect(shop.logs).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'void-unconfirmed', checkoutId: id }),
    )
    expect(await shop.payple.reconcile()).toEqual({ settled: 1, remaining: 0 })
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'refunded', chargeCount: 1 })
    expect(await shop.view(id)).toMatchObject({ outcome: failed('CHARGE_RETURNED') })
    expect(shop.settled).toEqual([
      {
        id: `${id}.voided`,
        type: 'voided',
        orderId: 'A-1',
        checkoutId: id,
        oid,
        amount: 1000,
        currency: 'KRW',
        reason: 'mismatch',
      },
    ])
    expect((await shop.prepare('A-1')).kind).toBe('window')
  })

  test.each<[string, Parameters<TestShop['sandbox']['control']['fault']>[0]['effect']]>([
    ['lost on the way back', { type: 'lost-answer' }],
    ['refused', { type: 'refuse' }],
    ['a page', { type: 'not-json' }],
  ])(
    'a return of money whose answer is %s is asked about, then done again only when it was not',
    async (_what, effect) => {
      const { shop, id, oid, confirm } = await authenticated()
      shop.sandbox.control.fault({
        operation: 'confirm',
        effect: { type: 'alter', fields: { PCD_PAY_OID: oid, PCD_PAY_TOTAL: '1001' } },
      })
      shop.sandbox.control.fault({ operation: 'cancel', effect })
      expect((await confirm()).status).toBe('unknown')
      shop.world.advance(60_000)
      await shop.payple.reconcile()
      expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'refunded', refundedTotal: 1000 })
      expect(await shop.view(id)).toMatchObject({ outcome: failed('CHARGE_RETURNED') })
    },
  )

  test('a confirm that answers for another order of ours that is paid leaves that one alone, and its own is looked up', async () => {
    const { shop, id, confirm } = await authenticated()
    const other = await shop.window('B-1')
    await shop.result(other.checkoutId, (await shop.buyer.pay(other.window)).result)
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields: { PCD_PAY_OID: other.oid } } })
    expect(await confirm()).toMatchObject({ status: 'paid', payment: { checkoutId: id } })
    expect(shop.sandbox.control.payment(other.oid)?.status).toBe('paid')
    expect(await trace(shop, other.checkoutId)).toBe('paid: created approving paid')
    expect(await trace(shop, id)).toBe('paid: created approving foreign_charge paid')
  })

  test.each([
    ['of a dearer order', 100_000, 1000],
    ['of a cheaper order', 1000, 100_000],
  ])('keys %s slipped into a result pay the order they belong to, and nothing goes back', async (_what, own, other) => {
    const { shop, mine, theirs, forged, result } = await slipped(own, other)
    expect(await shop.result(theirs.checkoutId, forged)).toMatchObject({
      status: 'failed',
      error: { code: 'RESULT_MISMATCH', field: 'PCD_PAY_OID' },
    })
    expect(await shop.payple.payments.get('MINE')).toMatchObject({ amount: own })
    expect(await shop.payple.payments.get('THEIRS')).toBeNull()
    expect(await shop.result(mine.checkoutId, result)).toMatchObject({ status: 'paid', payment: { oid: mine.oid } })
    shop.world.advance(60_000)
    await shop.payple.reconcile()
    expect(shop.sandbox.control.payment(mine.oid)).toMatchObject({ status: 'paid', chargeCount: 1, refundedTotal: 0 })
    expect(shop.sandbox.control.payment(theirs.oid)?.chargeCount ?? 0).toBe(0)
    expect(shop.settled.map((each) => each.type)).toEqual(['paid'])
    expect((await shop.ledger.events(theirs.checkoutId)).at(-2)).toMatchObject({
      name: 'foreign_charge',
      detail: { oid: mine.oid, total: own },
    })
    expect((await shop.prepare('THEIRS')).kind).toBe('window')
  })

  test('slipped keys whose charge cannot be looked up leave their own order in doubt, and the lookup ends it', async () => {
    const { shop, mine, theirs, forged, result } = await slipped(100_000, 1000)
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'status', status: 502 }, times: 4 })
    expect(await shop.result(theirs.checkoutId, forged)).toMatchObject(failed('RESULT_MISMATCH'))
    expect((await shop.ledger.find(mine.checkoutId))?.state).toBe('unknown')
    expect((await shop.result(mine.checkoutId, result)).status).toBe('unknown')
    shop.world.advance(60_000)
    expect(await shop.payple.reconcile()).toEqual({ settled: 1, remaining: 0 })
    expect(shop.sandbox.control.payment(mine.oid)).toMatchObject({ status: 'paid', chargeCount: 1 })
  })

  test('keys that were slipped in while their own confirm is under way: its "no" is not believed', async () => {
    const { shop, mine, theirs, forged, result } = await slipped(100_000, 1000)
    let answer: (response: Response) => void = () => undefined
    let own: Promise<unknown> | undefined
    const busy = new Promise<void>((sent) => {
      const slow = shop.another({
        fetch: async (request) => {
          if (!request.url.includes('Confirm')) return shop.sandbox.fetch(request)
          sent()
          return new Promise((resolve) => (answer = resolve))
        },
      })
      own = shop.result(mine.checkoutId, result, slow)
    })
    await busy
    expect(await shop.result(theirs.checkoutId, forged)).toMatchObject(failed('RESULT_MISMATCH'))
    answer(Response.json({ PCD_PAY_RST: 'error', PCD_PAY_CODE: 'CPCA0005', PCD_PAY_MSG: '?' }))
    expect(await own).toMatchObject({ status: 'paid' })
    expect(shop.sandbox.control.payment(mine.oid)).toMatchObject({ status: 'paid', chargeCount: 1 })
  })

  test('keys of an earlier window of the same order pay that window', async () => {
    const shop = testShop()
    const old = await shop.window('A-1')
    const { result } = await shop.buyer.pay(old.window)
    shop.world.advance(600_000)
    const fresh = await shop.window('A-1')
    const forged = { ...result, PCD_PAY_OID: fresh.oid }
    expect(await shop.result(fresh.checkoutId, forged)).toMatchObject({ status: 'paid', payment: { oid: old.oid } })
    expect(shop.sandbox.control.payment(old.oid)).toMatchObject({ status: 'paid', chargeCount: 1 })
  })

  test('a charge whose order number nobody here knows is reported, never returned', async () => {
    const { shop, id, confirm } = await authenticated()
    shop.sandbox.control.fault({
      operation: 'confirm',
      effect: { type: 'alter', fields: { PCD_PAY_OID: 'strange-1' } },
    })
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'code', code: 'CBIL0003' }, times: 2 })
    expect(await confirm()).toMatchObject({ status: 'unknown' })
    expect((await shop.ledger.events(id)).find(({ name }) => name === 'foreign_charge')).toMatchObject({
      name: 'foreign_charge',
      detail: { oid: 'strange-1', total: 1000 },
    })
    expect(shop.logs).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'foreign-charge', checkoutId: id, oid: 'strange-1' }),
    )
    expect(shop.sandbox.events.list().some((event) => event.type === 'cancel')).toBe(false)
    expect(await trace(shop, id)).toBe('unknown: created approving foreign_charge answer_doubtful')
  })

  test('an undocumented address is not believed for another order either', async () => {
    const { shop, mine, theirs, forged } = await slipped(100_000, 1000, { pathPrefix: '/v2' })
    expect(await shop.result(theirs.checkoutId, forged)).toMatchObject({ status: 'unknown' })
    expect(await trace(shop, theirs.checkoutId)).toBe('unknown: created approving foreign_charge confirm_path_unknown')
    expect((await shop.ledger.find(mine.checkoutId))?.state).toBe('paid')
  })

  test('a success without order number or amount is looked up', async () => {
    const { shop, id, confirm } = await authenticated()
    shop.sandbox.control.fault({
      operation: 'confirm',
      effect: { type: 'alter', fields: { PCD_PAY_OID: '', PCD_PAY_TOTAL: '' } },
    })
    expect(await confirm()).toMatchObject({ status: 'paid' })
    expect(await trace(shop, id)).toBe('paid: created approving answer_incomplete paid')
  })

  test('a confirm address nobody documented is used, on the pinned host, and then verified', async () => {
    const shop = testShop({ sandbox: { pathPrefix: '/v2' } })
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    const hostile = {
      ...result,
      PCD_PAY_COFURL: String(result['PCD_PAY_COFURL']).replace('payple.test', 'evil.example'),
    }
    expect(await shop.result(checkoutId, hostile)).toMatchObject({ status: 'paid' })
    expect(await trace(shop, checkoutId)).toBe('paid: created approving confirm_path_unknown paid')
  })

  test('an address that says "success" to anything does not make an order paid', async () => {
    const { shop, id } = await authenticated()
    const fake = testShop({
      ledger: shop.ledger,
      options: {
        fetch: async (request) =>
          new URL(request.url).pathname === '/php/AnyConfirmAct.php'
            ? Response.json({
                PCD_PAY_RST: 'success',
                PCD_PAY_OID: (await shop.ledger.find(id))?.oid,
                PCD_PAY_TOTAL: '1000',
              })
            : shop.sandbox.fetch(request),
      },
    })
    const row = await shop.ledger.find(id)
    const forged = {
      PCD_PAY_RST: 'success',
      PCD_PAY_WORK: 'CERT',
      PCD_PAY_OID: row?.oid,
      PCD_PAY_TOTAL: '1000',
      PCD_AUTH_KEY: 'x',
      PCD_PAY_REQKEY: 'x',
      PCD_PAY_COFURL: '/php/AnyConfirmAct.php',
    }
    expect(await fake.result(id, forged)).toEqual({ status: 'unknown', checkoutId: id })
    expect(await shop.payple.payments.get('A-1')).toBeNull()
  })
  test.each(['/php/PayRefundAct.php', '/php/anything.php', '/PayConfirmAct.php', '/php/PayConfirmAct.php?ACT_=X'])(
    'nothing is sent to %s, which is no confirm',
    async (path) => {
      const shop = testShop()
      const { checkoutId, window } = await shop.window('A-1')
      const { result } = await shop.buyer.pay(window)
      const before = shop.sandbox.events.list().length
      expect(await shop.result(checkoutId, { ...result, PCD_PAY_COFURL: path })).toMatchObject({
        status: 'failed',
        error: { code: 'RESULT_UNREADABLE', field: 'PCD_PAY_COFURL' },
      })
      expect(shop.sandbox.events.list()).toHaveLength(before)
      expect(await trace(shop, checkoutId)).toBe('created: created evidence_refused')
      expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
    },
  )
})

/** Two orders of one buyer, and the confirm keys of the first dressed up as the result of the second. */
async function slipped(own: number, other: number, sandbox: SandboxOptions = {}) {
  const shop = testShop({ sandbox })
  shop.orders.set('MINE', { goods: '노트북', total: own, currency: 'KRW' })
  shop.orders.set('THEIRS', { goods: '케이블', total: other, currency: 'KRW' })
  const [mine, theirs] = [await shop.window('MINE'), await shop.window('THEIRS')]
  const { result } = await shop.buyer.pay(mine.window)
  return { shop, mine, theirs, result, forged: { ...result, PCD_PAY_OID: theirs.oid, PCD_PAY_TOTAL: String(other) } }
}
