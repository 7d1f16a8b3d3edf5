import { beforeAll, expect, test } from 'vitest'

import { FILL, QUERIES, SETTLED } from '../../testing/ledger-queries.ts'
import { freshSchema, testPool } from '../../testing/postgres.ts'
import { postgresLedger } from '../postgres.ts'
import type { PostgresPool, PostgresQuery } from '../postgres.ts'

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

const pool = testPool(2)
const schema = freshSchema()
let asked: PostgresQuery[] = []

/** Remembers what the ledger asks. */
const listening: PostgresPool = {
  connect: async () => {
    const client = await pool.connect()
    return {
      query: (config) => {
        if (/^(select|update)/.test(config.text)) asked.push(config)
        return client.query(config)
      },
      release: (destroy) => client.release(destroy),
      on: (event, listener) => client.on(event, listener),
      removeListener: (event, listener) => client.removeListener(event, listener),
    }
  },
}
const ledger = postgresLedger({ pool: listening, schema })

beforeAll(async () => {
  await ledger.ready()
  await pool.query(`begin; set local search_path to ${schema};
    create temp table numbers on commit drop as select n from generate_series(1, ${SETTLED}) as n;
    ${FILL} commit;
    analyze ${['checkouts', 'events', 'outbox', 'refunds', 'webhooks', 'attention', 'billing_keys'].map((table) => `${schema}.${table}`).join(', ')}`)
})

async function planOf({ text, values = [] }: PostgresQuery): Promise<Plan> {
  const client = await pool.connect()
  // Analyzed, so that it counts the rows an index brought up in vain; undone, because an update is really carried out.
  await client.query({ text: 'begin' })
  const { rows } = await client.query({ text: `explain (analyze, format json) ${text}`, values: [...values] })
  await client.query({ text: 'rollback' })
  client.release()
  const [row] = rows as { 'QUERY PLAN': { Plan: Plan }[] }[]
  const plan = row?.['QUERY PLAN'][0]?.Plan
  if (plan === undefined) throw new Error('no plan')
  return plan
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

test.each(QUERIES)('%s walks along an index', async (_name, ask) => {
  asked = []
  await ask(ledger)
  expect(asked.length).toBeGreaterThan(0)
  for (const query of asked) {
    const nodes = nodesOf(await planOf(query))
    expect(
      nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name']),
      query.text,
    ).toEqual([])
    const read = nodes.reduce((sum, node) => sum + node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0), 0)
    expect(read, query.text).toBeLessThan(200)
  }
})
