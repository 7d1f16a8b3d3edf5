import type { Evidence } from './evidence.ts'

/** Everything anybody knows about an order, in the order in which it happened. */
export function historyOf(evidence: Evidence, orderId: string): string {
  const attempts = evidence.attempts.filter(({ row }) => row.orderId === orderId)
  const oids = new Set(attempts.map(({ row }) => row.oid))
  const lines = [
    ...attempts.flatMap(({ row, events }) =>
      events.map(({ at, name, actor, from, to, detail }) => ({
        at,
        text: `ledger   ${row.oid} ${from ?? ''} → ${to} ${name} (${actor}) ${detail === undefined ? '' : JSON.stringify(detail)}`,
      })),
    ),
    ...evidence.gatewayEvents
      .filter(({ oid }) => oid !== undefined && oids.has(oid))
      .map(({ at, type, oid, note }) => ({ at, text: `gateway  ${oid} ${type} ${note ?? ''}` })),
    ...evidence.diary
      .filter((entry) => entry.orderId === orderId)
      .map(({ at, who, what, heard }) => ({ at, text: `${who.padEnd(8)} ${what}: ${heard}` })),
    ...evidence.deliveries
      .filter(({ settled }) => settled.orderId === orderId)
      .map(({ at, settled, taken }) => ({ at, text: `shop     ${settled.id} ${taken ? '' : '(refused)'}` })),
  ]
  const sorted = lines.sort((a, b) => a.at - b.at)
  const begin = sorted[0]?.at ?? 0
  const rows = attempts.map(({ row }) => `  row ${JSON.stringify(row)}`)
  const payments = evidence.payments
    .filter(({ oid }) => oids.has(oid))
    .map((each) => `  gateway ${JSON.stringify(each)}`)
  const told = sorted.map(({ at, text }) => `  ${((at - begin) / 1_000).toFixed(3).padStart(9)} ${text}`)
  return [
    `\nHistory of ${orderId} (seconds; in the end the companions' clock runs hours ahead)`,
    ...told,
    ...rows,
    ...payments,
  ].join('\n')
}
