import type { OpenedWindow } from '@payple-kit/core'

import type { Prepared, Run } from './run.ts'
import type { Step } from './steps.ts'

/** The buyer at the window. What comes of it is kept for later, as nothing has reached the shop yet. */
export async function pay(
  run: Run,
  { checkoutId, window }: Prepared,
  { act, change }: Pick<Extract<Step, { type: 'pay' }>, 'act' | 'change'>,
): Promise<void> {
  const { shop } = run
  const answer = await shop.post(`checkouts/${checkoutId}/open`, {})
  if (answer.ok) run.opened.set(checkoutId, (await answer.json()) as OpenedWindow)
  const opened = run.opened.get(checkoutId)
  if (opened === undefined) return
  const changes = {
    none: {},
    amount: { totalAmount: '0.10' },
    oid: { service_oid: `free-${run.results.length}-${shop.world.clock()}` },
  }
  const end = await shop.buyer
    .overseas(window, opened, {
      ...(act === 'decline' ? { card: '4000000000003112' } : {}),
      ...(act === 'close' ? { close: true } : {}),
      change: changes[change],
    })
    .catch(() => undefined)
  if (end !== undefined) run.results.push(end)
}

/** A result form reaches one of the companions. */
export async function takeBack(
  { shop, companions }: Run,
  { action, result }: Run['results'][number],
  nthCompanion: number,
): Promise<void> {
  const request = new Request(action, { method: 'POST', body: new URLSearchParams(result) })
  await (companions[nthCompanion] ?? shop.payple).fetch(request)
}

/** The messages that are on their way arrive. */
export async function flush({ shop, post, companions }: Run, reversed: boolean): Promise<void> {
  await shop.sandbox.control.webhooksSettled()
  const messages = post.splice(0)
  for (const request of reversed ? messages.toReversed() : messages) await companions[0]?.fetch(request)
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve))
}
