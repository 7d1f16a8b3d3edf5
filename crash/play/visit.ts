import type { CheckoutOutcome, CheckoutView, OpenedWindow, PreparedCheckout } from '@payple-kit/core'

import type { OverseasStory, Visit, WindowStory } from '../plan/story.ts'
import { MOUNTS } from '../processes/shop.ts'
import type { Work } from '../processes/shop.ts'
import { ask, insist, pause } from './ask.ts'
import { wordOf } from './diary.ts'
import { sendReport } from './report.ts'
import { scriptFaults } from './stage.ts'
import type { Stage } from './stage.ts'

/** How long a buyer watches the page that says "checking". */
const POLLS = 8
const ABROAD = { work: 'CERT', method: 'overseas-card' } as const
const FINAL: ReadonlySet<string | undefined> = new Set(['paid', 'failed', 'canceled', 'registered'])

/** What a visit is about. */
export interface Call {
  readonly orderId: string
  readonly work: Work
  readonly method: 'card' | 'register-card' | 'overseas-card'
  /** The companion that the buyer's page begins with. */
  readonly companion: number
}

/** Prepares, opens the window, types the card, reports the result, and watches what becomes of it. */
export async function visitWindow(stage: Stage, call: Call, visit: Visit): Promise<CheckoutOutcome | undefined> {
  const { fleet, diary } = stage
  const { orderId, method, companion } = call
  const mount = MOUNTS[call.work]
  const prepared = await insist<PreparedCheckout>((attempt) =>
    ask(`${fleet.at(companion + attempt)}${mount}/checkouts`, { orderId, method, display: 'callback' }),
  )
  if (prepared === undefined) return undefined
  const { checkoutId } = prepared
  if (prepared.kind === 'outcome') {
    diary.write({ orderId, checkoutId, who: 'buyer', what: 'prepare', heard: wordOf(prepared.outcome) })
    return prepared.outcome
  }
  await scriptFaults(stage, visit.faults, prepared.oid)
  const end = await (
    method === 'overseas-card' ? payAbroad(stage, call, prepared, visit) : pay(stage, call, prepared, visit)
  ).catch((error: Error) => {
    diary.write({ orderId, checkoutId, who: 'buyer', what: 'window', heard: error.message.slice(0, 120) })
    return undefined
  })
  if (end !== undefined) {
    const product = method === 'overseas-card' ? 'overseas' : 'domestic'
    // A cheat also makes the result look right.
    const right =
      product === 'overseas'
        ? { totalAmount: prepared.window.request['totalAmount'] ?? '' }
        : { PCD_PAY_TOTAL: String(prepared.amount) }
    const result = visit.cheats ? { ...end.result, ...right } : end.result
    const sent = { orderId, checkoutId, mount, product, result, honest: !visit.cheats } as const
    await Promise.all(visit.reports.map((report) => sendReport(stage, report, sent)))
  }
  return watch(stage, call, checkoutId, mount)
}

type Prepared = Extract<PreparedCheckout, { kind: 'window' }>
type End = ReturnType<Stage['buyer']['submit']>

async function pay(
  { buyer }: Stage,
  { method }: Call,
  { window }: Prepared,
  { cheats, card }: Visit,
): Promise<Awaited<End>> {
  const id = await buyer.open(window, cheats && method === 'card' ? { PCD_PAY_TOTAL: '100' } : {})
  return buyer.submit(id, card)
}

/** The token comes with the click, from a companion that may be dead at that moment. */
async function payAbroad(stage: Stage, call: Call, prepared: Prepared, { cheats, card }: Visit): Promise<Awaited<End>> {
  const { fleet, buyer } = stage
  const opened = await insist<OpenedWindow>((attempt) =>
    ask(`${fleet.at(call.companion + attempt)}${MOUNTS[call.work]}/checkouts/${prepared.checkoutId}/open`, {}),
  )
  if (opened === undefined) return undefined
  return buyer.overseas(prepared.window, opened, { card, change: cheats ? { totalAmount: '0.01' } : {} })
}

/** A page that asks until it knows, or until its buyer gives up. */
async function watch(
  { fleet, diary }: Stage,
  { orderId, companion }: Call,
  checkoutId: string,
  mount: string,
): Promise<CheckoutOutcome | undefined> {
  let last: CheckoutOutcome | undefined
  for (let poll = 0; poll < POLLS && !FINAL.has(last?.status); poll += 1) {
    await pause(150 * (poll + 1))
    const answer = await ask<CheckoutView>(`${fleet.at(companion + poll)}${mount}/checkouts/${checkoutId}`)
    const heard = answer.ok ? wordOf(answer.body.outcome) : answer.why
    diary.write({ orderId, checkoutId, who: 'buyer', what: 'poll', heard })
    if (answer.ok) last = answer.body.outcome
  }
  return last
}

/** Visits follow each other as long as the buyer knows that nothing was charged. */
export async function visitUntilPaid(
  stage: Stage,
  story: WindowStory | OverseasStory,
): Promise<CheckoutOutcome | undefined> {
  let outcome: CheckoutOutcome | undefined
  for (const [index, visit] of story.visits.entries()) {
    const { orderId, companion } = story
    const way = story.kind === 'window' ? ({ work: story.work, method: 'card' } as const) : ABROAD
    outcome = await visitWindow(stage, { orderId, ...way, companion: companion + index }, visit)
    if (outcome?.status !== 'failed' && outcome?.status !== 'canceled') return outcome
  }
  return outcome
}
