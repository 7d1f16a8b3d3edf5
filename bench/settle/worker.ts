/** One ledger and one companion in a process of its own, so that what is counted is theirs. */
import { postgresBench } from '../ledgers/postgres.ts'
import { sqliteBench } from '../ledgers/sqlite.ts'
import { serve } from '../process/serve.ts'
import { reconcileRound } from './reconciling.ts'
import type { Reconciling, ReconcilePlan } from './reconciling.ts'
import { payRound } from './round.ts'
import type { PayRound, RoundPlan } from './round.ts'
import { benchShop } from './shop.ts'

export type Question =
  | { readonly kind: 'fill'; readonly payments: number }
  | ({ readonly kind: 'pay' } & RoundPlan)
  | ({ readonly kind: 'reconcile' } & ReconcilePlan)

export interface Filled {
  readonly megabytes: number
}

export type Answer = Filled | PayRound | Reconciling

const [engine, place = '', name = ''] = process.argv.slice(2)
const bench = engine === 'sqlite' ? sqliteBench(place, name) : postgresBench(place, name)
const shop = benchShop(bench.ledger)

serve(
  async (question: Question): Promise<Answer> => {
    switch (question.kind) {
      case 'fill':
        await bench.fill(question.payments)
        return { megabytes: (await bench.size()) / 2 ** 20 }
      case 'pay':
        return payRound(shop, question)
      case 'reconcile':
        return reconcileRound(shop, question)
      default:
        return question satisfies never
    }
  },
  () => shop.payple.close(),
)
