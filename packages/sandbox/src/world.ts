/** What every route is given: settings, state, log, faults. Nothing else is shared and nothing is global. */
import type { EventLog, SandboxEvent } from './events.ts'
import { redact } from './events.ts'
import type { OverseasStore } from './overseas/state.ts'
import type { Merchant, Settings } from './settings.ts'
import type { FaultQueue } from './state/fault-queue.ts'
import type { ScenarioBook } from './state/scenario-book.ts'
import type { Store } from './state/store.ts'
import type { WebhookUrls } from './webhooks/webhook.ts'
import type { Fields } from './wire/fields.ts'

/** One sandbox from the inside. */
export interface World {
  settings: Settings
  store: Store
  /** The overseas product has merchants, tokens and payments of its own. */
  overseas: OverseasStore
  events: EventLog
  faults: FaultQueue
  scenarios: ScenarioBook
  /** What `moveClock` has added to the clock, in milliseconds. */
  clockOffset: number
  webhookUrls: WebhookUrls
  /** Addresses that were asked whether they answer. */
  probedUrls: Set<string>
  /** Attempts under way. */
  deliveries: Set<Promise<unknown>>
  /** New messages wait for `releaseWebhooks`. */
  holdsWebhooks: boolean
  webhookCount: number
  /** What is to be said in the header of an answer. */
  warnings: WeakMap<Request, readonly string[]>
  /** Aborted by `sandbox.close()`, so that nothing hangs for ever. */
  closed: AbortSignal
}

/** The origin to print into answers: the configured one, or the one the request came to. */
export function originOf(world: World, request: Request): string {
  return world.settings.origin ?? new URL(request.url).origin
}

/** The partner with this `cst_id`. */
export function findMerchant(world: World, cstId: string): Merchant | undefined {
  return world.settings.merchants.find((merchant) => merchant.cstId === cstId)
}

/** What `record` needs beside the type of the event. */
export interface CallDetails {
  request?: Request
  fields?: Fields
  answer?: Readonly<Record<string, string>>
  oid?: string
  note?: string
}

/** Adds an event, with secrets hidden. */
export function record(world: World, type: string, details: CallDetails = {}): void {
  const { request, fields, answer, oid, note } = details
  const event: SandboxEvent = { at: world.settings.now(), type }
  if (oid) event.oid = oid
  if (request) {
    const { pathname, search } = new URL(request.url)
    event.request = { method: request.method, path: pathname + search, fields: redact(fields ?? new Map()) }
  }
  if (answer) event.response = redact(answer)
  if (note) event.note = note
  world.events.add(event)
}
