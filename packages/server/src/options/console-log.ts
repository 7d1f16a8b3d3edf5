/* oxlint-disable no-console -- the one place that writes to the console: a shop without a log must not search in the dark */
import { errorName } from '../log.ts'
import type { LogEntry } from '../log.ts'
import type { PaypleOptions } from './options.ts'

/** The fields of a line, in this order. Like `LogEntry` a closed list. */
const FIELDS = [
  'checkoutId',
  'orderId',
  'oid',
  'state',
  'operation',
  'reply',
  'code',
  'gatewayCode',
  'reason',
  'field',
  'error',
] as const satisfies readonly (keyof LogEntry)[]

type Watched = Pick<PaypleOptions, 'log' | 'loadOrder'>

/**
 * What a companion that was given no log uses while a shop is being built: warnings and errors, one line each, on the console.
 * Not for live, where nobody asked for the lines. An error of `loadOrder` is the developer's own, so its message is told too.
 */
export function withConsoleLog({ log, loadOrder }: Watched): Watched {
  if (log !== undefined) return { log, loadOrder }
  return {
    loadOrder: async (orderId, request) => {
      try {
        return await loadOrder(orderId, request)
      } catch (error) {
        const told = `${errorName(error)}: ${error instanceof Error ? error.message : String(error)}`
        write({ level: 'error', event: 'order-unavailable', orderId, error: told })
        throw error
      }
    },
    log: (entry) => {
      // Told above, with the message.
      if (entry.level !== 'info' && entry.event !== 'order-unavailable') write(entry)
    },
  }
}

function write(entry: Omit<LogEntry, 'at'>): void {
  const facts = FIELDS.flatMap((name) => (entry[name] === undefined ? [] : [`${name}=${entry[name]}`]))
  const line = ['[payple-kit]', entry.event, ...facts].join(' ').replaceAll(/\s+/g, ' ').slice(0, 500)
  if (entry.level === 'error') console.error(line)
  else console.warn(line)
}
