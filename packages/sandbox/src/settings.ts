/** What a sandbox can be told when it is created, and the defaults for everything it was not told. */

import type { ScenarioId } from './scenarios/catalogue.ts'
import type { ScenarioRule } from './scenarios/rule.ts'
import { seededRandom } from './wire/seeded.ts'
import { type OverseasOptions, type OverseasSettings, resolveOverseas } from './overseas/options.ts'

/** A partner ("가맹점") known to the sandbox. All four keys are what Payple would hand out with a contract. */
export interface Merchant {
  /** Partner id, `cst_id` on `auth.php` and `PCD_CST_ID` later. */
  cstId: string
  /** Partner key, `custKey` on `auth.php` and `PCD_CUST_KEY` later. Secret: server only. */
  custKey: string
  /** Key of the current script, `clientKey`. Public: may be in a page. */
  clientKey: string
  /** `PCD_REFUND_KEY`, needed to cancel a payment. Secret: server only. */
  refundKey: string
  /**
   * Registered domains, without scheme or port; sub-domains are accepted
   * (docs/protocol/domestic.md section 1.5). `undefined`: any page origin.
   */
  domains?: readonly string[] | undefined
  /**
   * "결제 결과 수신 URL": hears of payments, registrations and cancels (section 8.1). Default: none, so nothing is sent.
   */
  webhookUrl?: string | undefined
  /** "계좌(카드)해지결과 수신 URL": hears of billing keys deleted in the console (section 8.1). Default: none. */
  deletionWebhookUrl?: string | undefined
  /** Test account: error codes carry the `[test]` prefix and partial refunds are refused (sections 1.4 and 9.1). */
  test: boolean
}

/** The public test account that everybody shares (docs/protocol/domestic.md section 1.3). */
export const TEST_MERCHANT: Merchant = {
  cstId: 'test',
  custKey: 'abcd1234567890',
  clientKey: 'test_DF55F29DA654A8CBC0F0A9DD4B556486',
  refundKey: 'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0',
  test: true,
}

/**
 * A second partner, known to every sandbox by default, that behaves like an account with a contract: refunds in parts,
 * birth date and password of a card are asked for, and codes carry no prefix. The sandbox's own; Payple has never heard
 * of it.
 */
export const SANDBOX_MERCHANT: Merchant = {
  cstId: 'sandbox',
  custKey: 'sandbox-custkey-0001',
  clientKey: 'sandbox_00000000000000000000000000000001',
  refundKey: '5a4d00000000000000000000000000000000000000000000000000000000c0de',
  test: false,
}

/** How messages to the merchant's server are sent. Payple publishes neither retries nor the answer it expects. */
export interface WebhookOptions {
  /** Default `json` (docs/protocol/domestic.md section 8.2). */
  format?: 'json' | 'form' | undefined
  /**
   * Waits before the second, third, … attempt, in milliseconds, as long as the answer is not 200.
   * Default 5 seconds, 30 seconds, 5 minutes. `[]`: one attempt only.
   */
  retryDelaysMs?: readonly number[] | undefined
  /** Patience with the merchant's server, in milliseconds. Default 10 seconds (section 8.4). */
  timeoutMs?: number | undefined
  /** Also announce a CERT when it is authenticated, before anything is paid. Default `false` (section 11.2 U12). */
  atCert?: boolean | undefined
}

/** Options of `createSandbox`. Every one has a default that suits a local shop. */
export interface SandboxOptions {
  /** Origin printed into `return_url`, `PCD_PAY_COFURL` and the script. Default: the origin of each incoming request. */
  origin?: string | undefined
  /**
   * What stands before the query of `PCD_PAY_CARDRECEIPT`. Default: the sandbox's own slip page, `<origin>/_/slip`, when
   * `origin` is https, as every receipt address in the documents is; otherwise an address in Danal's form, behind which
   * is nothing. The slip page answers in either case.
   */
  receiptBase?: string | undefined
  /** Epoch milliseconds. Default `Date.now`. */
  clock?: (() => number) | undefined
  /**
   * Source of every id, token and chance. Default `crypto.getRandomValues`, or what `seed` gives.
   */
  ids?: ((bytes: number) => Uint8Array) | undefined
  /** Makes ids, tokens and chances repeatable: a whole number. Ignored beside `ids`. Default: none, every run differs. */
  seed?: number | undefined
  /** How slow cards and delay faults wait. Default `setTimeout`. */
  schedule?: ((ms: number) => Promise<void>) | undefined
  /** Runs something later: retries and time limits of webhooks. Default `setTimeout`, which keeps no process alive. */
  later?: ((ms: number, run: () => void) => void) | undefined
  /** Hands a webhook to the merchant's server, like `fetch`. Default `fetch`. */
  deliver?: ((request: Request) => Response | Promise<Response>) | undefined
  /** How webhooks are sent. */
  webhooks?: WebhookOptions | undefined
  /** Default: the public test account and `SANDBOX_MERCHANT`. */
  merchants?: readonly Merchant[] | undefined
  /**
   * What happens to a call with a field that no document knows. `'warn'`: it is answered as Payple would, with a header `x-sandbox-warning` and
   * an event that name the nearest known one. `'refuse'`: status 400, and nothing is processed. Default `'warn'`: Payple is lenient.
   */
  unknownFields?: 'warn' | 'refuse' | undefined
  /**
   * Apply the Referer rules behind AUTH0004 and AUTH0007 (docs/protocol/domestic.md section 1.5). Default `true`.
   */
  checkReferer?: boolean | undefined
  /**
   * For hosts that cannot answer navigations, such as a service worker: the script fetches the window page and
   * shows it through `srcdoc` instead of submitting a form into the frame. Default `false`.
   */
  embedded?: boolean | undefined
  /**
   * Inserted before the path of every server call and of link pages, to catch clients that hard-code them
   * (docs/protocol/domestic.md section 11.1 row 25). Starts with a slash. Default `''`.
   */
  pathPrefix?: string | undefined
  /** How long an `AuthKey` works, in milliseconds. Default 30 minutes (section 2.4). */
  authKeyLifetimeMs?: number | undefined
  /** How long a CERT payment can be confirmed, in milliseconds. Default 10 minutes (section 11.2 U6). */
  confirmWindowMs?: number | undefined
  /**
   * Whether the billing key of a CERT that was never confirmed works (section 11.2 U8). Default `true`, as shops have
   * observed; `false`: only once it is confirmed.
   */
  keepUnconfirmedKeys?: boolean | undefined
  /** Refuse the second use of an `AuthKey`. Default `false` (section 11.2 U5). */
  singleUseAuthKeys?: boolean | undefined
  /** What `sandbox.save()` gave: goes on from there. Default: an empty sandbox. Throws a `TypeError` for anything else. */
  state?: string | undefined
  /** Bad days that are on from the start, by id or with limits. Default none. */
  scenarios?: readonly (ScenarioId | ScenarioRule)[] | undefined
  /** The overseas card product: accounts and switches (docs/protocol/overseas.md). */
  overseas?: OverseasOptions | undefined
}

/** Where the slip page is. */
export const SLIP_PATH = '/_/slip'

/** Options with every default filled in. */
export interface Settings {
  origin: string | undefined
  receiptBase: string
  now: () => number
  random: ((bytes: number) => Uint8Array) & { position?: number }
  wait: (ms: number) => Promise<void>
  later: (ms: number, run: () => void) => void
  deliver: (request: Request) => Response | Promise<Response>
  webhooks: { format: 'json' | 'form'; retryDelaysMs: readonly number[]; timeoutMs: number; atCert: boolean }
  merchants: readonly Merchant[]
  unknownFields: 'warn' | 'refuse'
  checkReferer: boolean
  embedded: boolean
  pathPrefix: string
  authKeyLifetimeMs: number
  confirmWindowMs: number
  keepUnconfirmedKeys: boolean
  singleUseAuthKeys: boolean
  overseas: OverseasSettings
}

const MINUTE = 60_000

/** As in the documents' examples. */
const DANAL = 'https://www.danalpay.com/receipt/creditcard/view.aspx'

/** A browser's timer is a number and holds nothing open; Node's would keep the process waiting for a retry. */
function later(ms: number, run: () => void): void {
  const timer: unknown = setTimeout(run, ms)
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as { unref(): void }).unref()
}

function trueRandom(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes))
}

/** Fills in the defaults. Throws a `TypeError` for an origin or prefix that could only produce broken URLs. */
export function resolveSettings(options: SandboxOptions): Settings {
  const { origin, receiptBase, pathPrefix = '', seed } = options
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw new TypeError(`[payple-sandbox] createSandbox: "seed" is ${seed}. Use a whole number.`)
  }
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).origin !== origin)) {
    throw new TypeError(
      `[payple-sandbox] createSandbox: "origin" is ${JSON.stringify(origin)}. ` +
        'Use scheme and host without a trailing slash, for example "http://127.0.0.1:4100".',
    )
  }
  if (receiptBase !== undefined && !/^https?:\/\/[^/?#]+[^?#]*$/.test(receiptBase)) {
    throw new TypeError(
      `[payple-sandbox] createSandbox: "receiptBase" is ${JSON.stringify(receiptBase)}. ` +
        'Use an address without a query, for example "https://sandbox.example/_/slip".',
    )
  }
  if (!/^(\/[\w-]+)*$/.test(pathPrefix)) {
    throw new TypeError(
      `[payple-sandbox] createSandbox: "pathPrefix" is ${JSON.stringify(pathPrefix)}. Use "" or a path such as "/v2".`,
    )
  }
  return {
    origin,
    receiptBase: receiptBase ?? (origin?.startsWith('https:') ? origin + SLIP_PATH : DANAL),
    now: options.clock ?? Date.now,
    random: options.ids ?? (seed === undefined ? trueRandom : seededRandom(seed)),
    wait: options.schedule ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    later: options.later ?? later,
    deliver: options.deliver ?? ((request) => fetch(request)),
    webhooks: {
      format: options.webhooks?.format ?? 'json',
      retryDelaysMs: options.webhooks?.retryDelaysMs ?? [5_000, 30_000, 5 * MINUTE],
      timeoutMs: options.webhooks?.timeoutMs ?? 10_000,
      atCert: options.webhooks?.atCert ?? false,
    },
    merchants: options.merchants ?? [TEST_MERCHANT, SANDBOX_MERCHANT],
    unknownFields: options.unknownFields ?? 'warn',
    checkReferer: options.checkReferer ?? true,
    embedded: options.embedded ?? false,
    pathPrefix,
    authKeyLifetimeMs: options.authKeyLifetimeMs ?? 30 * MINUTE,
    confirmWindowMs: options.confirmWindowMs ?? 10 * MINUTE,
    keepUnconfirmedKeys: options.keepUnconfirmedKeys ?? true,
    singleUseAuthKeys: options.singleUseAuthKeys ?? false,
    overseas: resolveOverseas(options.overseas),
  }
}
