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

type Watched = Pick<PaypleOptions, 'log' | 'loadOrder' | 'onSettled' | 'onAttention' | 'authorize'>

/** Events that say that a function of the shop threw. With the console log its message is told, so the bare class name is not. */
const TOLD_WITH_MESSAGE: ReadonlySet<LogEntry['event']> = new Set([
  'order-unavailable',
  'delivery-failed',
  'authorize-failed',
])

/**
 * What a companion that was given no log uses while a shop is being built: warnings and errors, one line each, on the console.
 * Not for live, where nobody asked for the lines. What `loadOrder`, `onSettled`, `onAttention` or `authorize` threw is the developer's own, so its
 * message is told too.
 */
export function withConsoleLog(options: Watched): Watched {
  const { log, loadOrder, onSettled, onAttention, authorize } = options
  if (log !== undefined) return { log, loadOrder, onSettled, onAttention, authorize }
  return {
    loadOrder: async (orderId, request) => told('order-unavailable', { orderId }, () => loadOrder(orderId, request)),
    onSettled:
      onSettled && ((settled) => told('delivery-failed', { orderId: settled.orderId }, () => onSettled(settled))),
    onAttention: onAttention && ((item) => told('delivery-failed', { orderId: item.orderId }, () => onAttention(item))),
    authorize:
      authorize &&
      ((action, request) => told('authorize-failed', { reason: action.type }, () => authorize(action, request))),
    log: (entry) => {
      if (entry.level !== 'info' && !TOLD_WITH_MESSAGE.has(entry.event)) write(entry)
    },
  }
}

/** Calls a function of the shop; an error in it is printed with its message and thrown on. */
async function told<Answer>(
  event: LogEntry['event'],
  facts: Pick<LogEntry, 'orderId' | 'reason'>,
  run: () => Promise<Answer> | Answer,
): Promise<Answer> {
  try {
    return await run()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    write({ level: 'error', event, ...facts, error: `${errorName(error)}: ${message}` })
    throw error
  }
}

function write(entry: Omit<LogEntry, 'at'>): void {
  const facts = FIELDS.flatMap((name) => (entry[name] === undefined ? [] : [`${name}=${entry[name]}`]))
  const line = ['[payple-kit]', entry.event, ...facts]
    .join(' ')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .slice(0, 500)
  if (entry.level === 'error') console.error(line)
  else console.warn(line)
}
