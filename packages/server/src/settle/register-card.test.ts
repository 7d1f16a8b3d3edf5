import { expect, test } from 'vitest'

import { LEDGERS } from '../testing/ledgers.ts'
import { SEALING_KEY, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

/** The key the sandbox gave out. */
const keyOf = (shop: TestShop): string => shop.sandbox.control.billingKeys()[0]?.payerId ?? ''

test.each(LEDGERS)('a card is registered by reference and its key sealed (%s)', async (_name, open) => {
  const shop = testShop({ ledger: open() })
  const { checkoutId, amount, window } = await shop.window('M-1', 'register-card')
  expect(amount).toBe(0)
  expect(window.request).toMatchObject({ PCD_PAY_WORK: 'AUTH' })
  expect(window.request).not.toHaveProperty('PCD_PAY_TOTAL')
  const { result } = await shop.buyer.pay(window)
  const outcome = await shop.result(checkoutId, result)
  expect(outcome).toEqual({
    status: 'registered',
    billingKey: {
      id: expect.stringMatching(/^bk_[\w-]{22}$/),
      card: { name: 'BC카드', number: expect.stringMatching(/^4242[*-]+4242$/) },
    },
  })
  expect(await shop.view(checkoutId)).toMatchObject({ outcome })
  expect(await shop.result(checkoutId, result)).toEqual(outcome)
  const { id } = (outcome as { billingKey: { id: string } }).billingKey
  expect(await shop.payple.billingKeys.check(id)).toMatchObject({ working: true })
  expect(JSON.stringify(await shop.ledger.billingKey(id))).not.toContain(keyOf(shop))
  expect(shop.settled).toEqual([
    expect.objectContaining({ type: 'registered', billingKey: expect.objectContaining({ id }) }),
  ])
})

test.each(LEDGERS)(
  'registering the same card again gives the same reference, also after the sealing key changed (%s)',
  async (_name, open) => {
    const shop = testShop({ ledger: open() })
    const first = await shop.window('M-1', 'register-card')
    const one = await shop.result(first.checkoutId, (await shop.buyer.pay(first.window)).result)
    const newer = { id: 'k2', secret: btoa('fedcba9876543210fedcba9876543210') }
    const later = shop.another({ billingKeys: { keys: [newer, { id: 'k1', secret: SEALING_KEY }] } })
    const second = await shop.window('M-1', 'register-card')
    const { result } = await shop.buyer.pay(second.window)
    expect(result['PCD_PAY_MSG']).toBe('기 인증고객 입니다.')
    const two = await shop.result(second.checkoutId, result, later)
    expect(two).toEqual(one)
    expect(await later.billingKeys.check((two as { billingKey: { id: string } }).billingKey.id)).toMatchObject({
      working: true,
    })
    const forgetful = shop.another({ billingKeys: { keys: [newer] } })
    await expect(forgetful.billingKeys.check((two as { billingKey: { id: string } }).billingKey.id)).rejects.toThrow(
      'k1',
    )
  },
)

test('two registrations of one card at once share the reference', async () => {
  const shop = testShop()
  const a = await shop.window('M-1', 'register-card')
  const { result } = await shop.buyer.pay(a.window)
  await shop.result(a.checkoutId, shop.buyer.close(a.window))
  const b = await shop.window('M-1', 'register-card')
  const end = await shop.buyer.pay(b.window)
  const [one, two] = await Promise.all([shop.result(a.checkoutId, result), shop.result(b.checkoutId, end.result)])
  expect(one).toEqual(two)
  expect(one?.status).toBe('registered')
})

test.each(LEDGERS)('a card that another order registered is not handed out (%s)', async (_name, open) => {
  const shop = testShop({ ledger: open() })
  const first = await shop.window('M-1', 'register-card')
  const { result } = await shop.buyer.pay(first.window)
  expect(await shop.result(first.checkoutId, result)).toMatchObject({ status: 'registered' })
  const second = await shop.window('M-2', 'register-card')
  const forged = { ...result, PCD_PAY_OID: second.oid, PCD_PAY_MSG: '기 인증고객 입니다.' }
  const outcome = await shop.result(second.checkoutId, forged)
  expect(outcome).toMatchObject({ status: 'failed', error: { code: 'REGISTERED_ELSEWHERE' } })
  expect(JSON.stringify(outcome)).not.toMatch(/bk_|4242/)
  expect(JSON.stringify(outcome)).not.toContain(first.checkoutId)
  expect(shop.settled).toHaveLength(1)
  expect(await shop.ledger.find(second.checkoutId)).toMatchObject({ state: 'created', billingKeyId: null })
  expect(await shop.ledger.events(second.checkoutId)).toContainEqual(
    expect.objectContaining({ name: 'registered_elsewhere', detail: { first: first.checkoutId } }),
  )
  expect(shop.logs).toContainEqual(
    expect.objectContaining({ event: 'registered-elsewhere', checkoutId: second.checkoutId, first: first.checkoutId }),
  )
})

test('two orders that register one card at once: one of them gets it', async () => {
  const shop = testShop()
  const [a, b] = [await shop.window('M-1', 'register-card'), await shop.window('M-2', 'register-card')]
  const ends = [await shop.buyer.pay(a.window), await shop.buyer.pay(b.window)]
  const outcomes = await Promise.all([
    shop.result(a.checkoutId, ends[0]?.result),
    shop.result(b.checkoutId, ends[1]?.result),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['failed', 'registered'])
  expect(shop.settled).toHaveLength(1)
})

test('a registration without the order number of its window is refused', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('M-1', 'register-card')
  const { PCD_PAY_OID: _, ...result } = (await shop.buyer.pay(window)).result
  expect(await shop.result(checkoutId, result)).toMatchObject({
    status: 'failed',
    error: { code: 'RESULT_MISMATCH', field: 'PCD_PAY_OID' },
  })
  expect(shop.settled).toEqual([])
})

test('a key that the gateway does not know is not stored', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('M-1', 'register-card')
  const { result } = await shop.buyer.pay(window)
  const outcome = await shop.result(checkoutId, { ...result, PCD_PAYER_ID: 'made-up' })
  expect(outcome).toMatchObject({
    status: 'failed',
    error: { code: 'REGISTRATION_UNVERIFIED', field: 'PCD_PAYER_ID' },
  })
  expect((await shop.ledger.find(checkoutId))?.state).toBe('created')
  expect(shop.settled).toEqual([])
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'registered' })
})

test.each<[string, object, number]>([
  ['answers for another key', { PCD_PAY_RST: 'success', PCD_PAYER_ID: 'another' }, 200],
  ['answers without a key', { PCD_PAY_RST: 'success' }, 200],
  ['fails', {}, 500],
])('a key is not stored when the lookup %s', async (_what, answer, status) => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('M-1', 'register-card')
  const { result } = await shop.buyer.pay(window)
  const odd = shop.another({
    fetch: async (request) =>
      request.url.includes('cPayUserAct') ? Response.json(answer, { status }) : shop.sandbox.fetch(request),
  })
  expect(await shop.result(checkoutId, result, odd)).toMatchObject({ error: { code: 'REGISTRATION_UNVERIFIED' } })
  expect(shop.settled).toEqual([])
})

test('a result without a key, and a closed window, register nothing', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('M-1', 'register-card')
  const { result } = await shop.buyer.pay(window)
  expect(await shop.result(checkoutId, { ...result, PCD_PAYER_ID: '' })).toMatchObject({
    status: 'failed',
    error: { code: 'RESULT_UNREADABLE', field: 'PCD_PAYER_ID' },
  })
  expect(await shop.result(checkoutId, shop.buyer.close(window))).toEqual({ status: 'canceled' })
})

test('needs sealing keys', async () => {
  const shop = testShop()
  const bare = shop.another({ billingKeys: undefined })
  const response = await shop.post(
    'checkouts',
    { orderId: 'M-1', method: 'register-card', display: 'callback' },
    {},
    bare,
  )
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ error: { code: 'BILLING_KEYS_NOT_CONFIGURED' } })
  expect(await bare.billingKeys.check('bk_x')).toBeUndefined()
})
