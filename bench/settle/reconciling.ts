import type { BenchShop } from './shop.ts'

export interface ReconcilePlan {
  /** Runs with nothing to do, as nearly all of them are. */
  readonly idleRuns: number
  /** Payments whose answer was lost, settled by one more run. */
  readonly doubts: number
}

export interface Reconciling {
  /** Milliseconds of each run that found nothing to do. */
  readonly idle: readonly number[]
  /** Milliseconds per payment that was in doubt. */
  readonly perDoubt: number
}

export async function reconcileRound(shop: BenchShop, { idleRuns, doubts }: ReconcilePlan): Promise<Reconciling> {
  const idle: number[] = []
  for (let run = 0; run < idleRuns; run += 1) idle.push(await reconcile(shop, 0))
  shop.gateway.down = true
  for (let doubt = 0; doubt < doubts; doubt += 1) await shop.pay('unknown')
  shop.gateway.down = false
  return { idle, perDoubt: (await reconcile(shop, doubts)) / doubts }
}

async function reconcile({ payple }: BenchShop, expected: number): Promise<number> {
  const start = performance.now()
  const { settled, remaining } = await payple.reconcile()
  const took = performance.now() - start
  if (settled !== expected || remaining > 0)
    throw new Error(`reconciled ${settled} of ${expected}, ${remaining} remain`)
  return took
}
