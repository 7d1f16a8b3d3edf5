import { gatewayOrigin, overseasOrigin, overseasScriptUrl, SCRIPT_PATHS } from '@payple-kit/core'
import * as v from 'valibot'

import type { LedgerScope } from '../ledger/checkout-row.ts'
import { REAL_WORLD } from '../world.ts'
import { complain, refuse } from './complain.ts'
import { withConsoleLog } from './console-log.ts'
import { optionsSchema } from './options-schema.ts'
import type { PaypleOptions, TimeoutOptions } from './options.ts'
import type { DomesticSettings, OverseasSettings, Settings, Timeouts } from './settings.ts'

/** Credentials printed in Payple's manuals (docs/protocol/domestic.md 1.3). Public, so they may stand here. */
const PUBLIC_TEST_VALUES: ReadonlySet<string> = new Set([
  'test',
  'abcd1234567890',
  'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0',
])

/**
 * Checks the options and fills in the defaults. Refuses what could only fail later, in front of a buyer.
 *
 * @throws PaypleIntegrationError `CONFIG_INVALID` naming the field and its rule, and never a secret;
 *   `ENVIRONMENT_INVALID` for a sandbox address that is none
 */
export function checkOptions(options: PaypleOptions): Settings {
  const result = v.safeParse(optionsSchema, withGaps(options))
  if (!result.success) complain(result.issues[0])
  const { environment, origin, domestic, billingKeys } = options
  const gateway = gatewayOrigin(environment)
  const scope: LedgerScope = typeof environment === 'string' ? environment : 'sandbox'
  const settled = domesticSettings(options, gateway)
  if (scope === 'live') refuseTestValues(options)
  if (settled.authentication === 'client-key' && domestic.clientKey === undefined) {
    refuse('domestic.clientKey', "required when domestic.authentication is 'client-key', which is the default")
  }
  if (settled.authentication === 'auth-file' && domestic.jqueryUrl === undefined) {
    refuse(
      'domestic.jqueryUrl',
      "required when domestic.authentication is 'auth-file': that script does not run without jQuery",
    )
  }
  return {
    environment,
    scope,
    gateway,
    origin,
    basePath: options.basePath ?? '/payple',
    domestic: settled,
    overseas: overseasSettings(options),
    ledger: options.ledger,
    landing: options.landing ?? '/checkout/return',
    billingKeys,
    webhooks: options.webhooks,
    ...functionsOf(options, scope),
    timeouts: timeouts(options.timeouts ?? {}),
    world: {
      clock: options.clock ?? REAL_WORLD.clock,
      ids: options.ids ?? REAL_WORLD.ids,
      fetch: options.fetch ?? REAL_WORLD.fetch,
      deadline: options.deadline ?? REAL_WORLD.deadline,
    },
  }
}

/** The shop's functions; with the console log around them where nobody gave a log and nothing is live. */
function functionsOf(options: PaypleOptions, scope: LedgerScope): ReturnType<typeof withConsoleLog> {
  const { log, loadOrder, onSettled, onAttention, authorize } = options
  const functions = { log, loadOrder, onSettled, onAttention, authorize }
  return scope === 'live' ? functions : withConsoleLog(functions)
}

function domesticSettings({ domestic }: PaypleOptions, gateway: string): DomesticSettings {
  const authentication = domestic.authentication ?? 'client-key'
  const script = authentication === 'auth-file' ? SCRIPT_PATHS.authFile : SCRIPT_PATHS.clientKey
  return {
    ...domestic,
    authentication,
    work: domestic.work ?? 'CERT',
    scriptUrl: domestic.scriptUrl ?? gateway + script,
  }
}

function overseasSettings({ environment, overseas }: PaypleOptions): OverseasSettings | undefined {
  if (overseas === undefined) return undefined
  const scriptUrl = overseas.scriptUrl ?? overseasScriptUrl(environment)
  return { ...overseas, gateway: overseasOrigin(environment), scriptUrl }
}

/** Test keys on live fail silently in the window; an http page cannot open it at all. */
function refuseTestValues({ origin, domestic, overseas }: PaypleOptions): void {
  if (!origin.startsWith('https:')) refuse('origin', "https when environment is 'live'", origin)
  for (const name of ['cstId', 'custKey', 'refundKey'] as const) {
    if (PUBLIC_TEST_VALUES.has(domestic[name]))
      refuse(`domestic.${name}`, "your own when environment is 'live'; this is Payple's public test value")
  }
  if (overseas?.serviceId === 'demo' || PUBLIC_TEST_VALUES.has(overseas?.serviceKey ?? '')) {
    refuse('overseas', "your own account when environment is 'live'; this is Payple's public test account")
  }
  if (domestic.clientKey?.startsWith('test_') === true) {
    refuse('domestic.clientKey', "a live key when environment is 'live'; this one starts with test_")
  }
}

function timeouts({ authMs = 8_000, confirmMs = 30_000, lookupMs = 10_000, leaseMs }: TimeoutOptions): Timeouts {
  if (leaseMs !== undefined && leaseMs < confirmMs) refuse('timeouts.leaseMs', 'at least timeouts.confirmMs')
  return { authMs, confirmMs, lookupMs, leaseMs: leaseMs ?? confirmMs + 5_000 }
}

const REQUIRED = {
  environment: undefined,
  origin: undefined,
  domestic: undefined,
  ledger: undefined,
  loadOrder: undefined,
}
const REQUIRED_OVERSEAS = { serviceId: undefined, serviceKey: undefined }
const REQUIRED_DOMESTIC = { cstId: undefined, custKey: undefined, refundKey: undefined }

/** A missing key as an undefined one: only then does the schema tell the rule of it. */
function withGaps(options: unknown): unknown {
  if (!isObject(options)) return options
  const { domestic, overseas } = options
  return {
    ...REQUIRED,
    ...options,
    ...(isObject(domestic) ? { domestic: { ...REQUIRED_DOMESTIC, ...domestic } } : {}),
    ...(isObject(overseas) ? { overseas: { ...REQUIRED_OVERSEAS, ...overseas } } : {}),
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
