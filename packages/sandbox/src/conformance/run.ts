/** Runs the checks against a merchant's server, one after the other. */
import type { Sandbox } from '../sandbox.ts'
import { type Merchant, TEST_MERCHANT } from '../settings.ts'
import type { Text } from '../window/language.ts'
import { OVERSEAS_TEST_ACCOUNT, type OverseasAccount } from '../overseas/options.ts'
import { payIn } from './buyer.ts'
import { Broken, type Check, type Order, type Scene } from './check.ts'
import { AMOUNT_CHECKS } from './checks/amounts.ts'
import { DOUBT_CHECKS } from './checks/doubts.ts'
import { OVERSEAS_CHECKS } from './checks/overseas.ts'
import { payOverseasIn } from './overseas-buyer.ts'
import { LEAK_CHECKS } from './checks/leaks.ts'
import { REFUND_CHECKS } from './checks/refunds.ts'
import { REPLAY_CHECKS } from './checks/replays.ts'
import { WEBHOOK_CHECKS } from './checks/webhooks.ts'
import type { MerchantShop } from './shop.ts'

/** Every check of a product, in the order in which they run. */
export const CHECKS: Readonly<Record<'domestic' | 'overseas', readonly Check[]>> = {
  domestic: [...AMOUNT_CHECKS, ...REPLAY_CHECKS, ...DOUBT_CHECKS, ...WEBHOOK_CHECKS, ...REFUND_CHECKS, ...LEAK_CHECKS],
  overseas: OVERSEAS_CHECKS,
}

/** Options of `conformance`. */
export interface ConformanceOptions {
  /** The sandbox that the merchant's server calls. Faults are scripted in it; nothing else should use it meanwhile. */
  sandbox: Sandbox
  /** The way to the merchant's server. */
  shop: MerchantShop
  /** Which window the shop's `prepare` is for. Default `domestic`. */
  product?: 'domestic' | 'overseas' | undefined
  /** The overseas account whose key the server has. Default `OVERSEAS_TEST_ACCOUNT`. */
  overseas?: OverseasAccount | undefined
  /** The partner whose keys the server has. Default `TEST_MERCHANT`. */
  merchant?: Merchant | undefined
  /** Origin of the page that opens windows; must be what the server sends as `Referer`. Default `https://shop.example`. */
  origin?: string | undefined
  /** Run these only, by id. Default: all. */
  only?: readonly string[] | undefined
}

/** How one check ended. */
export interface ConformanceResult {
  id: string
  title: Text
  why: Text
  advice: Text
  section: string
  /** `not-checked`: a function of the shop is missing, which is named in `detail`. */
  outcome: 'passed' | 'failed' | 'not-checked'
  /** What was done and what came of it, in English; empty when it passed. */
  detail: string
}

/** How they all ended. */
export interface ConformanceReport {
  /** Nothing failed. What was not checked counts for nothing. */
  ok: boolean
  passed: number
  failed: number
  notChecked: number
  results: readonly ConformanceResult[]
}

/**
 * Tries a merchant's server with what buyers, browsers, networks and strangers do, and compares what it believes with what the gateway holds.
 *
 * @throws TypeError for an id in `only` that no check has
 */
export async function conformance(options: ConformanceOptions): Promise<ConformanceReport> {
  const { only, product = 'domestic' } = options
  const checks = CHECKS[product]
  const unknown = only?.find((id) => !checks.some((check) => check.id === id))
  if (unknown !== undefined) throw new TypeError(`[payple-sandbox] conformance: there is no check "${unknown}".`)
  const results: ConformanceResult[] = []
  for (const check of checks.filter(({ id }) => only?.includes(id) ?? true)) results.push(await tryOut(check, options))
  const count = (outcome: ConformanceResult['outcome']) => results.filter((result) => result.outcome === outcome).length
  const failed = count('failed')
  return { ok: failed === 0, passed: count('passed'), failed, notChecked: count('not-checked'), results }
}

async function tryOut(check: Check, options: ConformanceOptions): Promise<ConformanceResult> {
  const { id, title, why, advice, section } = check
  const about = { id, title, why, advice, section }
  const missing = check.needs?.filter((name) => options.shop[name] === undefined) ?? []
  if (missing.length > 0) return { ...about, outcome: 'not-checked', detail: `The shop has no ${missing.join(', ')}.` }
  try {
    await check.run(sceneOf(options))
    return { ...about, outcome: 'passed', detail: '' }
  } catch (error) {
    // A server that breaks under a check does not hold the rule either, and the report says how it broke.
    const detail = error instanceof Broken ? error.message : `It could not be tried to the end: ${String(error)}`
    return { ...about, outcome: 'failed', detail }
  } finally {
    options.sandbox.control.clearFaults()
  }
}

function sceneOf(options: ConformanceOptions): Scene {
  const { sandbox, shop, product, merchant = TEST_MERCHANT, overseas = OVERSEAS_TEST_ACCOUNT } = options
  const { origin = 'https://shop.example' } = options
  return {
    sandbox,
    shop,
    merchant,
    overseas,
    async order(total = 1000): Promise<Order> {
      const id = await shop.createOrder({ goods: '휴대폰', total })
      return { id, total, request: await shop.prepare(id) }
    },
    pay: ({ request }, how) =>
      product === 'overseas' ? payOverseasIn(sandbox, request, how?.changes) : payIn(sandbox, origin, request, how),
    deliver: ({ id }, result) => shop.deliver(id, result),
    charged: ({ request }) => sandbox.control.payment(request['PCD_PAY_OID'] ?? ''),
  }
}
