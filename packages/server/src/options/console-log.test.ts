import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createPayple } from '../payple.ts'
import { memoryLedger } from '../ledger/memory.ts'
import { DOMESTIC, SHOP } from '../testing/test-shop.ts'
import type { PaypleOptions } from './options.ts'

let lines: [method: string, line: string][]

beforeEach(() => {
  lines = []
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void lines.push([method, words.join(' ')]))
  }
})
afterEach(() => vi.restoreAllMocks())

/** Prepares an order on a companion that nobody gave a log. */
async function prepare(options: Partial<PaypleOptions>): Promise<Response> {
  const payple = createPayple({
    environment: { sandbox: 'http://127.0.0.1:4100' },
    origin: SHOP,
    domestic: DOMESTIC,
    ledger: memoryLedger(),
    loadOrder: () => ({ goods: '휴대폰', total: 1000, currency: 'KRW' }),
    ...options,
  })
  return payple.fetch(
    new Request(`${SHOP}/payple/checkouts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: SHOP },
      body: JSON.stringify({ orderId: 'A-1001', method: 'card', display: 'callback' }),
    }),
  )
}

test('without a log, a loadOrder that throws is told on the console, with class and message, in one line', async () => {
  const answer = await prepare({ loadOrder: () => Promise.reject(new RangeError('no such table:\n  orders')) })
  expect(answer.status).toBe(503)
  expect(lines).toEqual([
    ['error', '[payple-kit] order-unavailable orderId=A-1001 error=RangeError: no such table: orders'],
  ])
})

test('without a log, an order that cannot be paid names its field', async () => {
  await prepare({ loadOrder: () => ({ goods: '휴대폰', total: 10.5, currency: 'KRW' }) })
  expect(lines).toEqual([
    ['error', '[payple-kit] order-refused orderId=A-1001 code=ORDER_INVALID reason=whole won field=total'],
  ])
})

test('without a log, a page opened at another address is told with the address that was expected', async () => {
  const payple = createPayple({
    environment: { sandbox: 'http://127.0.0.1:4100' },
    origin: SHOP,
    domestic: DOMESTIC,
    ledger: memoryLedger(),
    loadOrder: () => null,
  })
  const headers = { 'content-type': 'application/json', origin: 'http://127.0.0.1:5173' }
  await payple.fetch(new Request(`${SHOP}/payple/checkouts`, { method: 'POST', headers, body: '{}' }))
  expect(lines).toEqual([['warn', `[payple-kit] refused code=ORIGIN_REFUSED reason=${SHOP} field=origin`]])
})

test('without a log, an order nobody knows and a missing option are told; a scanner is not', async () => {
  await prepare({ loadOrder: () => null })
  expect(lines).toEqual([['warn', '[payple-kit] refused code=ORDER_NOT_FOUND']])
})

test('what went well is not told', async () => {
  expect((await prepare({})).status).toBe(200)
  expect(lines).toEqual([])
})

test('what somebody sends cannot start a second line, and whatever is thrown is told', async () => {
  await prepare({
    loadOrder: () => {
      // oxlint-disable-next-line no-throw-literal, only-throw-error -- shops do
      throw 'no\nsession'
    },
  })
  expect(lines).toEqual([['error', '[payple-kit] order-unavailable orderId=A-1001 error=string: no session']])
})

test('a log of the shop gets the entries instead, without the message of the error', async () => {
  const log = vi.fn()
  await prepare({ log, loadOrder: () => Promise.reject(new RangeError('secret of the shop')) })
  expect(lines).toEqual([])
  expect(log).toHaveBeenCalledWith(expect.objectContaining({ event: 'order-unavailable', error: 'RangeError' }))
  expect(JSON.stringify(log.mock.calls)).not.toContain('secret')
})

test('on live nothing is written without being asked for', async () => {
  const domestic = { cstId: 'shop1234', custKey: 'k', refundKey: 'r', clientKey: 'live_0' }
  await prepare({ environment: 'live', domestic, loadOrder: () => Promise.reject(new Error('down')) })
  expect(lines).toEqual([])
})
