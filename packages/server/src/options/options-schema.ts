import * as v from 'valibot'

import { fromBase64 } from '../base64.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PaypleOptions } from './options.ts'

/** Shapes only; what must fit together is in `check-options.ts`. Every message is the rule itself and prints no value. */
const key = (rule: string): v.GenericSchema<string> => v.pipe(v.string(rule), v.regex(/^\S+$/, rule))
const fn = <Fn>(rule: string): v.GenericSchema<Fn> => v.custom<Fn>((value) => typeof value === 'function', rule)
const ms = v.optional(
  v.pipe(
    v.number('milliseconds, a whole number from 1 to 600,000'),
    v.integer('milliseconds, a whole number from 1 to 600,000'),
    v.minValue(1, 'milliseconds, a whole number from 1 to 600,000'),
    v.maxValue(600_000, 'milliseconds, a whole number from 1 to 600,000'),
  ),
)
const url = v.optional(
  v.pipe(
    v.string('an https URL'),
    v.check(
      (value) =>
        /^https:\/\/[^\s]+$/.test(value) ||
        /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(value) ||
        /^\/[^/]/.test(value),
      'an https URL, or a path of the shop',
    ),
  ),
)
const ORIGIN = 'scheme and host without a path or trailing slash, such as "https://shop.example"'
const PATH = 'a path that starts with a slash and does not end with one, such as "/payple"'
const LANDING = 'a path of the shop that starts with one slash, or a function that returns one'
const SECRET = '16 to 128 of letters, digits, "_" and "-"'
const WEAK = '32 random bytes in base64, such as `openssl rand -base64 32` prints'
const LEDGER_METHODS = ['prepare', 'start', 'find', 'move', 'due', 'startRefund', 'takeWebhooks', 'close'] as const

const domestic = v.strictObject(
  {
    cstId: key('the partner id, without spaces'),
    custKey: key('the partner key, without spaces'),
    refundKey: key('the refund key (PCD_REFUND_KEY), without spaces'),
    clientKey: v.optional(key('the client key, without spaces')),
    authentication: v.optional(
      v.picklist(['client-key', 'server', 'auth-file'], "'client-key', 'server' or 'auth-file'"),
    ),
    work: v.optional(v.picklist(['CERT', 'PAY'], "'CERT' or 'PAY'")),
    scriptUrl: url,
    jqueryUrl: url,
  },
  'an object { cstId, custKey, refundKey, clientKey }',
)

const overseas = v.strictObject(
  {
    serviceId: key('the overseas partner id, without spaces'),
    serviceKey: key('the overseas partner key, without spaces'),
    scriptUrl: url,
    jqueryUrl: url,
  },
  'an object { serviceId, serviceKey }',
)

const options = v.strictObject({
  environment: v.custom<PaypleOptions['environment']>(
    (value) =>
      value === 'test' || value === 'live' || (typeof value === 'object' && value !== null && 'sandbox' in value),
    "'test', 'live' or { sandbox: 'http://127.0.0.1:4100' }",
  ),
  origin: v.pipe(
    v.string(ORIGIN),
    v.check((value) => /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value, ORIGIN),
  ),
  basePath: v.optional(v.pipe(v.string(PATH), v.regex(/^(\/[A-Za-z0-9._~-]+)+$/, PATH))),
  domestic,
  overseas: v.optional(overseas),
  ledger: v.custom<Ledger>(
    (value) => LEDGER_METHODS.every((name) => typeof (value as Record<string, unknown> | null)?.[name] === 'function'),
    'a ledger: sqliteLedger(path), postgresLedger({ connectionString }) or memoryLedger()',
  ),
  loadOrder: fn<PaypleOptions['loadOrder']>('a function (orderId, request) => order or null'),
  landing: v.optional(
    v.custom<NonNullable<PaypleOptions['landing']>>(
      (value) => typeof value === 'function' || (typeof value === 'string' && /^\/(?![/\\])/.test(value)),
      LANDING,
    ),
  ),
  billingKeys: v.optional(
    v.strictObject({
      keys: v.pipe(
        v.array(
          v.strictObject({
            id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/, '1 to 32 of letters, digits, "_" and "-"')),
            secret: v.pipe(
              v.string('32 bytes in base64'),
              v.check((value) => fromBase64(value)?.byteLength === 32, '32 bytes in base64'),
              // Thirty-two random bytes have about thirty different ones; a typed or repeated key has few.
              v.check((value) => new Set(fromBase64(value)).size >= 12, WEAK),
            ),
          }),
          'a list of { id, secret }',
        ),
        v.minLength(1, 'at least one key'),
        v.check((keys) => new Set(keys.map((each) => each.id)).size === keys.length, 'ids that differ'),
      ),
    }),
  ),
  authorize: v.optional(fn<NonNullable<PaypleOptions['authorize']>>('a function (action, request) => boolean')),
  webhooks: v.optional(
    v.strictObject({ secret: v.pipe(v.string(SECRET), v.regex(/^[A-Za-z0-9_-]{16,128}$/, SECRET)) }),
  ),
  onAttention: v.optional(fn<NonNullable<PaypleOptions['onAttention']>>('a function')),
  onSettled: v.optional(fn<NonNullable<PaypleOptions['onSettled']>>('a function')),
  log: v.optional(fn<NonNullable<PaypleOptions['log']>>('a function')),
  timeouts: v.optional(v.strictObject({ authMs: ms, confirmMs: ms, lookupMs: ms, leaseMs: ms })),
  clock: v.optional(fn<NonNullable<PaypleOptions['clock']>>('a function')),
  ids: v.optional(fn<NonNullable<PaypleOptions['ids']>>('a function')),
  fetch: v.optional(fn<NonNullable<PaypleOptions['fetch']>>('a function')),
  deadline: v.optional(fn<NonNullable<PaypleOptions['deadline']>>('a function')),
})

export const optionsSchema: v.GenericSchema = options
/** Every name `createPayple` knows, at the top and in the partner accounts. */
export const OPTION_NAMES: readonly string[] = Object.keys(options.entries)
export const DOMESTIC_NAMES: readonly string[] = Object.keys(domestic.entries)
export const OVERSEAS_NAMES: readonly string[] = Object.keys(overseas.entries)
