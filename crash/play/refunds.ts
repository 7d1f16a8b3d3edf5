import type { PlannedRefund } from '../plan/story.ts'
import { MOUNTS } from '../processes/shop.ts'
import { ask, insist } from './ask.ts'
import { wordOf } from './diary.ts'
import { scriptFaults } from './stage.ts'
import type { Stage } from './stage.ts'

interface Refunded {
  readonly status: 'refunded' | 'failed' | 'unknown'
  readonly error?: unknown
}

/** Gives money back, one refund after the other; each is asked for again under its key until the answer is clear. */
export async function playRefunds(
  stage: Stage,
  order: { readonly orderId: string; readonly oid: string; readonly checkoutId: string },
  refunds: readonly PlannedRefund[],
): Promise<void> {
  const { orderId, checkoutId, oid } = order
  for (const { key, amount, companions, fault } of refunds) {
    await scriptFaults(stage, [fault], oid)
    await Promise.all(
      companions.map((companion) =>
        insist<Refunded>(
          async (attempt) => {
            const url = `${stage.fleet.at(companion + attempt)}${MOUNTS.CERT}/payments/${orderId}/refund`
            const answer = await ask<Refunded>(url, {
              idempotencyKey: key,
              ...(amount === undefined ? {} : { amount }),
            })
            const heard = answer.ok ? wordOf(answer.body) : answer.why
            stage.diary.write({ orderId, checkoutId, who: 'shop', what: key, heard })
            return answer
          },
          ({ status }) => status !== 'unknown',
          6,
        ),
      ),
    )
  }
}
