import { DECLINED_CARD } from '../buyer.ts'
import { ask } from './ask.ts'
import { pick } from './run.ts'
import type { Run } from './run.ts'
import type { Call, Step } from './step.ts'

/** Days that may pass in one history: a payment is looked for on three Korean days at most (decisions/013). */
const MOST_PASSED_MS = 40 * 3_600_000

/** Lets one thing happen, and everything that follows from it. */
export async function happen(run: Run, step: Step): Promise<void> {
  const { shop, setting } = run
  await act(run, step)
  if (setting.post !== 'prompt') return
  await shop.sandbox.control.webhooksSettled()
  await run.post.flush()
}

async function act(run: Run, step: Step): Promise<void> {
  const { shop, wire, post } = run
  switch (step.type) {
    case 'ask':
      noteSlip(run, step.call)
      return ask(run, run.companions[step.by === 0 ? 0 : 1], step.call)
    case 'crash':
      noteSlip(run, step.call)
      return crash(run, step)
    case 'wake':
      return wakeAll(run)
    case 'pay':
      return pay(run, step)
    case 'open': {
      const window = pick(run.windows, step.window)
      if (window !== undefined) await shop.post(`checkouts/${window.checkoutId}/open`, {}, {}, shop.payple)
      return
    }
    case 'pay-link': {
      const link = pick(run.links, step.link)
      // A link that was paid, or whose time is over, shows no window.
      if (link !== undefined) await shop.buyer.payLink(link.url, 'card-01').catch(() => undefined)
      return
    }
    case 'change-order': {
      const total = shop.orders.get(step.order)?.total === 1000 ? 1500 : 1000
      shop.orders.set(step.order, { goods: '휴대폰', total, currency: 'KRW' })
      return
    }
    case 'fault': {
      const { operation, effect } = step.fault
      run.lookupsLie ||= operation === 'lookup' && (effect.type === 'code' || effect.type === 'alter')
      shop.sandbox.control.fault(step.fault)
      return
    }
    case 'overcharge':
      return wire.overchargeNext()
    case 'console-cancel':
      return cancelByHand(run, step)
    case 'console-delete-key': {
      const card = pick(run.cards, step.card)
      const known = shop.sandbox.control.billingKeys().some((key) => key.payerId === card?.payerId)
      if (card !== undefined && known) shop.sandbox.control.deleteKeyFromConsole(card.payerId)
      return
    }
    case 'post':
      await shop.sandbox.control.webhooksSettled()
      return post.flush(step.reversed)
    case 'post-again':
      await shop.sandbox.control.webhooksSettled()
      return post.repeat(step.reversed)
    case 'forge':
      return forge(run, step)
    case 'shop-down':
      run.shopDown = step.times
      return
    case 'time': {
      if (run.passed + step.ms > MOST_PASSED_MS) return
      run.passed += step.ms
      shop.world.advance(step.ms)
      return
    }
    default:
      step satisfies never
  }
}

type Of<Type extends Step['type']> = Extract<Step, { type: Type }>

function noteSlip(run: Run, call: Call): void {
  run.slipped ||= call.type === 'deliver' && call.forge === 'slip'
}

/** The buyer pays in a window; one who tampers makes it open with another total. */
async function pay({ shop, windows, results }: Run, step: Of<'pay'>): Promise<void> {
  const window = pick(windows, step.window)
  if (window === undefined) return
  try {
    const id = await shop.buyer.open(window.window, step.tamper ? { PCD_PAY_TOTAL: '700' } : {})
    const end = await shop.buyer.submit(id, step.card === 'declined' ? DECLINED_CARD : undefined)
    if (end !== undefined) results.push({ id: window.checkoutId, result: end.result, amount: window.amount })
  } catch {
    // Too late, paid already, or a fault: the buyer sees an error page and nothing is reported.
  }
}

/** A process that stops in the middle of a call. It is forgotten unless it finishes first or wakes up. */
async function crash(run: Run, { call, at, sent }: Of<'crash'>): Promise<void> {
  const { fetch, died } = run.wire.dying(at, sent)
  const doomed = run.shop.another({ fetch })
  const asked = ask(run, doomed, call)
  run.afterlife.push(asked)
  await Promise.race([asked, died])
}

/** Lets stopped processes go on, one history at a time until they have finished. */
export async function wakeAll({ wire, afterlife, together }: Run): Promise<void> {
  await wire.wake()
  if (!together) await Promise.all(afterlife.splice(0))
}

function cancelByHand({ shop, byHand }: Run, { payment, amount }: Of<'console-cancel'>): void {
  const { control } = shop.sandbox
  const chosen = pick(
    control.payments().filter((each) => each.chargeCount > 0 && each.refundedTotal < each.total),
    payment,
  )
  if (chosen === undefined || amount > chosen.total - chosen.refundedTotal) return
  byHand.add(chosen.oid)
  control.cancelFromConsole(chosen.oid, amount === 0 ? undefined : amount)
}

/** A message that Payple never sent, about something real or about nothing. */
async function forge({ shop, post, cards }: Run, { what, payment }: Of<'forge'>): Promise<void> {
  const rows = (await shop.ledger.list({ scope: 'sandbox', limit: 20 })).filter((row) => row.work !== 'AUTH')
  const oid = what === 'stranger' ? 'nobody-knows' : pick(rows, payment)?.oid
  if (what === 'deletion') {
    const payerId = pick(cards, payment)?.payerId
    if (payerId !== undefined)
      await post.forge({ PCD_PAY_WORK: 'PUSERDEL', PCD_PAY_RST: 'success', PCD_PAYER_ID: payerId })
  } else if (oid !== undefined) {
    const paid = {
      PCD_PAY_RST: 'success',
      PCD_PAY_OID: oid,
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'PAY',
      PCD_PAY_TOTAL: '1000',
    }
    const cancel = { PCD_PAYCANCEL_FLAG: 'Y', PCD_PAY_CODE: 'PAYC0000', PCD_REFUND_TOTAL: '1000' }
    await post.forge(what === 'cancel' ? { ...paid, ...cancel } : { ...paid, PCD_PAY_CODE: 'SPCD0000' })
  }
}
