import { usage } from '../process/usage.ts'
import type { Usage } from '../process/usage.ts'
import type { BenchShop } from './shop.ts'

/** Many orders, so many at a time. */
export interface RoundPlan {
  readonly orders: number
  readonly concurrency: number
}

export interface PayRound extends Usage {
  readonly perSecond: number
  /** Milliseconds of each payment, and of its settling alone. */
  readonly payments: readonly number[]
  readonly settles: readonly number[]
  /** Share of the round spent in the gateway; measured one at a time only. */
  readonly gatewayShare: number | undefined
}

/** As many buyers as `concurrency` says, each paying the next order as soon as the last one is paid. */
export async function payRound({ pay, gateway }: BenchShop, { orders, concurrency }: RoundPlan): Promise<PayRound> {
  const payments: number[] = []
  const settles: number[] = []
  let left = orders
  const before = usage()
  const spent = gateway.spentMs
  const start = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left > 0) {
        left -= 1
        const took = await pay('paid')
        payments.push(took.payment)
        settles.push(took.settle)
      }
    }),
  )
  const took = performance.now() - start
  const after = usage()
  return {
    perSecond: (orders / took) * 1000,
    payments,
    settles,
    gatewayShare: concurrency === 1 ? (gateway.spentMs - spent) / took : undefined,
    cpuMs: (after.cpuMs - before.cpuMs) / orders,
    rssMb: after.rssMb,
  }
}
