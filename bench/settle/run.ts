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
  const filled: Pick<Measured, 'stored' | 'filled'>[] = []
  for (const stored of plan.stored) filled.push({ stored, filled: await fill(engine, place, stored) })
  const ledgers = filled.map((ledger) => ({
    ...ledger,
    worker: startWorker(engine, place, ledger.stored),
    rounds: [] as Measured['rounds'][number][],
    reconciles: [] as Reconciling[],
  }))
  try {
    for (const { worker } of ledgers) await warmUp(worker, plan)
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

function startWorker(engine: string, place: string, stored: number): Worker {
  return startChild<Question, Answer>(new URL('./worker.ts', import.meta.url), [engine, place, `stored_${stored}`])
}

/** In a process of its own, whose memory is gone with it. */
async function fill(engine: string, place: string, stored: number): Promise<Filled> {
  const worker = startWorker(engine, place, stored)
  try {
    return (await worker.ask({ kind: 'fill', payments: stored })) as Filled
  } finally {
    await worker.stop()
  }
}

/** Compiled code, connections and a page cache as they are after a while. */
async function warmUp(worker: Worker, { pay, reconcile }: SettlePlan): Promise<void> {
  for (const round of pay) await worker.ask({ kind: 'pay', ...round })
  await worker.ask({ kind: 'reconcile', ...reconcile })
}
