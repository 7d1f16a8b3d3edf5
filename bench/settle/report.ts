import { median, percentile, short, times } from '../report/numbers.ts'
import { table } from '../report/table.ts'
import type { Measured } from './run.ts'

/** One line of numbers per ledger; the last column compares the ledgers. */
interface Line {
  readonly name: string
  readonly value: (measured: Measured) => number
}

const PAY_LINES = (concurrency: number): readonly Line[] => {
  const of = ({ rounds }: Measured): Measured['rounds'][number]['round'][] =>
    rounds.filter((round) => round.concurrency === concurrency).map(({ round }) => round)
  const name = (what: string): string => `${what}, ${concurrency} at a time`
  return [
    { name: name('payments/s'), value: (all) => median(of(all).map((round) => round.perSecond)) },
    { name: name('settle p50 ms'), value: (all) => median(of(all).flatMap((round) => round.settles)) },
    {
      name: name('settle p99 ms'),
      value: (all) =>
        percentile(
          of(all).flatMap((round) => round.settles),
          0.99,
        ),
    },
    { name: name('payment p50 ms'), value: (all) => median(of(all).flatMap((round) => round.payments)) },
    {
      name: name('payment p99 ms'),
      value: (all) =>
        percentile(
          of(all).flatMap((round) => round.payments),
          0.99,
        ),
    },
    { name: name('CPU ms/payment'), value: (all) => median(of(all).map((round) => round.cpuMs)) },
  ]
}

const OTHER_LINES: readonly Line[] = [
  {
    name: 'reconcile, nothing to do, p50 ms',
    value: ({ reconciles }) => median(reconciles.flatMap(({ idle }) => idle)),
  },
  {
    name: 'reconcile, ms per payment in doubt',
    value: ({ reconciles }) => median(reconciles.map((each) => each.perDoubt)),
  },
  { name: 'RSS of the companion, MiB', value: ({ rounds }) => Math.max(...rounds.map(({ round }) => round.rssMb)) },
  { name: 'on disk, MiB', value: ({ filled }) => filled.megabytes },
]

export function settleReport(engine: string, ledgers: readonly Measured[]): string {
  const [small] = ledgers
  const concurrencies = [...new Set(small?.rounds.map(({ concurrency }) => concurrency))]
  const lines = [...concurrencies.flatMap(PAY_LINES), ...OTHER_LINES]
  const rows = lines.map(({ name, value }) => {
    const values = ledgers.map(value)
    const [first, last] = [values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN]
    return [name, ...values.map(short), name.startsWith('on disk') ? '' : times(last, first)]
  })
  const stored = ledgers.map((ledger) => `${ledger.stored.toLocaleString('en-US')} stored`)
  return `${table([engine, ...stored, 'large : small'], rows)}\n\n${gatewayLine(ledgers)}`
}

/** The fake gateway runs in the same process; this much of the time is its own. */
function gatewayLine(ledgers: readonly Measured[]): string {
  const shares = ledgers.flatMap(({ rounds }) => rounds.flatMap(({ round }) => round.gatewayShare ?? []))
  return `The gateway's share of a payment, one at a time: ${(median(shares) * 100).toFixed(1)} %`
}
