import { median, short, times } from '../report/numbers.ts'
import { table } from '../report/table.ts'
import type { AuthPlan, Round, Subject } from './run.ts'

const HEAD = ['auth route', 'requests/s', 'ours :', 'p50 ms', 'p99 ms', 'CPU ms/request', 'RSS MiB', 'not 200']

/** One line per server; "ours :" is our throughput beside it. */
export function authReport(subjects: readonly Subject[], { connections, seconds, rounds }: AuthPlan): string {
  const of = ({ rounds }: Subject, field: keyof Round): number => median(rounds.map((round) => round[field]))
  const [ours] = subjects
  const rows = subjects.map((subject) => [
    subject.name,
    short(of(subject, 'perSecond')),
    ours === undefined ? '' : times(of(ours, 'perSecond'), of(subject, 'perSecond')),
    short(of(subject, 'p50')),
    short(of(subject, 'p99')),
    of(subject, 'cpuPerRequest').toFixed(3),
    of(subject, 'rssMb').toFixed(0),
    String(subject.rounds.reduce((sum, { wrong }) => sum + wrong, 0)),
  ])
  return `${connections} connections, ${rounds} rounds of ${seconds} s each, interleaved; medians\n\n${table(HEAD, rows)}`
}
