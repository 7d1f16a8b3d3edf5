import type { CheckoutView, Environment } from '@payple-kit/core'

import type { AttentionItem } from '../attention/attention-item.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LogEntry } from '../log.ts'
import type { Order } from '../order.ts'
import type { Settled } from '../outbox/settled.ts'
import type { World } from '../world.ts'
import type { Authorize } from './authorize.ts'

/** The world can be replaced piece by piece. */
type WorldOptions = { readonly [Piece in keyof World]?: World[Piece] | undefined }

/** Options of `createPayple`. Checked once, at start. */
export interface PaypleOptions extends WorldOptions {
  /** Which Payple: `'test'`, `'live'`, or `{ sandbox: origin }`. Required; there is no default on purpose. */
  readonly environment: Environment
  /**
   * Scheme and host of the page that opens the window, such as `https://shop.example`. Sent as `Referer` on every gateway
   * call and must equal the page's origin, or the window is refused (docs/protocol/domestic.md 1.5). `https` on live.
   */
  readonly origin: string
  /** Path below which the companion is mounted. Starts with a slash, ends without. Default `'/payple'`. */
  readonly basePath?: string | undefined
  readonly domestic: DomesticOptions
  /** Needed for `overseas-card` (docs/protocol/overseas.md). */
  readonly overseas?: OverseasOptions | undefined
  /** Where attempts are remembered: `sqliteLedger(path)` on one machine, `postgresLedger(…)` for several, or `memoryLedger()` for trying things out. */
  readonly ledger: Ledger
  /**
   * The shop's answer to "what is this order". Called for every preparation with the buyer's request, so it can check the
   * session: **return `null` for an order that is not this visitor's**, because whoever can prepare an order also learns
   * whether it is paid. Goods and amount come from here only. When it rejects, the buyer gets `ORDER_UNAVAILABLE`.
   */
  readonly loadOrder: (orderId: string, request: Request) => Promise<Order | null> | Order | null
  /**
   * Path in the shop to which the return route sends the browser, with `?checkout=<id>` added. Default
   * `'/checkout/return'`. A function gets what is known by then and returns a path.
   */
  readonly landing?: string | ((view: CheckoutView) => string) | undefined
  /**
   * Who may do what through the companion's own routes for payments, refunds, saved cards, receipts and links. **Without it those routes do not
   * exist.** The methods of `payple` ask nobody: they are your server's own.
   */
  readonly authorize?: Authorize | undefined
  /**
   * Payple's webhooks (docs/protocol/domestic.md 8). Enter `<shop>/payple/webhooks/domestic/<secret>` in partner admin, for both addresses. They are not signed: the
   * secret keeps strangers out, and what one says is looked up before it counts.
   */
  readonly webhooks?: { /** 16 to 128 of letters, digits, `_`, `-`. */ readonly secret: string } | undefined
  /** Told by `work()` about what only a person can decide: at least once per entry. The same list is in `payple.attention`. */
  readonly onAttention?: ((item: AttentionItem) => Promise<void> | void) | undefined
  /** Needed for `register-card`: without it registrations are refused with `BILLING_KEYS_NOT_CONFIGURED`. */
  readonly billingKeys?: BillingKeyOptions | undefined
  /**
   * Told about every payment, registration and returned charge: at least once, in order per attempt, repeated by
   * `reconcile()` until it returns. Make it idempotent by `settled.id`. A buyer waits at most five seconds for it.
   */
  readonly onSettled?: ((settled: Settled) => Promise<void> | void) | undefined
  /**
   * Receives log entries made of an allow-list of fields; no key, token or personal data is among them. Default: warnings and
   * errors on the console, with the message of what `loadOrder` threw; on live none.
   */
  readonly log?: ((entry: LogEntry) => void) | undefined
  readonly timeouts?: TimeoutOptions | undefined
}

/** The partner account and how the window is opened. */
export interface DomesticOptions {
  /** Partner id, `cst_id`. */
  readonly cstId: string
  /** Partner key. Secret. */
  readonly custKey: string
  /** `PCD_REFUND_KEY`. Secret. Needed because a charge that does not fit is given back at once. */
  readonly refundKey: string
  /** Public client key. Required by `authentication: 'client-key'`. */
  readonly clientKey?: string | undefined
  /**
   * How the window proves which shop it is for (docs/protocol/domestic.md 1.2.1). `'client-key'` (default): the script
   * talks to Payple itself. `'server'`: the companion authenticates while preparing. `'auth-file'`: the script asks the
   * companion (the manual of 2020).
   */
  readonly authentication?: 'client-key' | 'server' | 'auth-file' | undefined
  /**
   * `'CERT'` (default): the window only authenticates, money moves when the companion confirms. `'PAY'`: money moves in the
   * window; results can be lost on the way and are then found by lookup.
   */
  readonly work?: 'CERT' | 'PAY' | undefined
  /** Another address of Payple's script. Default: the current script, or the one of 2018 for `'auth-file'`. */
  readonly scriptUrl?: string | undefined
  /** jQuery to load before the script. Required by `'auth-file'`, whose script needs it (1.2.2). */
  readonly jqueryUrl?: string | undefined
}

/** The partner account of the overseas product. */
export interface OverseasOptions {
  /** Partner id, `service_id`. */
  readonly serviceId: string
  /** Partner key. Secret; on live **it is only as safe as the list of IP addresses that Payple accepts tokens from** (docs/security.md). */
  readonly serviceKey: string
  /** Another address of the window's script. Default: the current one, `gpay-1.0.1.js`. */
  readonly scriptUrl?: string | undefined
  /** jQuery to load before the script. Every sample of Payple's does so; whether it must is not known (3.1). Default: none. */
  readonly jqueryUrl?: string | undefined
}

/** Keys that seal billing keys at rest (AES-256-GCM). */
export interface BillingKeyOptions {
  /** The first key seals, all of them open. To rotate, put a new key first and keep the old ones. */
  readonly keys: readonly {
    /** Name of the key, stored beside what it sealed: 1 to 32 of letters, digits, `_`, `-`. */
    readonly id: string
    /** 32 random bytes in base64. Secret. */
    readonly secret: string
  }[]
}

/** All in milliseconds. */
export interface TimeoutOptions {
  /** `auth.php`, tried twice. Default 8,000. */
  readonly authMs?: number | undefined
  /** Confirm and cancel, sent once. Default 30,000. */
  readonly confirmMs?: number | undefined
  /** Lookups, tried twice. Default 10,000. */
  readonly lookupMs?: number | undefined
  /**
   * How long an attempt belongs to the process that works on it. After that another one takes over by looking the payment
   * up, never by confirming again, so that a lease that ends early does no harm. Default `confirmMs` plus 5,000; not less than
   * `confirmMs`.
   */
  readonly leaseMs?: number | undefined
}
