import type { ChargeInput } from '../../operations/charge.ts'
import type { LinkInput } from '../../operations/links.ts'
import type { RefundInput } from '../../operations/refund.ts'
import type { Payple } from '../../payple.ts'
import { pick } from './run.ts'
import type { Run } from './run.ts'
import type { Call } from './step.ts'

const COFFEE = { goods: '원두', total: 1000, currency: 'KRW' } as const

/** Asks one companion for something and remembers the answer. */
export async function ask(run: Run, payple: Payple, call: Call): Promise<void> {
  const { shop, told } = run
  // A process that stood still was overtaken.
  const overlapped = !run.companions.includes(payple)
  switch (call.type) {
    case 'prepare': {
      const prepared = await shop.prepare(call.order, 'card', payple)
      if (prepared.kind === 'window') run.windows.push(prepared)
      else told.outcome(prepared.checkoutId, prepared.outcome)
      return
    }
    case 'deliver':
      return deliver(run, payple, call.result, call.forge)
    case 'close':
    case 'view': {
      const window = pick(run.windows, call.window)
      if (window === undefined) return
      const { checkoutId: id } = window
      if (call.type === 'view') told.outcome(id, (await shop.view(id, payple)).outcome)
      else told.outcome(id, await shop.result(id, shop.buyer.close(window.window), payple))
      return
    }
    case 'charge': {
      const card = pick(run.cards, call.card)
      if (card === undefined) return
      const order = { ...COFFEE, total: call.other ? 2000 : 1000 }
      const month = call.month === '' ? {} : { month: call.month }
      const what: Omit<ChargeInput, 'idempotencyKey'> = { billingKey: card.id, orderId: call.order, order, ...month }
      const outcome = await payple.billingKeys.charge({ ...what, idempotencyKey: call.key })
      return told.charge(call.key, what, outcome, overlapped)
    }
    case 'refund': {
      const amount = call.amount === 0 ? {} : { amount: call.amount }
      const what: Omit<RefundInput, 'idempotencyKey'> = { orderId: call.order, ...amount }
      const outcome = await payple.payments.refund({ ...what, idempotencyKey: call.key })
      return told.refund(call.key, what, outcome, overlapped)
    }
    case 'link': {
      const input: LinkInput = { orderId: call.order, order: COFFEE, idempotencyKey: call.key, type: 'both' }
      const link = await payple.links.create(input)
      if (link.status === 'created') run.links.push(link)
      return
    }
    case 'delete-key':
    case 'check-key': {
      const card = pick(run.cards, call.card)
      if (card === undefined) return
      if (call.type === 'check-key') await payple.billingKeys.check(card.id)
      else {
        const outcome = await payple.billingKeys.delete(card.id)
        // A process that stood still asks with tokens that are over, and every refusal counts as "unknown key": no source
        // lists the codes (docs/protocol/domestic.md 6.4).
        if (!overlapped) told.deletion(card.payerId, outcome)
      }
      return
    }
    case 'lookup':
      await payple.payments.lookup(call.order)
      return
    case 'reconcile':
      await payple.reconcile()
      return
    default:
      call satisfies never
  }
}

const FORGERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  oid: { PCD_PAY_OID: 'somebody-elses' },
  total: { PCD_PAY_TOTAL: '1' },
  work: { PCD_PAY_WORK: 'PAY' },
  error: { PCD_PAY_RST: 'error' },
  close: { PCD_PAY_RST: 'close' },
}

/** Hands a result of a window to the companion, as it came or as somebody in the page changed it. */
async function deliver({ shop, told, ...run }: Run, payple: Payple, nth: number, forge: string): Promise<void> {
  const found = pick(run.results, nth)
  if (found === undefined) return
  // Keys of one window dressed up as the result of another.
  const slip = forge === 'slip' ? run.windows.at(-1) : undefined
  if (forge === 'slip' && slip === undefined) return
  const total = { PCD_PAY_TOTAL: String(found.amount) }
  const forgery = slip
    ? { PCD_PAY_OID: slip.oid, PCD_PAY_TOTAL: String(slip.amount) }
    : forge === 'true-total'
      ? total
      : (FORGERIES[forge] ?? {})
  const id = slip?.checkoutId ?? found.id
  told.outcome(id, await shop.result(id, { ...found.result, ...forgery }, payple))
}
