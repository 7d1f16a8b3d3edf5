import type { Context } from '../context.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { RefundRow } from '../ledger/refund-row.ts'
import type { WebhookFacts } from '../ledger/webhook-row.ts'
import { endRefund } from '../operations/end-refund.ts'
import { deliver } from '../outbox/deliver.ts'
import { isInDoubt } from '../settle/look-into.ts'
import { recordVoided } from '../settle/record.ts'
import { foreignVoidOf } from './foreign-void.ts'

const REPORTED = 'refund_reported'

/**
 * A CANCEL of the overseas product. No lookup can confirm it and nothing signs it (docs/protocol/overseas.md 6.6), so it counts only where we ourselves
 * asked for that cancel; one report ends one refund.
 *
 * @returns what became of it; `'unmatched'` when nobody here asked for it, `undefined` while one of ours is still under way
 */
export async function handleCancel(
  context: Context,
  row: CheckoutRow,
  facts: WebhookFacts,
): Promise<string | undefined> {
  const { ledger, scope, world } = context.settings
  const { total, currency, payId } = facts
  if (facts.code !== 'A0000') return 'refused cancel'
  const events = await ledger.events(row.id)
  const foreign = foreignVoidOf(events, facts)
  if (foreign === 'known') return 'known'
  if (foreign === 'awaited') return undefined
  if (row.voidReason !== null && row.chargedTotal === total) {
    if (!isInDoubt(row)) return 'known'
    await recordVoided(context, row, 'voided', 'webhook', { total })
    await ledger.closeAttention(scope, row.id, world.clock(), 'given back')
    await deliver(context, row.id)
    return 'void'
  }
  const refunds = await ledger.refunds(row.id)
  if (payId !== undefined && refunds.some(({ gatewayId }) => gatewayId === payId)) return 'known'
  const fits = ({ amount }: RefundRow): boolean => amount === total && currency === row.currency
  const inDoubt = refunds.find((refund) => fits(refund) && refund.state === 'unknown')
  // A person sees in partner admin which of the two it was.
  if (inDoubt !== undefined && foreign === 'possible') return 'unmatched'
  if (inDoubt !== undefined) {
    await endRefund(context, row, inDoubt, 'webhook', undefined, payId ?? null)
    await deliver(context, row.id)
    return 'refund'
  }
  // Its answer is still awaited, and may bring the same id.
  if (refunds.some((refund) => fits(refund) && refund.state === 'pending')) return undefined
  const reported = new Set(events.filter(({ name }) => name === REPORTED).map(({ detail }) => detail?.refund))
  const done = refunds.find(
    (each) => fits(each) && each.state === 'done' && each.gatewayId === null && !reported.has(each.id),
  )
  if (done === undefined) return 'unmatched'
  await ledger.note(row.id, world.clock(), { name: REPORTED, actor: 'webhook', detail: { refund: done.id } })
  return 'known'
}
