import { PaypleIntegrationError } from '@payple-kit/core'
import { expect, test, vi } from 'vitest'

import { memoryLedger } from '../ledger/memory.ts'
import { sqliteLedger } from '../ledger/sqlite.ts'
import { createPayple } from '../payple.ts'
import { SEALING_KEY } from '../testing/test-shop.ts'
import type { PaypleOptions } from './options.ts'

const SECRET = 'TOPSECRET-9f8e7d'
const GOOD: PaypleOptions = {
  environment: 'live',
  origin: 'https://shop.example',
  domestic: { cstId: 'shop1234', custKey: SECRET, refundKey: `${SECRET}-refund`, clientKey: 'live_0123' },
  ledger: memoryLedger(),
  loadOrder: () => null,
}

/** The good options with one value replaced, by dotted path. */
function withValue(path: string, value: unknown): PaypleOptions {
  const copy: Record<string, unknown> = { ...GOOD, domestic: { ...GOOD.domestic } }
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Record<string, unknown>>((at, key) => (at[key] ??= {}) as Record<string, unknown>, copy)
  parent[last] = value
  return copy as unknown as PaypleOptions
}

test('good options make a companion', async () => {
  const payple = createPayple(GOOD)
  expect(await payple.health()).toEqual({
    ok: true,
    inDoubt: 0,
    oldestDoubtMs: null,
    undelivered: 0,
    webhooks: 0,
    attention: 0,
  })
  await payple.close()
})

test.each<[field: string, value: unknown, rule: RegExp]>([
  ['environment', undefined, /'test', 'live'/],
  ['environment', 'production', /'test', 'live'/],
  ['origin', undefined, /scheme and host/],
  ['origin', 'shop.example', /scheme and host/],
  ['origin', 'https://shop.example/', /scheme and host/],
  ['origin', 'https://shop.example/checkout', /scheme and host/],
  ['origin', 'https://SHOP.example', /scheme and host/],
  ['origin', 'ftp://shop.example', /scheme and host/],
  ['origin', 'http://shop.example', /https when environment is 'live'/],
  ['basePath', 'payple', /starts with a slash/],
  ['basePath', '/payple/', /does not end with one/],
  ['basePath', '/pay?x=1', /starts with a slash/],
  ['domestic.cstId', undefined, /partner id/],
  ['domestic.cstId', '', /partner id/],
  ['domestic.cstId', 'test', /public test value/],
  ['domestic.custKey', 7, /partner key/],
  ['domestic.custKey', ' abcd1234567890 ', /partner key/],
  ['domestic.custKey', 'abcd1234567890', /public test value/],
  ['domestic.refundKey', undefined, /refund key/],
  ['domestic.refundKey', 'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0', /public test value/],
  ['domestic.clientKey', undefined, /required when domestic.authentication is 'client-key'/],
  ['domestic.clientKey', 'test_DF55F29DA654A8CBC0F0A9DD4B556486', /live key/],
  ['domestic.authentication', 'none', /'client-key', 'server' or 'auth-file'/],
  ['domestic.work', 'AUTH', /'CERT' or 'PAY'/],
  ['domestic.scriptUrl', 'ftp://x', /https URL/],
  ['domestic.password', 'x', /unknown option/],
  ['ledger', undefined, /sqliteLedger/],
  ['ledger', {}, /sqliteLedger/],
  ['loadOrder', undefined, /function/],
  ['landing', 'https://evil.example', /path of the shop/],
  ['landing', '//evil.example', /path of the shop/],
  ['landing', '/\\evil.example', /path of the shop/],
  ['billingKeys.keys', [], /at least one/],
  ['billingKeys.keys', [{ id: 'k1', secret: btoa('short') }], /32 bytes/],
  ['billingKeys.keys', [{ id: 'k1', secret: btoa('password'.repeat(4)) }], /32 random bytes/],
  ['billingKeys.keys', [{ id: 'k 1', secret: SEALING_KEY }], /letters, digits/],
  [
    'billingKeys.keys',
    [
      { id: 'k1', secret: SEALING_KEY },
      { id: 'k1', secret: SEALING_KEY },
    ],
    /differ/,
  ],
  ['onSettled', 'yes', /function/],
  ['timeouts.authMs', 0, /milliseconds/],
  ['timeouts.confirmMs', 1.5, /milliseconds/],
  ['timeouts.leaseMs', 29_999, /at least timeouts.confirmMs/],
  ['debug', true, /unknown option/],
])('%s = %j is refused by name and rule', (field, value, rule) => {
  let thrown: unknown
  try {
    createPayple(withValue(field, value))
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(PaypleIntegrationError)
  const { message, code } = thrown as PaypleIntegrationError
  expect(code).toBe('CONFIG_INVALID')
  expect(message).toContain(`"${field.startsWith('billingKeys') ? 'billingKeys.keys' : field}`)
  expect(message).toMatch(rule)
  expect(message).not.toContain(SECRET)
  expect(message).not.toContain(SEALING_KEY)
})

test('auth-file mode needs jQuery, server mode needs no client key', () => {
  const { clientKey: _, ...domestic } = GOOD.domestic
  expect(() => createPayple({ ...GOOD, domestic: { ...domestic, authentication: 'auth-file' } })).toThrow(
    /"domestic.jqueryUrl"/,
  )
  expect(() => createPayple({ ...GOOD, domestic: { ...domestic, authentication: 'server' } })).not.toThrow()
})

test('nothing at all, and a sandbox address that is none', () => {
  expect(() => createPayple(undefined as unknown as PaypleOptions)).toThrow(/"options"/)
  expect(() => createPayple({ ...GOOD, environment: { sandbox: 'localhost:4100' } })).toThrow(/sandbox/)
})

test('the public test account works on test, over http too', () => {
  const domestic = { cstId: 'test', custKey: 'abcd1234567890', refundKey: 'x', clientKey: 'test_x' }
  expect(() => createPayple({ ...GOOD, environment: 'test', origin: 'http://localhost:3000', domestic })).not.toThrow()
})

/** The sentence these options are refused with. */
function refusal(options: object): string {
  try {
    createPayple(options as PaypleOptions)
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

test.each(['environment', 'origin', 'domestic', 'ledger', 'loadOrder'] as const)(
  'without %s, its rule is told',
  (name) => {
    const { [name]: _, ...rest } = GOOD
    expect(refusal(rest)).toMatch(new RegExp(`createPayple: "${name}" is missing: (?!of the documented)`))
  },
)

test.each(['cstId', 'custKey', 'refundKey'] as const)('without domestic.%s, its rule is told', (name) => {
  const { [name]: _, ...domestic } = GOOD.domestic
  expect(refusal({ ...GOOD, domestic })).toMatch(`"domestic.${name}" is missing: the `)
})

test.each([
  [{ onSettle: () => {} }, 'unknown option "onSettle"; did you mean "onSettled"?'],
  [{ orgin: 'x' }, 'unknown option "orgin"; did you mean "origin"?'],
  [{ Log: () => {} }, 'unknown option "Log"; did you mean "log"?'],
  [{ debug: true }, 'unknown option "debug". See'],
  [{ cstId: 'shop1234' }, 'unknown option "cstId"; it belongs in "domestic"'],
  [{ domestic: { ...GOOD.domestic, origin: 'x' } }, 'unknown option "domestic.origin"; it belongs beside "domestic"'],
  [{ domestic: { ...GOOD.domestic, custkey: SECRET } }, 'unknown option "domestic.custkey"; did you mean "custKey"?'],
])('an option nobody knows: %j', (extra, sentence) => {
  const message = refusal({ ...GOOD, ...extra })
  expect(message).toContain(sentence)
  expect(message).not.toContain(SECRET)
})

test.each([
  ['environment', 'production'],
  ['origin', 'https://shop.example/'],
  ['domestic.authentication', 'none'],
  ['domestic.work', 'AUTH'],
])('the value of %s is shown', (field, value) => {
  expect(refusal(withValue(field, value))).toContain(`; it is "${value}"`)
})

test('a password in front of the @ of an address is not shown', () => {
  expect(refusal({ ...GOOD, origin: `https://me:${SECRET}@shop.example` })).not.toContain(SECRET)
})

test('a sandbox address with a slash at the end is told so', () => {
  expect(refusal({ ...GOOD, environment: { sandbox: 'http://127.0.0.1:4810/' } })).toContain('no slash at the end')
})

test('sqliteLedger on a Node without node:sqlite says which Node it needs', () => {
  const builtin = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
  try {
    expect(() => sqliteLedger(':memory:')).toThrow(/Node 22\.12 or newer/)
  } finally {
    builtin.mockRestore()
  }
})
