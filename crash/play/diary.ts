/** What everybody was told, with the time: half of the evidence, the other half is in gateway and ledger. */
import type { CheckoutOutcome } from '@payple-kit/core'

export interface Entry {
  readonly at: number
  readonly orderId: string
  /** Absent before there is one. */
  readonly checkoutId: string | undefined
  /** A forger's visit may be told anything but "paid"; only what honest visitors hear counts. */
  readonly who: 'buyer' | 'forger' | 'shop'
  /** What was asked. */
  readonly what: string
  /** `paid`, `failed PAYMENT_DECLINED`, … or what went wrong with the connection. */
  readonly heard: string
}

export interface Diary {
  write(entry: Omit<Entry, 'at'>): void
  readonly entries: readonly Entry[]
}

export function openDiary(): Diary {
  const entries: Entry[] = []
  return { entries, write: (entry) => void entries.push({ at: Date.now(), ...entry }) }
}

/** An outcome in a word or two. */
export function wordOf(
  outcome: CheckoutOutcome | { readonly status: string; readonly error?: unknown } | undefined,
): string {
  if (outcome === undefined) return 'nothing yet'
  const error = 'error' in outcome ? (outcome.error as { code?: string; gatewayCode?: string }) : undefined
  return [outcome.status, error?.code, error?.gatewayCode].filter((word) => word !== undefined).join(' ')
}
