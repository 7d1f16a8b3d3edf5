import { parseArgs } from 'node:util'

/** One run: which ledger, how many companions on it, and how much happens in how long. */
export interface RunOptions {
  readonly engine: 'sqlite' | 'postgres'
  readonly processes: number
  /** Stories in the plan: orders paid in a window, members with saved cards, links. */
  readonly payments: number
  /** Over how many milliseconds the stories begin. */
  readonly spreadMs: number
  readonly killEveryMs: number
  readonly seed: number
  /** Runs of the short form go on side by side. */
  readonly short: boolean
}

const HELP = `Kills companions while buyers pay, then compares the gateway, the ledger and what everybody was told.

Usage: npm run test:crash -- [options]

  --engine sqlite|postgres   one of them only (default: PostgreSQL with three companions, then SQLite with one)
  --processes N              companions on the one ledger
  --payments N               stories (default 300, and 150 on SQLite)
  --minutes N                over which they begin (default 1)
  --seed N                   repeats the plan of another run
  --short                    the form that npm test runs, about 20 seconds
`

const MINUTE = 60_000

/** Reads the command line; `undefined` when it asked for help. */
export function readOptions(args: readonly string[]): readonly RunOptions[] | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      engine: { type: 'string' },
      processes: { type: 'string' },
      payments: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      short: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return undefined
  }
  const { engine, short } = values
  if (engine !== undefined && engine !== 'sqlite' && engine !== 'postgres')
    throw new Error(`--engine is "${engine}". Use sqlite or postgres.`)
  const seed = count('seed', values.seed) ?? Math.floor(Math.random() * 1_000_000_000)
  const minutes = count('minutes', values.minutes)
  const runs = [
    { engine: 'postgres', processes: 3, payments: short ? 30 : 300, spreadMs: short ? 2_500 : MINUTE },
    { engine: 'sqlite', processes: 1, payments: short ? 12 : 150, spreadMs: short ? 2_000 : MINUTE / 2 },
  ] as const
  return runs
    .filter((run) => engine === undefined || run.engine === engine)
    .map((run) => ({
      ...run,
      processes: count('processes', values.processes) ?? run.processes,
      payments: count('payments', values.payments) ?? run.payments,
      spreadMs: minutes === undefined ? run.spreadMs : minutes * MINUTE,
      killEveryMs: 1_000,
      seed,
      short,
    }))
}

function count(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && value > 0) return value
  throw new Error(`--${name} is "${text}". Use a number above 0.`)
}
