/** What is worth a line. */
export type LogName =
  | 'prepared'
  | 'settled'
  | 'doubt'
  | 'evidence-refused'
  | 'void-unconfirmed'
  | 'foreign-charge'
  | 'charge-unrecorded'
  | 'registered-elsewhere'
  | 'refunded'
  | 'refund-failed'
  | 'refund-doubt'
  | 'refunded-elsewhere'
  | 'webhook'
  | 'webhook-refused'
  | 'attention'
  | 'billing-key-replaced'
  | 'forbidden'
  | 'authorize-failed'
  | 'gateway'
  | 'refused'
  | 'order-refused'
  | 'order-unavailable'
  | 'delivery-failed'
  | 'crashed'

/**
 * A log entry. The fields are a closed list: whatever is not here cannot be logged, so no key, token, buyer's name or card
 * can be. `event` is stable and safe to alert on; `doubt`, `void-unconfirmed`,
 * `foreign-charge`, `charge-unrecorded` and `attention` deserve it.
 */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: LogName
  /** Epoch milliseconds. */
  readonly at: number
  readonly checkoutId?: string | undefined
  readonly orderId?: string | undefined
  readonly oid?: string | undefined
  readonly state?: string | undefined
  /** Our own error code. */
  readonly code?: string | undefined
  readonly gatewayCode?: string | undefined
  /** Gateway operation: `auth`, `confirm`, `charge`, `lookup`, `cancel`, `billing-key`, `billing-key-delete`, `receipt`, `link`. */
  readonly operation?: string | undefined
  /** How a gateway call ended: `answer`, `refused`, `not-sent`, `lost`. */
  readonly reply?: string | undefined
  readonly reason?: string | undefined
  readonly field?: string | undefined
  /** Checkout id of the first registration of a card. */
  readonly first?: string | undefined
  /** Class name of an unexpected error. Its message is left out: nobody knows what stands in it. */
  readonly error?: string | undefined
}

/** Takes an entry without level and time. */
export type Log = (level: LogEntry['level'], event: LogName, facts?: Omit<LogEntry, 'level' | 'event' | 'at'>) => void

/** A log that can never break a payment. */
export function createLog(write: ((entry: LogEntry) => void) | undefined, clock: () => number): Log {
  return (level, event, facts) => {
    try {
      write?.({ level, event, at: clock(), ...facts })
    } catch {
      // A logger that throws is the shop's bug; the buyer's payment is not the place to say so.
    }
  }
}

/** The class name of anything thrown. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
