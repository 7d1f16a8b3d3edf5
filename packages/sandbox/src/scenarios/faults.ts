/** The vocabulary of scripted trouble. */
import * as v from 'valibot'

const OPERATIONS = [
  'script',
  'auth',
  'window',
  'confirm',
  'lookup',
  'cancel',
  'billing-key-lookup',
  'billing-key-delete',
  'repay',
  'receipt-issue',
  'receipt-cancel',
  'link',
  'webhook',
  'gpay-token',
  'gpay-window',
  'gpay-tamper',
  'gpay-charge',
  'gpay-cancel',
  'gpay-lookup',
] as const

/** What can happen to a message on its way to the merchant. */
const WEBHOOK_EFFECTS: ReadonlySet<string> = new Set(['delay', 'refuse', 'lost-answer', 'alter', 'duplicate', 'hold'])

/** Operations that move money, which is what `charged-code` and `cancelled-code` are about. */
const CHARGES: ReadonlySet<string> = new Set(['window', 'confirm', 'repay', 'gpay-window', 'gpay-charge'])

/**
 * Which call a fault is waiting for. `window` covers both opening the page and making its result; `webhook` is a message
 * to the merchant's server, struck when it is made or, by `refuse` and `lost-answer`, at each attempt. The overseas product's are `gpay-…`;
 * `gpay-tamper` takes `alter` only: the browser changes these fields before the window opens.
 */
export type FaultOperation = (typeof OPERATIONS)[number]

/** What happens to the call. "Processed" means that state changed, so money may have moved. */
export type FaultEffect =
  /** Waits, then answers as usual. */
  | { type: 'delay'; ms: number }
  /** The connection fails before anything happened. */
  | { type: 'refuse' }
  /** Processed, then the connection breaks without an answer. */
  | { type: 'lost-answer' }
  /** Processed, then never answers until the client gives up. */
  | { type: 'hang' }
  /** Nothing processed, never answers. */
  | { type: 'hang-before' }
  /** Not processed; answered with this HTTP status. */
  | { type: 'status'; status: number }
  /** Not processed; answered with a page instead of JSON. */
  | { type: 'not-json' }
  /** Not processed; answered with an empty body. */
  | { type: 'empty' }
  /** Not processed; refused with exactly this code and message. */
  | { type: 'code'; code: string; message?: string | undefined }
  /** Processed, so money moved; then refused with exactly this code and message, as when the outcome is unknown. */
  | { type: 'charged-code'; code: string; message?: string | undefined }
  /** Processed, and taken back by Payple at once; then refused with exactly this code and message (SPCD1003). */
  | { type: 'cancelled-code'; code: string; message?: string | undefined }
  /** Processed; these fields of the answer, or of the window's result, are replaced. */
  | { type: 'alter'; fields: Record<string, string> }
  /** Webhook only: sent this many times. */
  | { type: 'duplicate'; copies: number }
  /** Webhook only: kept back until `control.releaseWebhooks()`. */
  | { type: 'hold' }

/** Trouble for the next `times` calls of `operation`. */
export interface Fault {
  operation: FaultOperation
  effect: FaultEffect
  /** How many calls it strikes. Default 1. */
  times?: number | undefined
  /**
   * Strike only calls about this order number. Calls for the script, for `auth.php` and about billing keys name no
   * order, so it never matches them.
   */
  oid?: string | undefined
}

const effectSchema = v.variant('type', [
  v.object({ type: v.literal('delay'), ms: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ type: v.literal('refuse') }),
  v.object({ type: v.literal('lost-answer') }),
  v.object({ type: v.literal('hang') }),
  v.object({ type: v.literal('hang-before') }),
  v.object({ type: v.literal('status'), status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)) }),
  v.object({ type: v.literal('not-json') }),
  v.object({ type: v.literal('empty') }),
  v.object({ type: v.literal('code'), code: v.string(), message: v.optional(v.string()) }),
  v.object({ type: v.literal('charged-code'), code: v.string(), message: v.optional(v.string()) }),
  v.object({ type: v.literal('cancelled-code'), code: v.string(), message: v.optional(v.string()) }),
  v.object({ type: v.literal('duplicate'), copies: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
  v.object({ type: v.literal('hold') }),
  v.object({ type: v.literal('alter'), fields: v.record(v.string(), v.string()) }),
])

const faultSchema = v.pipe(
  v.strictObject({
    operation: v.picklist(OPERATIONS),
    effect: effectSchema,
    times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    oid: v.optional(v.string()),
  }),
  v.check(
    (fault) => fault.operation !== 'script' || !['code', 'alter'].includes(fault.effect.type),
    'A script has no result to change: "code" and "alter" work on the other operations only.',
  ),
  v.check(
    (fault) => !['charged-code', 'cancelled-code'].includes(fault.effect.type) || CHARGES.has(fault.operation),
    '"charged-code" and "cancelled-code" work where money moves: on window, confirm and repay.',
  ),
  v.check(
    ({ operation, effect: { type } }) => operation !== 'webhook' || WEBHOOK_EFFECTS.has(type),
    `A webhook can only suffer ${[...WEBHOOK_EFFECTS].join(', ')}.`,
  ),
  v.check(
    ({ operation, effect: { type } }) => operation === 'webhook' || !['duplicate', 'hold'].includes(type),
    '"duplicate" and "hold" are for webhooks.',
  ),
)

/** Reads a fault from untrusted input. Throws a `TypeError` that names the wrong part. */
export function parseFault(input: unknown): Fault {
  const result = v.safeParse(faultSchema, input)
  if (result.success) return result.output
  const [issue] = result.issues
  const where = v.getDotPath(issue) ?? 'fault'
  throw new TypeError(`[payple-sandbox] fault: "${where}" is wrong. ${issue.message} See the Fault type.`)
}
