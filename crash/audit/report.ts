import type { Ran } from '../run.ts'
import { historyOf } from './history.ts'
import { violations } from './violations.ts'
import { isDoubt, moneyKept, moneyMoved } from './words.ts'

/** The printed result of a run. */
export interface Report {
  readonly text: string
  readonly ok: boolean
}

/** The table of a run, and for every broken promise the whole history of its order. */
export function reportOf(ran: Ran): Report {
  const { options, kills, seconds, evidence } = ran
  const { payments, attempts, deliveries, attention } = evidence
  const broken = violations(evidence)
  const refunds = attempts.flatMap((attempt) => attempt.refunds)
  const moved = payments.filter(moneyMoved)
  const taken = deliveries.filter((each) => each.taken)
  const doubts = attempts.filter(({ row }) => isDoubt(row)).length
  const refundDoubts = refunds.filter(({ state }) => state === 'unknown').length
  const dull = moved.length < options.payments / 3 ? ['too few payments to prove anything'] : []
  const quiet = kills === 0 ? ['nobody was killed'] : []
  const rows = [
    ['companions', `${options.processes} on ${options.engine}, killed ${kills} times`],
    ['gateway: payments', count(payments.map(({ status }) => status))],
    ['gateway: charges', `${moved.length}, kept ${moved.filter(moneyKept).length}`],
    ['ledger: attempts', count(attempts.map(({ row }) => row.state))],
    ['ledger: refunds', count(refunds.map(({ state }) => state))],
    ['people were told', count(evidence.diary.filter(({ who }) => who !== 'forger').map(({ heard }) => kindOf(heard)))],
    ['onSettled', `${new Set(taken.map(({ settled }) => settled.id)).size} messages, ${deliveries.length} deliveries`],
    ['left to a person', `${doubts} payments and ${refundDoubts} refunds in doubt, nothing of them at the gateway`],
    ['attention list', count(Object.entries(attention).flatMap(([kind, n]) => Array.from({ length: n }, () => kind)))],
    ['promises broken', String(broken.length)],
  ] as const
  const lines = [
    `seed ${options.seed}: ${options.payments} stories on ${options.engine} in ${seconds.toFixed(1)} s`,
    ...rows.map(([name, value]) => `  ${name.padEnd(20)} ${value}`),
    ...[...dull, ...quiet].map((what) => `  ! ${what}`),
    ...broken.map(({ orderId, what }) => `\nBROKEN ${orderId}: ${what}`),
    ...[...new Set(broken.map(({ orderId }) => orderId))].slice(0, 10).map((orderId) => historyOf(evidence, orderId)),
    ...(evidence.complaints === '' ? [] : [`companions printed:\n${evidence.complaints}`]),
  ]
  return { text: lines.join('\n'), ok: broken.length + dull.length + quiet.length === 0 }
}

function kindOf(heard: string): string {
  const [first = ''] = heard.split(' ')
  if (['paid', 'failed', 'canceled', 'unknown', 'registered', 'refunded'].includes(first)) return first
  return /^\d{3}$/.test(first) ? 'http status' : heard === 'nothing yet' ? heard : 'broken connection'
}

function count(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  return sorted.length === 0 ? '-' : sorted.map(([word, n]) => `${word} ${n}`).join(', ')
}
