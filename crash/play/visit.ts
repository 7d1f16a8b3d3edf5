import type { CheckoutOutcome, CheckoutView, PreparedCheckout } from '@payple-kit/core'

import type { Visit, WindowStory } from '../plan/story.ts'
import { MOUNTS } from '../processes/shop.ts'
import type { Work } from '../processes/shop.ts'
import { ask, insist, pause } from './ask.ts'
import { wordOf } from './diary.ts'
import { sendReport } from './report.ts'
import { scriptFaults } from './stage.ts'
import type { Stage } from './stage.ts'

/** How long a buyer watches the page that says "checking". */
const POLLS = 8
const FINAL: ReadonlySet<string | undefined> = new Set(['paid', 'failed', 'canceled', 'registered'])

/** What a visit is about. */
export interface Call {
  readonly orderId: string
  readonly work: Work
  readonly method: 'card' | 'register-card'
  /** The companion that the buyer's page begins with. */
  readonly companion: number
}

/** Prepares, opens the window, types the card, reports the result, and watches what becomes of it. */
export async function visitWindow(stage: Stage, call: Call, visit: Visit): Promise<CheckoutOutcome | undefined> {
  const { fleet, buyer, diary } = stage
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
  const change = visit.cheats && method === 'card' ? { PCD_PAY_TOTAL: '100' } : {}
  const end = await buyer
    .open(prepared.window, change)
    .then((id) => buyer.submit(id, visit.card))
    .catch((error: Error) => {
      diary.write({ orderId, checkoutId, who: 'buyer', what: 'window', heard: error.message.slice(0, 120) })
      return undefined
    })
  if (end !== undefined) {
    // A cheat also makes the result look right.
    const result = visit.cheats ? { ...end.result, PCD_PAY_TOTAL: String(prepared.amount) } : end.result
    const sent = { orderId, checkoutId, mount, result, honest: !visit.cheats }
    await Promise.all(visit.reports.map((report) => sendReport(stage, report, sent)))
  }
  return watch(stage, call, checkoutId, mount)
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
export async function visitUntilPaid(stage: Stage, story: WindowStory): Promise<CheckoutOutcome | undefined> {
  let outcome: CheckoutOutcome | undefined
  for (const [index, visit] of story.visits.entries()) {
    const { orderId, work, companion } = story
    outcome = await visitWindow(stage, { orderId, work, method: 'card', companion: companion + index }, visit)
    if (outcome?.status !== 'failed' && outcome?.status !== 'canceled') return outcome
  }
  return outcome
}
