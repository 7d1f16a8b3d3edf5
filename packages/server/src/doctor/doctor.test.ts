import { describe, expect, test } from 'vitest'

import { PaypleIntegrationError } from '@payple-kit/core'

import { optionsOf, payple as cli } from '../cli/testing/terminal.ts'
import { createPayple } from '../payple.ts'
import type { PaypleOptions } from '../options/options.ts'
import { asNetwork, DOMESTIC, OVERSEAS, SEALING_KEY, SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'
import type { Check, Diagnosis } from './check.ts'
import { examine } from './doctor.ts'

const NAMES = [
  'node options environment origin mounted gateway authentication-window authentication-lookup clock refund-key confirm',
  'client-key sealing-keys on-settled webhooks authorize on-attention ledger in-doubt undelivered attention',
].flatMap((names) => names.split(' '))

type Fetch = NonNullable<PaypleOptions['fetch']>

/** The network of a shop that runs: its own companion, and a Payple whose clock is `ahead` of ours. */
function network(shop: TestShop, { ahead = 0 } = {}): Fetch {
  const gateway = asNetwork(shop.sandbox)
  return async (request) => {
    if (request.url.startsWith(SHOP)) return shop.payple.fetch(request)
    const { status, body, headers } = await gateway(request)
    const date = new Date(shop.world.clock() + ahead).toUTCString()
    return new Response(body, { status, headers: { ...Object.fromEntries(headers), date } })
  }
}

async function diagnose(
  shop: TestShop,
  change: Partial<PaypleOptions> = {},
  { nodeVersion = '24.1.0', mode }: { nodeVersion?: string; mode?: string } = {},
): Promise<Diagnosis> {
  const options = optionsOf(shop, { fetch: network(shop), ...change })
  return examine({ open: async () => ({ payple: createPayple(options), options }), nodeVersion, mode })
}

function named(diagnosis: Diagnosis, name: string): Check | undefined {
  return diagnosis.checks.find((check) => check.name === name)
}

test('a sound shop has nothing to repair, and not one won moves', async () => {
  const shop = testShop()
  const { ok, checks } = await diagnose(shop, {
    billingKeys: { keys: [{ id: 'k1', secret: SEALING_KEY }] },
    webhooks: { secret: 'a-secret-of-webhooks' },
    authorize: () => true,
    onAttention: () => undefined,
  })
  expect(ok).toBe(true)
  expect(checks.filter(({ level }) => level !== 'ok')).toEqual([])
  expect(checks.map(({ name }) => name)).toEqual(NAMES)
  expect(shop.sandbox.events.list().map(({ type }) => type)).toEqual(['auth', 'auth'])
})

describe('configuration', () => {
  test('an old Node', async () => {
    const shop = testShop()
    expect(named(await diagnose(shop, {}, { nodeVersion: '20.19.0' }), 'node')).toMatchObject({ level: 'error' })
    expect(named(await diagnose(shop, {}, { nodeVersion: '22.12.0' }), 'node')).toMatchObject({ level: 'ok' })
  })

  test('options that cannot work are the finding', async () => {
    const shop = testShop()
    const { ok, checks } = await diagnose(shop, { origin: `${SHOP}/` })
    expect(ok).toBe(false)
    expect(checks[1]).toMatchObject({
      name: 'options',
      level: 'error',
      finding: expect.stringContaining('"origin" must'),
    })
  })

  test('a ledger that does not open while the configuration is read', async () => {
    const open = async (): Promise<never> => {
      throw new PaypleIntegrationError('LEDGER_TOO_NEW', 'sqliteLedger: "x" has schema 9. Upgrade the package.')
    }
    const { checks } = await examine({ open, nodeVersion: '24.1.0', mode: undefined })
    expect(checks[1]).toMatchObject({ name: 'ledger', level: 'error', finding: expect.stringContaining('schema 9') })
  })

  test('a Payple object is examined as far as it tells', async () => {
    const shop = testShop()
    const { out, code } = await cli(shop.payple, ['doctor'])
    expect(code).toBe(0)
    expect(out).toContain('Export the options of createPayple instead')
    expect(out).toMatch(/ok +ledger +Opens and takes writes\./)
  })

  test('a test environment in production, and a client key of the other environment', async () => {
    const shop = testShop()
    const domestic = { ...DOMESTIC, clientKey: 'LIVE0123' }
    const diagnosis = await diagnose(shop, { environment: 'test', domestic }, { mode: 'production' })
    expect(named(diagnosis, 'environment')).toMatchObject({ level: 'warn' })
    expect(named(diagnosis, 'client-key')).toMatchObject({ level: 'warn' })
  })

  test.each<[string, PaypleOptions['environment'], string]>([
    ['https://localhost:3000', 'live', 'error'],
    ['https://10.0.0.7', 'live', 'error'],
    ['http://shop.example', 'test', 'warn'],
    ['http://localhost:3000', 'test', 'ok'],
  ])('origin %s on %s: %s', async (origin, environment, level) => {
    const domestic = environment === 'live' ? { cstId: 'a', custKey: 'b', refundKey: 'c', clientKey: 'd' } : DOMESTIC
    expect(named(await diagnose(testShop(), { origin, environment, domestic }), 'origin')).toMatchObject({ level })
  })
})

describe('the shop’s address', () => {
  test.each<[string, () => Response | Promise<Response>, string]>([
    ['another application', () => new Response('<html>'), 'it is not the companion'],
    ['a redirect', () => Response.redirect('https://www.shop.example'), 'HTTP 302'],
    ['a login', () => new Response('', { status: 401 }), 'HTTP 401'],
    ['nobody', () => Promise.reject(new TypeError('fetch failed')), 'cannot be reached from here'],
  ])('%s there is a warning', async (_what, answer, finding) => {
    const shop = testShop()
    const payple = asNetwork(shop.sandbox)
    const fetch: Fetch = async (request) => (request.url.startsWith(SHOP) ? answer() : payple(request))
    const diagnosis = await diagnose(shop, { fetch })
    expect(diagnosis.ok).toBe(true)
    expect(named(diagnosis, 'mounted')).toMatchObject({ level: 'warn', finding: expect.stringContaining(finding) })
  })
})

describe('Payple', () => {
  test.each<[number, string, string]>([
    [0, 'ok', 'Within 1 s'],
    [59_000, 'ok', 'Within 59 s'],
    [-61_000, 'error', '61 s ahead of'],
    [1_800_000, 'error', 'another day in Korea: 20261122, not 20261121'],
  ])('whose clock is %d ms ahead: %s', async (ahead, level, finding) => {
    const shop = testShop()
    const clock = named(await diagnose(shop, { fetch: network(shop, { ahead }) }), 'clock')
    expect(clock).toMatchObject({ level, finding: expect.stringContaining(finding) })
  })

  test('that does not tell the time is no error', async () => {
    const shop = testShop()
    expect(named(await diagnose(shop, { fetch: asNetwork(shop.sandbox) }), 'clock')).toMatchObject({ level: 'warn' })
  })

  test.each(['AUTH0001', 'AUTH0002', 'AUTH0003', 'AUTH0004', 'AUTH0005', 'AUTH0006', 'AUTH0007'])(
    'that refuses with %s says what to fix',
    async (code) => {
      const shop = testShop()
      shop.sandbox.control.fault({
        operation: 'auth',
        effect: { type: 'code', code, message: `[${code}] no` },
        times: 9,
      })
      const diagnosis = await diagnose(shop)
      expect(diagnosis.ok).toBe(false)
      expect(named(diagnosis, 'gateway')).toMatchObject({ level: 'ok' })
      const check = named(diagnosis, 'authentication-window')
      expect(check).toMatchObject({ level: 'error', finding: expect.stringContaining(code), todo: expect.any(String) })
      expect(JSON.stringify(diagnosis)).not.toContain(DOMESTIC.custKey)
    },
  )

  test('that refuses without a code it publishes', async () => {
    const shop = testShop()
    shop.sandbox.control.fault({ operation: 'auth', effect: { type: 'code', code: 'ZZZZ', message: 'no' }, times: 9 })
    const check = named(await diagnose(shop), 'authentication-lookup')
    expect(check).toMatchObject({ level: 'error', finding: 'Payple refuses the partner’s keys. It gave no code.' })
  })

  test.each<[string, Parameters<TestShop['sandbox']['control']['fault']>[0]['effect'], string]>([
    ['not reachable', { type: 'refuse' }, 'cannot be reached'],
    ['in trouble', { type: 'status', status: 503 }, 'answered with HTTP 503'],
    ['a proxy', { type: 'not-json' }, 'no JSON'],
  ])('that is %s is one error, and no other check speaks of keys', async (_what, effect, finding) => {
    const shop = testShop()
    shop.sandbox.control.fault({ operation: 'auth', effect, times: 9 })
    const diagnosis = await diagnose(shop)
    expect(named(diagnosis, 'gateway')).toMatchObject({ level: 'error', finding: expect.stringContaining(finding) })
    expect(named(diagnosis, 'authentication-window')).toBeUndefined()
  })
})

describe('the ledger', () => {
  test('that takes no writes', async () => {
    const shop = testShop()
    const closeAttention = async (): Promise<never> => {
      throw new Error('postgres://shop:hunter22@db is read only')
    }
    const diagnosis = await diagnose(shop, { ledger: { ...shop.ledger, closeAttention } })
    expect(named(diagnosis, 'ledger')).toMatchObject({
      level: 'error',
      finding: 'It opens but takes no writes: Error.',
    })
  })

  test('with a backlog', async () => {
    const shop = testShop()
    const { checkoutId, window } = await shop.window('A-1')
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'status', status: 500 } })
    await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
    shop.world.advance(600_000)
    const facts = { scope: 'sandbox', kind: 'webhook-unmatched', subject: '7', orderId: null, detail: null } as const
    await shop.ledger.raiseAttention({ ...facts, raisedAt: 0 })
    const diagnosis = await diagnose(shop)
    expect(diagnosis.ok).toBe(true)
    expect(named(diagnosis, 'in-doubt')).toMatchObject({ level: 'warn', finding: '1 in doubt, the oldest for 10 min.' })
    expect(named(diagnosis, 'attention')).toMatchObject({ level: 'warn' })
  })
})

describe('overseas cards', () => {
  test('a token is asked for, and nothing else', async () => {
    const shop = testShop()
    const found = named(await diagnose(shop, { overseas: OVERSEAS }), 'overseas')
    expect(found).toMatchObject({ level: 'ok', finding: expect.stringContaining('https://payple.test gives') })
    expect(shop.sandbox.control.overseasPayments()).toEqual([])
  })

  test('a server whose address is not on Payple’s list learns whom to ask', async () => {
    const shop = testShop()
    shop.sandbox.control.fault({ operation: 'gpay-token', effect: { type: 'code', code: 'T0310' } })
    expect(named(await diagnose(shop, { overseas: OVERSEAS }), 'overseas')).toMatchObject({
      level: 'error',
      finding: expect.stringContaining('T0310'),
      todo: expect.stringContaining('help@payple.kr'),
    })
  })

  test('a wrong key is a finding that does not repeat it', async () => {
    const shop = testShop()
    const overseas = { ...OVERSEAS, serviceKey: 'not-the-key-of-demo' }
    const diagnosis = await diagnose(shop, { overseas })
    expect(named(diagnosis, 'overseas')).toMatchObject({ level: 'error', todo: expect.stringContaining('serviceKey') })
    expect(JSON.stringify(diagnosis)).not.toContain('not-the-key-of-demo')
  })

  test('a host that cannot be reached', async () => {
    const shop = testShop()
    shop.sandbox.control.fault({ operation: 'gpay-token', effect: { type: 'refuse' }, times: 2 })
    expect(named(await diagnose(shop, { overseas: OVERSEAS }), 'overseas')).toMatchObject({
      level: 'error',
      todo: expect.stringContaining('443'),
    })
  })
})
