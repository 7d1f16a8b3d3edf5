import type { BillingKeyRef, CheckoutOutcome } from '@payple-kit/core'

import type { LinkStory, MemberStory, OverseasStory, PlannedCharge, Story, WindowStory } from '../plan/story.ts'
import { MOUNTS } from '../processes/shop.ts'
import { ask, insist, pause } from './ask.ts'
import { wordOf } from './diary.ts'
import { playRefunds } from './refunds.ts'
import { scriptFaults } from './stage.ts'
import type { Stage } from './stage.ts'
import { visitUntilPaid, visitWindow } from './visit.ts'

/** Plays a story from its first to its last line. */
export async function playStory(stage: Stage, story: Story): Promise<void> {
  await pause(story.atMs)
  switch (story.kind) {
    case 'window':
      return playWindow(stage, story)
    case 'overseas':
      return playOverseas(stage, story)
    case 'member':
      return playMember(stage, story)
    case 'link':
      return playLink(stage, story)
    default:
      story satisfies never
  }
}

async function playWindow(stage: Stage, story: WindowStory): Promise<void> {
  const outcome = await visitUntilPaid(stage, story)
  if (outcome?.status !== 'paid') return
  const { payment } = outcome
  if (story.console !== undefined)
    await stage.gateway.cancelFromConsole(payment.oid, story.console).catch(() => undefined)
  await playRefunds(stage, payment, story.refunds)
}

async function playOverseas(stage: Stage, story: OverseasStory): Promise<void> {
  const outcome = await visitUntilPaid(stage, story)
  if (outcome?.status !== 'paid') return
  const { payment } = outcome
  if (payment.billingKey !== undefined)
    for (const charge of story.charges) await playCharge(stage, payment.billingKey, charge)
  await playRefunds(stage, payment, story.refunds)
}

async function playMember(stage: Stage, story: MemberStory): Promise<void> {
  const { orderId, companion, card } = story
  const reports = [0, 1, 2, 3].map((turn) => ({
    way: 'callback' as const,
    afterMs: 400 * turn,
    companion: companion + turn,
  }))
  for (let turn = 0; turn < 4; turn += 1) {
    const call = { orderId, work: 'CERT', method: 'register-card', companion: companion + turn } as const
    const outcome = await visitWindow(stage, call, { card, cheats: false, faults: [], reports })
    if (outcome?.status !== 'registered') continue
    for (const charge of story.charges) await playCharge(stage, outcome.billingKey, charge)
    return
  }
}

/** Everybody asks at once, and again after a kill, until the answer is clear. */
async function playCharge(stage: Stage, { id }: BillingKeyRef, charge: PlannedCharge): Promise<void> {
  const { orderId, month, rivalKey } = charge
  await scriptFaults(stage, [charge.fault])
  const [first, ...others] = charge.companions
  const callers = [
    { key: charge.key, companion: first },
    ...others.map((companion) => ({ key: charge.key, companion })),
    ...(rivalKey === undefined ? [] : [{ key: rivalKey, companion: first + 1 }]),
  ]
  const outcomes = await Promise.all(
    callers.map(({ key, companion }) =>
      insist<CheckoutOutcome>(
        async (attempt) => {
          const url = `${stage.fleet.at(companion + attempt)}${MOUNTS.CERT}/billing-keys/${id}/charge`
          const answer = await ask<CheckoutOutcome>(url, { orderId, idempotencyKey: key, month })
          const heard = answer.ok ? wordOf(answer.body) : answer.why
          stage.diary.write({ orderId, checkoutId: undefined, who: 'shop', what: key, heard })
          return answer
        },
        ({ status }) => status !== 'unknown',
        6,
      ),
    ),
  )
  const paid = outcomes.find((outcome) => outcome?.status === 'paid')
  if (paid?.status === 'paid') await playRefunds(stage, paid.payment, charge.refunds)
}

async function playLink(stage: Stage, story: LinkStory): Promise<void> {
  const { orderId, key, companion } = story
  const link = await insist<{ status: string; url?: string; checkoutId?: string }>((attempt) =>
    ask(`${stage.fleet.at(companion + attempt)}${MOUNTS.CERT}/links`, { orderId, idempotencyKey: key }),
  )
  if (link?.url === undefined) return
  const oid = new URL(link.url).searchParams.get('OID') ?? ''
  await scriptFaults(stage, story.faults, oid)
  const heard = await stage.buyer.payLink(link.url).then(
    () => 'window is over',
    (error: Error) => error.message,
  )
  stage.diary.write({ orderId, checkoutId: link.checkoutId, who: 'buyer', what: 'link', heard })
}
