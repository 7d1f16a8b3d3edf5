/** Payments on a small and a large ledger of one engine, interleaved, so that a slow minute hits both. */
import { startChild } from '../process/child.ts'
import type { Child } from '../process/child.ts'
import type { Reconciling, ReconcilePlan } from './reconciling.ts'
import type { PayRound, RoundPlan } from './round.ts'
import type { Answer, Filled, Question } from './worker.ts'

export interface SettlePlan {
  /** Payments stored before the first one is measured. */
  readonly stored: readonly number[]
  readonly rounds: number
  readonly pay: readonly RoundPlan[]
  readonly reconcile: ReconcilePlan
}

/** What was measured on one ledger. */
export interface Measured {
  readonly stored: number
  readonly filled: Filled
  readonly rounds: readonly { readonly concurrency: number; readonly round: PayRound }[]
  readonly reconciles: readonly Reconciling[]
}

type Worker = Child<Question, Answer>

/** @param place a folder for SQLite, an address for PostgreSQL */
export async function benchSettle(
  engine: 'sqlite' | 'postgres',
  place: string,
  plan: SettlePlan,
): Promise<readonly Measured[]> {
  const ledgers = plan.stored.map((stored) => ({
    stored,
    worker: startChild<Question, Answer>(new URL('./worker.ts', import.meta.url), [engine, place, `stored_${stored}`]),
    filled: { seconds: 0, megabytes: 0 },
    rounds: [] as Measured['rounds'][number][],
    reconciles: [] as Reconciling[],
  }))
  try {
    for (const each of ledgers) {
      each.filled = (await each.worker.ask({ kind: 'fill', payments: each.stored })) as Filled
      await warmUp(each.worker, plan)
    }
    for (let number = 0; number < plan.rounds; number += 1) {
      // The other way round every other time: who comes second must not always be the same.
      const order = number % 2 === 0 ? ledgers : ledgers.toReversed()
      for (const pay of plan.pay)
        for (const { worker, rounds } of order) {
          const round = (await worker.ask({ kind: 'pay', ...pay })) as PayRound
          rounds.push({ concurrency: pay.concurrency, round })
        }
      for (const { worker, reconciles } of order)
        reconciles.push((await worker.ask({ kind: 'reconcile', ...plan.reconcile })) as Reconciling)
    }
  } finally {
    await Promise.all(ledgers.map(({ worker }) => worker.stop()))
  }
  return ledgers
}

/** Compiled code, connections and a page cache as they are after a while. */
async function warmUp(worker: Worker, { pay, reconcile }: SettlePlan): Promise<void> {
  for (const round of pay) await worker.ask({ kind: 'pay', ...round })
  await worker.ask({ kind: 'reconcile', ...reconcile })
}
