/** What partner admin gave back of an overseas payment, which no lookup ever shows: a person says so. */
import type { OpenedWindow } from '@payple-kit/core'
import { describe, expect, test } from 'vitest'

import { optionsOf, payple } from '../cli/testing/terminal.ts'
import { CONTRACT_LEDGERS } from '../testing/ledgers.ts'
import { OVERSEAS, testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'

/** A shop whose order `A-1` was paid with US$19.90 from abroad. */
async function paidInDollars(setup: TestShopOptions = {}): Promise<TestShop> {
  const shop = testShop(setup)
  shop.orders.set('A-1', { goods: 'mug', total: '19.90', currency: 'USD' })
  const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
  const token = (await (await shop.post(`checkouts/${checkoutId}/open`, {})).json()) as OpenedWindow
  const end = await shop.buyer.overseas(window, token)
  await shop.payple.fetch(
    new Request(end?.action ?? '', { method: 'POST', body: new URLSearchParams(end?.result ?? {}) }),
  )
  return shop
}

const declared = (total: number | string) => ({ orderId: 'A-1', total, note: 'seen in partner admin' })

describe.each(CONTRACT_LEDGERS)('a declared refund (%s)', (_name, ledger) => {
  test('is recorded once, told to the shop, and leaves only the rest to refund', async () => {
    const shop = await paidInDollars({ ledger: ledger() })
    shop.sandbox.control.cancelOverseasFromConsole(shop.sandbox.control.overseasPayments()[0]?.oid ?? '', '5.00')
    for (let twice = 0; twice < 2; twice++)
      expect(await shop.payple.payments.declareRefunded(declared('5.00'))).toMatchObject({ refunded: 500 })
    expect(shop.settled.filter(({ type }) => type === 'refunded')).toMatchObject([
      { amount: 500, refunded: 500, left: 1490, currency: 'USD' },
    ])
    const rest = await shop.payple.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })
    expect(rest).toMatchObject({ status: 'refunded', refund: { amount: 1490 }, payment: { refunded: 1990 } })
    expect(shop.sandbox.control.overseasPayments()).toMatchObject([{ cancelled: 1990 }])
  })

  test('takes nothing back', async () => {
    const shop = await paidInDollars({ ledger: ledger() })
    await shop.payple.payments.declareRefunded(declared('19.90'))
    expect(await shop.payple.payments.declareRefunded(declared('5.00'))).toMatchObject({ refunded: 1990 })
  })

  test('waits for a refund of our own whose answer is still missing: it may be the same money', async () => {
    const shop = await paidInDollars({ ledger: ledger() })
    shop.sandbox.control.fault({ operation: 'gpay-cancel', effect: { type: 'lost-answer' } })
    const lost = await shop.payple.payments.refund({ orderId: 'A-1', amount: '5.00', idempotencyKey: 'r' })
    expect(lost).toMatchObject({ status: 'unknown' })
    expect(await shop.payple.payments.declareRefunded(declared('5.00'))).not.toHaveProperty('refunded')
  })
})

test.each([
  ['19.91', 'at most what was paid'],
  ['19.905', 'whole won'],
  [19.9, 'whole won'],
  [5, 'text'],
])('%s is no total of a payment of US$19.90', async (total, rule) => {
  const shop = await paidInDollars()
  await expect(shop.payple.payments.declareRefunded(declared(total))).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringMatching(new RegExp(`"total".*${rule}`)),
  })
})

test('of a domestic payment Payple’s word counts, not the person’s', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('A-1')
  await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
  expect(await shop.payple.payments.declareRefunded(declared(1000))).not.toHaveProperty('refunded')
})

test('an order that was not paid has nothing to declare', async () => {
  expect(await testShop().payple.payments.declareRefunded(declared(1))).toBeUndefined()
})

test('a lookup says that Payple shows the payment, and claims nothing about refunds', async () => {
  const shop = await paidInDollars()
  expect(await shop.payple.payments.lookup('A-1')).toEqual({
    outcome: expect.objectContaining({ status: 'paid' }),
    gateway: { status: 'paid' },
  })
  expect(await payple(optionsOf(shop, { overseas: OVERSEAS }), ['lookup', 'A-1'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Whether anything of it was given back it never shows.'),
  })
})

test('without the overseas account its payments are left alone: cents never reach the domestic product as won', async () => {
  const shop = await paidInDollars()
  const without = shop.another({ overseas: undefined })
  const before = shop.sandbox.events.list().length
  expect(await without.payments.lookup('A-1')).toMatchObject({ gateway: { status: 'inconclusive' } })
  const refund = await without.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })
  expect(refund).toMatchObject({ status: 'failed', error: { code: 'GATEWAY_UNREACHABLE' } })
  expect(shop.sandbox.events.list().slice(before)).toEqual([])
})

test('`payple declare-refunded` does it from a terminal', async () => {
  const shop = await paidInDollars()
  const line = ['declare-refunded', 'A-1', '5.00', '--note', 'seen']
  expect(await payple(optionsOf(shop), line)).toMatchObject({
    code: 0,
    out: 'Order A-1: US$5.00 of US$19.90 given back.\n',
  })
  expect(await payple(optionsOf(shop), ['payment', 'A-1'])).toMatchObject({
    out: expect.stringContaining('money given back in partner admin'),
  })
  expect(await payple(optionsOf(shop), ['declare-refunded', 'nobody', '5', '--note', 'n'])).toMatchObject({ code: 1 })
})
