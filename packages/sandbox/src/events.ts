/** Everything that happened, for tests to assert on and for the dashboard to show. */
import type { Fields } from './wire/fields.ts'

/** One thing that happened. Secrets and card data are replaced before it is stored. */
export interface SandboxEvent {
  /** Epoch milliseconds of the sandbox's clock. */
  at: number
  /** For example `auth`, `window.opened`, `confirm.charged`; the package README lists them all. */
  type: string
  /** Order number, when the call names one. */
  oid?: string
  request?: { method: string; path: string; fields: Readonly<Record<string, string>> }
  /** Fields of the answer or of the window's result. */
  response?: Readonly<Record<string, string>>
  /** Why, in one English sentence, where the answer alone does not say it. */
  note?: string
}

/** How many events are kept; the oldest are dropped. Keeps a sandbox that runs for days from growing. */
const KEPT = 5000

const SECRET = /^(custKey|PCD_CUST_KEY|PCD_REFUND_KEY|service_key|number|expiry|birth|password|pin|securityCode)$/
const TOKEN = /^(AuthKey|PCD_AUTH_KEY|PCD_PAY_REQKEY|Authorization|access_token|billing_key)$/

/** Append-only list with subscribers. */
export interface EventLog {
  add(event: SandboxEvent): void
  list(): readonly SandboxEvent[]
  subscribe(listener: (event: SandboxEvent) => void): () => void
  clear(): void
  /** How many there ever were: another number means that something happened. */
  count(): number
}

/** An empty log. Listeners run right after the call that caused the event, and never inside it. */
export function createEventLog(): EventLog {
  let events: SandboxEvent[] = []
  let count = 0
  const listeners = new Set<(event: SandboxEvent) => void>()
  return {
    add(event) {
      events.push(event)
      count += 1
      if (events.length > KEPT) events = events.slice(-KEPT)
      for (const listener of listeners) {
        // In a task of its own: a listener that throws is reported like any uncaught error and disturbs no call.
        queueMicrotask(() => listener(event))
      }
    },
    list: () => [...events],
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear() {
      events = []
      count += 1
    },
    count: () => count,
  }
}

/** Fields as a plain object with secrets hidden and long tokens shortened. */
export function redact(fields: Fields | Readonly<Record<string, string>>): Record<string, string> {
  const entries = fields instanceof Map ? [...fields] : Object.entries(fields)
  return Object.fromEntries(entries.map(([name, value]) => [name, hide(name, value)]))
}

function hide(name: string, value: string): string {
  if (SECRET.test(name)) return '***'
  return TOKEN.test(name) && value.length > 16 ? `${value.slice(0, 12)}…` : value
}
