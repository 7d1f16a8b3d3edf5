import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { sqliteLedger } from '../ledger/sqlite.ts'
import { testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

let folder = ''
let files = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'payple-crash-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Crash {
  readonly shop: TestShop
  readonly id: string
  readonly oid: string
  readonly result: unknown
  /** The next process, over the same file. */
  readonly next: TestShop['payple']
}

/** A process dies in the middle of a call: its request reaches the gateway (`sent`) or not, and nothing ever comes back. */
async function crashIn(call: 'Confirm' | 'cPayCAct', fate: 'sent' | 'unsent'): Promise<Crash> {
  const path = join(folder, `${++files}.db`)
  const shop = testShop({ ledger: sqliteLedger(path) })
  const { checkoutId: id, oid, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  if (call === 'cPayCAct') {
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '1001' } } })
  }
  await new Promise<void>((die) => {
    const doomed = shop.another({
      fetch: async (request) => {
        if (!request.url.includes(call)) return shop.sandbox.fetch(request)
        if (fate === 'sent') await shop.sandbox.fetch(request)
        die()
        return new Promise(() => undefined)
      },
    })
    void shop.result(id, result, doomed)
  })
  return { shop, id, oid, result, next: shop.another({ ledger: sqliteLedger(path) }) }
}

const charges = (shop: TestShop): number =>
  shop.sandbox.control.payments().reduce((sum, each) => sum + each.chargeCount, 0)

test('killed after the confirm left: the next process looks up and finds it paid', async () => {
  const { shop, id, result, next } = await crashIn('Confirm', 'sent')
  expect(await shop.result(id, result, next)).toEqual({ status: 'unknown', checkoutId: id })
  expect(await next.reconcile()).toEqual({ settled: 0, remaining: 1 })
  shop.world.advance(300_000)
  expect(await shop.view(id, next)).toMatchObject({ outcome: { status: 'paid' } })
  expect(charges(shop)).toBe(1)
  expect(shop.settled).toHaveLength(1)
})

test('killed before the confirm left: still a doubt, never a second confirm', async () => {
  const { shop, id, result, next } = await crashIn('Confirm', 'unsent')
  shop.world.advance(300_000)
  expect(await next.reconcile()).toEqual({ settled: 0, remaining: 1 })
  expect(await shop.result(id, result, next)).toEqual({ status: 'unknown', checkoutId: id })
  expect(await shop.prepare('A-1', 'card', next)).toMatchObject({ kind: 'outcome', outcome: { status: 'unknown' } })
  expect(shop.sandbox.events.list().filter((event) => event.type.startsWith('confirm'))).toEqual([])
  expect(await next.payments.release(id, 'checked by hand')).toMatchObject({
    status: 'failed',
    error: { code: 'RELEASED' },
  })
})

test.each(['sent', 'unsent'] as const)(
  'killed while money was going back (%s): it goes back exactly once',
  async (fate) => {
    const { shop, id, oid, next } = await crashIn('cPayCAct', fate)
    shop.world.advance(300_000)
    expect(await next.reconcile()).toEqual({ settled: 1, remaining: 0 })
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'refunded', refundedTotal: 1000 })
    expect(await shop.view(id, next)).toMatchObject({
      outcome: { status: 'failed', error: { code: 'CHARGE_RETURNED' } },
    })
  },
)

test('the slow process that comes back after its claim was taken over changes nothing that is known', async () => {
  const path = join(folder, `${++files}.db`)
  const shop = testShop({ ledger: sqliteLedger(path) })
  const { checkoutId, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  let wake: () => void = () => undefined
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  let sent: () => void = () => undefined
  const left = new Promise<void>((resolve) => {
    sent = resolve
  })
  const slow = shop.another({
    fetch: async (request) => {
      const response = await shop.sandbox.fetch(request)
      if (!request.url.includes('Confirm')) return response
      sent()
      await asleep
      return response
    },
  })
  const late = shop.result(checkoutId, result, slow)
  await left
  shop.world.advance(300_000)
  const next = shop.another({ ledger: sqliteLedger(path) })
  expect(await shop.view(checkoutId, next)).toMatchObject({ outcome: { status: 'paid' } })
  wake()
  expect(await late).toMatchObject({ status: 'paid' })
  expect(shop.settled).toHaveLength(1)
  expect((await shop.ledger.events(checkoutId)).filter((event) => event.to === 'paid')).toHaveLength(1)
})
