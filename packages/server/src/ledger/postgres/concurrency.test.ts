/** Two pools stand for two servers that share nothing but the database. */
import { describe, expect, test } from 'vitest'

import { change, charge, draft, link, move, NOW, paid, refund, STARTED } from '../../testing/ledger-drafts.ts'
import { freshSchema, postgresUrl, testPool } from '../../testing/postgres.ts'
import type { Ledger } from '../ledger.ts'
import { postgresLedger } from '../postgres.ts'
import { isLive } from '../transitions.ts'

const pools = [testPool(8), testPool(8)] as const
const raw = testPool(2)

function twoServers(schema = freshSchema()): readonly [Ledger, Ledger] {
  return [postgresLedger({ pool: pools[0], schema }), postgresLedger({ pool: pools[1], schema })]
}

/** Runs the work so many times at once, every other time on the other server. */
function hammer<Result>(
  servers: readonly [Ledger, Ledger],
  times: number,
  work: (ledger: Ledger, n: number) => Promise<Result>,
): Promise<Result[]> {
  return Promise.all(Array.from({ length: times }, (_, n) => work(servers[n % 2 === 0 ? 0 : 1], n)))
}

describe('two servers and one order', () => {
  test('prepare one window', async () => {
    const servers = twoServers()
    const all = await hammer(servers, 40, (ledger, n) => ledger.prepare(draft(`a${n}`)))
    expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(new Set(all.map(({ row }) => row.id)).size).toBe(1)
  })

  test('have one live attempt, whatever they do at the same time', async () => {
    const servers = twoServers()
    const [ledger] = servers
    for (const n of [0, 1, 2, 3, 4, 5]) await ledger.prepare(draft(`w${n}`, { amount: 1000 + n }))
    await ledger.start(link('l'), STARTED)
    const won = await hammer(servers, 60, async (server, n) => {
      const w = `w${n % 6}`
      const from = w === 'w5' ? 'created' : 'expired'
      if (n % 5 === 0) return (await server.start(charge(`c${n}`), STARTED)).kind === 'new'
      if (n % 5 === 1) await server.prepare(draft(`p${n}`, { amount: n }))
      if (n % 5 === 2) return (await server.move(move('l', 'opened', 'approving'))) === 'moved'
      return (await server.move(move(w, from, 'approving'))) === 'moved'
    })
    expect(won.filter(Boolean)).toHaveLength(1)
    expect((await ledger.attempts('sandbox', 'A-1')).filter(isLive)).toHaveLength(1)
  })

  test('start one charge for one idempotency key, even for different orders', async () => {
    const servers = twoServers()
    const all = await hammer(servers, 100, (ledger, n) =>
      ledger.start(charge(`c${n}`, { idempotencyKey: 'k', orderId: `A-${n % 7}` }), STARTED),
    )
    expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(all.filter(({ kind }) => kind === 'same')).toHaveLength(99)
  })

  test('keep the promise also when the database wants every transaction serializable', async () => {
    const schema = freshSchema()
    const strict = `${await postgresUrl()}?options=-c%20default_transaction_isolation%3Dserializable`
    const servers = [0, 1].map(() => postgresLedger({ connectionString: strict, schema, poolSize: 6 }))
    const [one, two] = servers as [Ledger, Ledger]
    const all = await hammer([one, two], 40, (ledger, n) => ledger.start(charge(`c${n}`), STARTED))
    expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(all.filter(({ kind }) => kind === 'live')).toHaveLength(39)
    // Every one of these is legal after every other, so none may fail for having started under an older snapshot.
    const { id } = all[0]?.row ?? { id: '' }
    const moved = await hammer([one, two], 40, (ledger, n) =>
      ledger.move(move(id, 'approving', 'approving', { set: { checks: n } })),
    )
    expect(new Set(moved)).toEqual(new Set(['moved']))
    await Promise.all(servers.map((ledger) => ledger.close()))
  })
})

test('two servers have one refund of a payment in flight, and finish it once', async () => {
  const servers = twoServers()
  const [ledger] = servers
  await paid(ledger)
  const all = await hammer(servers, 40, (server, n) => server.startRefund(refund(`r${n}`), STARTED))
  expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1)
  expect(all.filter(({ kind }) => kind === 'busy')).toHaveLength(39)
  const [{ id } = { id: '' }] = await ledger.refunds('a')
  const foreign = { checkoutId: 'a', total: 900, at: NOW, event: STARTED, message: { payload: '' } }
  const ends = await hammer(servers, 20, (server, n) =>
    n % 4 === 3 ? server.noteForeignRefund(foreign) : server.changeRefund(change(id, 'pending', 'done')),
  )
  const { refundedTotal } = (await ledger.find('a')) ?? {}
  // The other's 900 is noted only after ours was finished, and once.
  expect(refundedTotal).toBe(ends.filter((end) => end === 'moved').length === 2 ? 900 : 300)
  expect(await ledger.undelivered('sandbox', 9)).toEqual(refundedTotal === 900 ? ['a'] : [])
})

test('two servers take each webhook, message and entry once', async () => {
  const servers = twoServers()
  const [ledger] = servers
  for (let n = 0; n < 30; n += 1) {
    const facts = { oid: `${n}` }
    await ledger.receiveWebhook({ scope: 'sandbox', kind: 'payment', digest: `${n}`, facts, receivedAt: NOW })
    const about = { kind: 'undelivered', subject: `${n}`, orderId: null, detail: null } as const
    await ledger.raiseAttention({ ...about, scope: 'sandbox', raisedAt: NOW })
  }
  const webhooks = (await hammer(servers, 20, (server) => server.takeWebhooks('sandbox', NOW, NOW + 9, 3))).flat()
  expect(new Set(webhooks.map((row) => row.seq)).size).toBe(webhooks.length)
  expect(webhooks.every((row) => row.attempts === 1)).toBe(true)
  const untold = (await hammer(servers, 20, (server) => server.takeUntold('sandbox', NOW, 3))).flat()
  expect(new Set(untold.map((row) => row.seq)).size).toBe(untold.length)

  await ledger.prepare(draft('a'))
  await ledger.move(move('a', 'created', 'opened', { message: { payload: '1' } }))
  await ledger.move(move('a', 'opened', 'canceled', { message: { payload: '2' } }))
  const taken = await hammer(servers, 20, (server) => server.takeMessage('a', NOW, NOW + 9))
  expect(taken.filter((message) => message !== undefined)).toMatchObject([{ payload: '1' }])
})

test('loses against a session that takes no locks, and says so instead of failing', async () => {
  const schema = freshSchema()
  const [ledger] = twoServers(schema)
  await ledger.prepare(draft('w'))
  const session = await raw.connect()
  const columns =
    'scope, order_id, oid, method, work, pay_type, goods, amount, state, created_at, updated_at, expires_at'
  await session.query({ text: 'begin' })
  await session.query({
    text: `insert into ${schema}.checkouts (id, ${columns}) values ('x', 'sandbox', 'A-1', 'x', 'card', 'CERT', 'card', 'x', 1, 'paid', 1, 1, 1)`,
  })
  // Both wait for the unique index until that session ends.
  const waiting = Promise.all([
    ledger.move(move('w', 'created', 'approving')),
    ledger.start(charge('c', { idempotencyKey: 'k' }), STARTED),
  ])
  await waitsForLock(schema)
  await session.query({ text: 'commit' })
  session.release()
  expect(await waiting).toMatchObject(['order-busy', { kind: 'live', row: { id: 'x' } }])
})

/** Resolves once a transaction of the ledger waits for another session. */
async function waitsForLock(schema: string): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where wait_event = 'transactionid' and query like '%${schema}%'`
  while ((await raw.query(waiting)).rows.length === 0);
}
