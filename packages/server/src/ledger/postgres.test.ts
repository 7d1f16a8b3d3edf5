import { afterEach, expect, test } from 'vitest'

import { billingKey, draft, move, paid, refund, STARTED } from '../testing/ledger-drafts.ts'
import { freshSchema, postgresUrl, testPool } from '../testing/postgres.ts'
import type { Ledger } from './ledger.ts'
import { postgresLedger } from './postgres.ts'
import type { PostgresClient, PostgresPool } from './postgres.ts'

const pool = testPool()
const opened: Ledger[] = []
const keep = (ledger: Ledger): Ledger => {
  opened.push(ledger)
  return ledger
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((ledger) => ledger.close()))
})

test('makes its tables in a schema of its own and finds them again', async () => {
  const schema = freshSchema()
  const ledger = keep(postgresLedger({ connectionString: await postgresUrl(), schema, poolSize: 2 }))
  await paid(ledger)
  await ledger.close()
  await ledger.close()
  const { rows } = await pool.query(`select tablename from pg_tables where schemaname = '${schema}' order by 1`)
  expect(rows.map((row) => row['tablename'])).toEqual([
    'attention',
    'billing_keys',
    'checkouts',
    'events',
    'ledger_version',
    'outbox',
    'refunds',
    'webhooks',
  ])
  const again = postgresLedger({ pool, schema })
  expect(await again.find('a')).toMatchObject({ state: 'paid', amount: 1000 })
  await again.close()
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('lives in the schema "payple" when none is named, and a user without rights to create may use what is there', async () => {
  await postgresLedger({ pool }).ready()
  const role = freshSchema()
  await pool.query(`create role ${role} login; grant usage on schema payple to ${role};
    grant select, insert, update on all tables in schema payple to ${role};
    grant usage on all sequences in schema payple to ${role}`)
  const connectionString = (await postgresUrl()).replace('tests@', `${role}@`)
  const ledger = keep(postgresLedger({ connectionString }))
  expect(await ledger.prepare(draft('a'))).toMatchObject({ kind: 'new' })
  const refused = keep(postgresLedger({ connectionString, schema: freshSchema() }))
  await expect(refused.ready()).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' })
  await expect(refused.ready()).rejects.toThrow('42501')
})

test('many processes that start at once make one schema', async () => {
  const schema = freshSchema()
  const pools = [testPool(4), testPool(4)]
  await Promise.all(pools.flatMap((each) => [1, 2, 3].map(() => postgresLedger({ pool: each, schema }).ready())))
  expect((await pool.query(`select version from ${schema}.ledger_version`)).rows).toEqual([{ version: 2 }])
})

test('refuses a schema of a newer version, in every method', async () => {
  const schema = freshSchema()
  await postgresLedger({ pool, schema }).ready()
  await pool.query(`update ${schema}.ledger_version set version = 99`)
  const old = postgresLedger({ pool, schema })
  const refusal = { name: 'PaypleIntegrationError', code: 'LEDGER_TOO_NEW' }
  await expect(old.ready()).rejects.toMatchObject(refusal)
  await expect(old.find('a')).rejects.toMatchObject(refusal)
  await expect(old.prepare(draft('a'))).rejects.toMatchObject(refusal)
})

test.each([
  ['nobody listens', 'postgres://shop:geheim-7@127.0.0.1:1/db', 'ECONNREFUSED'],
  ['it is no address', 'postgres://shop:geheim-7@127.0.0.1:port/db', 'URL'],
])('an unusable database: %s', async (_why, connectionString, reason) => {
  const ledger = keep(postgresLedger({ connectionString }))
  const error: unknown = await ledger.ready().catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'PaypleIntegrationError', code: 'LEDGER_UNUSABLE' })
  expect(String(error)).toContain(reason)
  expect(String(error) + JSON.stringify(error) + String((error as Error).stack)).not.toContain('geheim')
  expect((error as Error).cause).toBeUndefined()
})

test('a failed first connection is forgotten', async () => {
  let failures = 2
  const moody: PostgresPool = {
    connect: () => (failures-- > 0 ? Promise.reject(new Error('down')) : pool.connect()),
  }
  const ledger = postgresLedger({ pool: moody, schema: freshSchema() })
  await expect(ledger.ready()).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' })
  await expect(ledger.find('a')).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' })
  expect(await ledger.prepare(draft('a'))).toMatchObject({ kind: 'new' })
})

test('a connection that dies in the middle undoes the change and harms nothing else', async () => {
  let deadly = false
  const risky: PostgresPool = {
    connect: async (): Promise<PostgresClient> => {
      const client = await pool.connect()
      const query: PostgresClient['query'] = async (config) => {
        if (deadly && config.text.startsWith('insert into')) {
          deadly = false
          const { rows } = await client.query({ text: 'select pg_backend_pid() as pid' })
          const [{ pid }] = rows as [{ pid: number }]
          await pool.query(`select pg_terminate_backend(${pid})`)
        }
        return client.query(config)
      }
      return Object.assign(Object.create(client) as PostgresClient, { query, release: client.release.bind(client) })
    },
  }
  const ledger = postgresLedger({ pool: risky, schema: freshSchema() })
  await ledger.prepare(draft('a'))
  deadly = true
  await expect(ledger.move(move('a', 'created', 'opened'))).rejects.toBeInstanceOf(Error)
  expect(await ledger.find('a')).toMatchObject({ state: 'created' })
  expect(await ledger.move(move('a', 'created', 'opened'))).toBe('moved')
})

test('the database itself refuses a second live attempt, a second refund, a changed event and an orphan', async () => {
  const schema = freshSchema()
  const ledger = postgresLedger({ pool, schema })
  await ledger.prepare(draft('b', { amount: 2 }))
  await paid(ledger)
  await ledger.startRefund(refund('r'), STARTED)
  const expectRefusal = async (sql: string, reason: string): Promise<void> => {
    await expect(pool.query(`set search_path to ${schema}; ${sql}`), sql).rejects.toThrow(reason)
  }
  await expectRefusal("update checkouts set state = 'approving' where id = 'b'", 'one_live_attempt')
  await pool.query(`update ${schema}.checkouts set state = 'unknown', void_reason = 'duplicate' where id = 'b'`)
  await expectRefusal("update checkouts set refunded_total = 1001 where id = 'a'", 'check constraint')
  await expectRefusal("update checkouts set state = 'nonsense' where id = 'b'", 'check constraint')
  const columns = 'scope, checkout_id, amount, state, request_hash, refunded_before, created_at, updated_at'
  await expectRefusal(
    `insert into refunds (id, idempotency_key, ${columns}) select 's', 's', ${columns} from refunds`,
    'one_refund_in_flight',
  )
  await expectRefusal("update events set name = 'x'", 'append-only')
  await expectRefusal('delete from events', 'append-only')
  await expectRefusal('truncate events', 'append-only')
  await expectRefusal("delete from checkouts where id = 'a'", 'foreign key')
})

test('large amounts and late times are numbers', async () => {
  const ledger = postgresLedger({ pool, schema: freshSchema() })
  const far = Date.UTC(2199, 0, 1)
  await ledger.prepare(draft('a', { amount: 9_000_000_000_000, createdAt: far, expiresAt: far + 1 }))
  expect(await ledger.find('a')).toMatchObject({ amount: 9_000_000_000_000, createdAt: far, seq: 1, checks: 0 })
  await ledger.prepare(draft('r', { method: 'register-card', work: 'AUTH', amount: 0 }))
  await ledger.move(move('r', 'created', 'registered', { billingKey: billingKey('bk', { createdAt: far }) }))
  expect(await ledger.billingKey('bk')).toMatchObject({ createdAt: far, removedAt: null })
})

test.each([
  [{}, 'connectionString'],
  [{ connectionString: '' }, 'connectionString'],
  [{ pool: {} }, 'pool'],
  [{ pool: null }, 'pool'],
  [{ connectionString: 'postgres://x', poolSize: 0 }, 'poolSize'],
  [{ connectionString: 'postgres://x', schema: 'a"; drop' }, 'schema'],
  [{ connectionString: 'postgres://x', schema: 'pg_x' }, 'schema'],
])('refuses options that cannot work: %j', (options, field) => {
  expect(() => postgresLedger(options as { connectionString: string })).toThrow(
    expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining(`"${field}"`) as string }),
  )
})
