import { expect, test } from 'vitest'

import type { Ledger } from './ledger/ledger.ts'
import { memoryLedger } from './ledger/memory.ts'
import { DECLINED_CARD } from './testing/buyer.ts'
import { SHOP, testShop } from './testing/test-shop.ts'

const KEYS = {
  cstId: 'merchant-id',
  custKey: 'CUSTKEY-7d1f',
  refundKey: 'REFUNDKEY-55aa',
  clientKey: 'client-key-public',
}
const SEAL = btoa('SEALING-KEY-0123-SEALING-KEY-456')
const PERSON = ['홍길동', '01055556666', 'hong@private.example']

/** Runs every flow there is, and collects everything that leaves: answers, logs, ledger, messages. */
test('no secret and no personal data leaves the companion or stays in it', async () => {
  const written: unknown[] = []
  const inner = memoryLedger()
  const ledger: Ledger = {
    ...inner,
    move: (change) => {
      written.push(change)
      return inner.move(change)
    },
    prepare: (draft) => {
      written.push(draft)
      return inner.prepare(draft)
    },
    note: (...args) => {
      written.push(args)
      return inner.note(...args)
    },
  }
  const shop = testShop({
    ledger,
    domestic: KEYS,
    sandbox: { merchants: [{ ...KEYS, test: true }] },
    options: { billingKeys: { keys: [{ id: 'k1', secret: SEAL }] } },
  })
  const [name, phone, email] = PERSON as [string, string, string]
  const answers: string[] = []
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const response = await shop.post(path, body)
    const text = await response.text()
    answers.push(text, JSON.stringify([...response.headers]))
    return text === '' ? {} : JSON.parse(text)
  }
  const tokens: string[] = []
  const flow = async (
    orderId: string,
    method: string,
    after: (result: Record<string, string>) => Promise<unknown>,
    card?: string,
  ): Promise<void> => {
    shop.orders.set(orderId, { goods: 'x', total: 1000, currency: 'KRW', payer: { name, phone, email } })
    const response = await shop.post('checkouts', { orderId, method, display: 'callback' })
    const prepared = await response.json()
    const { result } = await shop.buyer.pay(prepared.window, card)
    for (const field of ['PCD_AUTH_KEY', 'PCD_PAY_REQKEY', 'PCD_PAYER_ID'])
      if (result[field]) tokens.push(result[field])
    // The window request carries the buyer's own data back to the buyer; nothing else of it may.
    answers.push(JSON.stringify({ ...prepared, window: undefined }))
    await after({ ...result, checkoutId: prepared.checkoutId })
  }
  const send = ({ checkoutId, ...result }: Record<string, string>): Promise<unknown> =>
    post(`checkouts/${checkoutId}/result`, { result })

  await flow('paid', 'card', send)
  await flow('declined', 'card', send, DECLINED_CARD)
  await flow('card', 'register-card', send)
  await flow('forged', 'card', (result) => send({ ...result, PCD_PAY_TOTAL: '1' }))
  await flow('foreign', 'card', (result) => send({ ...result, PCD_PAY_OID: KEYS.custKey + PERSON[0] }))
  await flow('code', 'card', (result) =>
    send({ ...result, PCD_PAY_RST: 'error', PCD_PAY_CODE: `${name} ${KEYS.refundKey}` }),
  )
  shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
  await flow('lost', 'card', send)
  shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '9' } } })
  shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'not-json' } })
  await flow('void', 'card', send)
  await shop.payple.reconcile()
  await post('checkouts', { orderId: KEYS.custKey.repeat(20), method: 'card', display: 'callback' })
  answers.push(await (await shop.payple.fetch(new Request(`${SHOP}/payple/${KEYS.custKey}`))).text())

  expect(tokens.length).toBeGreaterThan(15)
  const secrets = [KEYS.custKey, KEYS.refundKey, SEAL, ...PERSON, ...tokens]
  const everything = {
    answers,
    logs: shop.logs,
    written,
    settled: shop.settled,
    history: await shop.payple.payments.history('void'),
  }
  for (const [place, content] of Object.entries(everything)) {
    const text = JSON.stringify(content)
    expect(text.length, place).toBeGreaterThan(100)
    expect(
      secrets.filter((secret) => text.includes(secret)),
      place,
    ).toEqual([])
  }
})

test('log entries hold the documented fields and no others', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('A-1')
  await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
  const allowed =
    'level event at checkoutId orderId oid state code gatewayCode operation reply reason field error'.split(' ')
  const used = new Set(shop.logs.flatMap((entry) => Object.keys(entry)))
  expect([...used].filter((key) => !allowed.includes(key))).toEqual([])
})
