import type { Health as CompanionHealth } from '@payple-kit/server'
import type { Gateway } from './gateway.ts'

type Part = 'up' | 'down' | 'external'

export interface Health {
  readonly status: 'ok' | 'down'
  readonly parts: { readonly shop: Part; readonly ledger: Part; readonly gateway: Part }
  /** Payments nobody knows the end of, and messages the shop has not taken: should be 0 most of the time. */
  readonly payments: { readonly inDoubt: number; readonly undelivered: number }
}

export interface HealthChecks {
  readonly shop: () => void
  readonly companion: () => Promise<CompanionHealth>
  readonly gateway: Gateway
}

/** Asks every part whether it works. Payple's own test server is not ours to poll. */
export async function checkHealth(checks: HealthChecks): Promise<Health> {
  const [shop, companion, gateway] = await Promise.all([
    part(async () => checks.shop()),
    checks.companion(),
    checks.gateway.kind === 'test' ? ('external' as const) : part(() => reach(checks.gateway.url)),
  ])
  const parts = { shop, ledger: companion.ok ? ('up' as const) : ('down' as const), gateway }
  const { inDoubt, undelivered } = companion
  return { status: Object.values(parts).includes('down') ? 'down' : 'ok', parts, payments: { inDoubt, undelivered } }
}

async function part(check: () => Promise<void>): Promise<Part> {
  try {
    await check()
    return 'up'
  } catch {
    return 'down'
  }
}

async function reach(url: string): Promise<void> {
  const response = await fetch(`${url}/js/v1/payment.js`, { signal: AbortSignal.timeout(1_500) })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
}
