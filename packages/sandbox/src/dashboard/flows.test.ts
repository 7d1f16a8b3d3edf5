import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { confirm, pay, testSandbox, cancel, lookUp, registerCard, repay } from '../testing/drive.ts'
import { gpay, payOverseas } from '../testing/drive-overseas.ts'
import { DOMESTIC_FIELDS } from '../fields/domestic.ts'
import { meaningOf } from '../fields/explain.ts'
import { OVERSEAS_FIELDS } from '../fields/overseas.ts'
import { FLOWS } from './flows.ts'

const source = new URL('../', import.meta.url)

it('every kind of event has its arrow', () => {
  const files = globSync('**/*.ts', { cwd: source, exclude: ['**/*.test.ts'] })
  const types = files.flatMap((file) =>
    [...readFileSync(new URL(file, source), 'utf8').matchAll(/record\(\s*world,\s*'([^']+)'/g)].map(
      ([, type = '']) => type,
    ),
  )
  expect(types.length).toBeGreaterThan(15)
  for (const type of types) expect([type, Object.hasOwn(FLOWS, type)]).toEqual([type, true])
})

it('every field on the wire is explained, in both languages, by a section that exists', async () => {
  const { sandbox } = testSandbox()
  await confirm(sandbox, await pay(sandbox))
  await lookUp(sandbox)
  await cancel(sandbox)
  await repay(sandbox, 'RPCD', await registerCard(sandbox))
  await payOverseas(sandbox)
  const [payment] = sandbox.control.overseasPayments()
  await gpay(sandbox, '/gpay/cancel', {
    service_id: 'demo',
    comments: 'mug',
    service_oid: payment?.oid ?? '',
    pay_id: payment?.apiId ?? '',
    totalAmount: '19.90',
    currency: 'USD',
  })
  const fields = sandbox.events
    .list()
    .flatMap(({ request, response }) => Object.entries({ ...request?.fields, ...response }))
  expect(fields.length).toBeGreaterThan(100)
  expect([
    ...new Set(fields.filter(([name, value]) => meaningOf(name, value) === undefined).map(([name]) => name)),
  ]).toEqual([])
  for (const { text, section } of Object.values({ ...DOMESTIC_FIELDS, ...OVERSEAS_FIELDS })) {
    const [file = '', number = ''] = section.split(' ')
    const page = readFileSync(new URL(`../../../../docs/protocol/${file}`, import.meta.url), 'utf8')
    expect(page).toMatch(new RegExp(`^#{2,3} ${number.replaceAll('.', '\\.')}\\.? `, 'm'))
    expect(text.ko).toMatch(/[가-힣]/)
    expect(text.en).not.toMatch(/[가-힣]/)
  }
})
