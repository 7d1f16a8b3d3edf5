/** Messages on their way: first attempts, retries, and the trouble that was scripted for them. */
import type { Merchant } from '../settings.ts'
import type { Answer } from '../wire/answers.ts'
import { record, type World } from '../world.ts'
import { isReceived, postOnce, probe } from './post.ts'
import type { WebhookAttempt, WebhookKind, WebhookRecord, WebhookTarget } from './webhook.ts'

/** What a message says, and to whom. */
export interface Message {
  kind: WebhookKind
  target?: WebhookTarget
  merchant: Pick<Merchant, 'cstId'>
  oid?: string
  fields: Answer
  /** Posted instead of `fields`, as JSON. */
  body?: object
}

/** Sends a message, unless the partner registered no address for it. Never throws and is never waited for. */
export function announce(world: World, message: Message): WebhookRecord | undefined {
  const { kind, target = 'payment', merchant, oid = '' } = message
  if (urlFor(world, merchant, target) === undefined) return undefined
  const fault = world.faults.take('webhook', oid, (type) => type !== 'refuse' && type !== 'lost-answer')
  const { effect } = fault ?? {}
  if (effect !== undefined) record(world, 'fault', { oid, note: `Fault on webhook: ${JSON.stringify(effect)}` })
  const webhook: WebhookRecord = {
    id: `wh-${(world.webhookCount += 1)}`,
    kind,
    target,
    merchant,
    oid,
    fields: effect?.type === 'alter' ? { ...message.fields, ...effect.fields } : message.fields,
    body: effect?.type === 'alter' && message.body ? altered(message.body, effect.fields) : message.body,
    status: world.holdsWebhooks || effect?.type === 'hold' ? 'held' : 'waiting',
    attempts: [],
    createdAt: world.settings.now(),
  }
  world.store.webhooks.set(webhook.id, webhook)
  if (webhook.status === 'held') {
    record(world, 'webhook.held', { oid, note: webhook.id })
    return webhook
  }
  const copies = effect?.type === 'duplicate' ? effect.copies : 1
  const start = () => {
    for (let copy = 0; copy < copies; copy += 1) void track(world, sendWithRetries(world, webhook))
  }
  if (effect?.type === 'delay') world.settings.later(effect.ms, start)
  else start()
  return webhook
}

/** Sends held messages one after the other, so that their order is the one that was asked for. */
export async function sendInOrder(world: World, webhooks: readonly WebhookRecord[]): Promise<void> {
  for (const webhook of webhooks) await track(world, sendOnce(world, webhook))
}

/** Waits for every attempt that is under way; retries that are due later are not waited for. */
export async function settled(world: World): Promise<void> {
  while (world.deliveries.size > 0) await Promise.all(world.deliveries)
}

/** The registered address, if there is one. */
export function urlFor(world: World, merchant: Pick<Merchant, 'cstId'>, target: WebhookTarget): string | undefined {
  return world.webhookUrls.get(merchant.cstId)?.[target]
}

async function sendWithRetries(world: World, webhook: WebhookRecord, tried = 0): Promise<void> {
  // In a microtask of its own: the shop must not be called from the middle of a payment.
  await Promise.resolve()
  if (await sendOnce(world, webhook)) return
  const delay = world.settings.webhooks.retryDelaysMs[tried]
  if (delay === undefined) return
  webhook.status = 'waiting'
  world.settings.later(delay, () => {
    const forgotten = world.closed.aborted || world.store.webhooks.get(webhook.id) !== webhook
    // It may also have been received by another way in the meantime.
    if (forgotten || webhook.status === 'delivered') return
    void track(world, sendWithRetries(world, webhook, tried + 1))
  })
}

/** Goes on with what a saved sandbox had not sent yet. */
export function resumeWebhooks(world: World): void {
  for (const webhook of world.store.webhooks.values()) {
    if (webhook.status !== 'waiting') continue
    const tried = webhook.attempts.length
    const delay = tried === 0 ? 0 : world.settings.webhooks.retryDelaysMs[tried - 1]
    if (delay === undefined) webhook.status = 'failed'
    else world.settings.later(delay, () => void track(world, sendWithRetries(world, webhook, tried)))
  }
}

/** One attempt. Returns whether it was received. */
async function sendOnce(world: World, webhook: WebhookRecord): Promise<boolean> {
  const { merchant, target, oid } = webhook
  const url = urlFor(world, merchant, target)
  const attempt = url === undefined ? noAddress(world) : await attemptUnderFault(world, url, webhook)
  webhook.attempts.push(attempt)
  const received = isReceived(attempt)
  webhook.status = received ? 'delivered' : 'failed'
  const note = `${webhook.id} ${webhook.kind}, ${attempt.error ?? `status ${attempt.status}`}`
  record(world, received ? 'webhook.delivered' : 'webhook.failed', { oid, answer: webhook.fields, note })
  return received
}

async function attemptUnderFault(world: World, url: string, webhook: WebhookRecord): Promise<WebhookAttempt> {
  await probeOnce(world, url)
  const fault = world.faults.take('webhook', webhook.oid, (type) => type === 'refuse' || type === 'lost-answer')
  if (fault === undefined) return postOnce(world, url, webhook)
  record(world, 'fault', { oid: webhook.oid, note: `Fault on webhook: ${JSON.stringify(fault.effect)}` })
  if (fault.effect.type === 'lost-answer') await postOnce(world, url, webhook)
  return { at: world.settings.now(), error: `the sandbox's fault "${fault.effect.type}"` }
}

/** An address is probed once: when it is registered at run time, or before the first message to it. */
async function probeOnce(world: World, url: string): Promise<void> {
  if (!world.probedUrls.has(url)) await probeUrl(world, url)
}

/** Asks an address by HEAD whether it answers. Nothing depends on it but the event. */
export async function probeUrl(world: World, url: string): Promise<WebhookAttempt> {
  world.probedUrls.add(url)
  const answer = await probe(world, url)
  const verdict = isReceived(answer) ? 'answers' : `does not answer HEAD with 200 (${answer.error ?? answer.status})`
  record(world, 'webhook.probed', { note: `${url} ${verdict}` })
  return answer
}

function noAddress(world: World): WebhookAttempt {
  return { at: world.settings.now(), error: 'no address is registered any more' }
}

function track<T>(world: World, delivery: Promise<T>): Promise<T> {
  const entry: Promise<unknown> = delivery.finally(() => world.deliveries.delete(entry))
  world.deliveries.add(entry)
  return delivery
}

/** Fields are replaced where they stand: at the top, or one level down. */
function altered(body: object, fields: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? [name, altered(value, fields)] : [name, fields[name] ?? value],
    ),
  )
}
