/** Making a repeated call harmless: one key, one effect, one answer. */

import { toBase64Url } from '../base64.ts'
import type { World } from '../world.ts'

/** A fingerprint of what a key is used for: the same key with other arguments must be refused, not answered. */
export async function requestHash(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(value)))
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** JSON prints keys in the order they were written, which says nothing about the request. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each)]))
}

/**
 * Runs an operation once for all callers of this process that ask for the same thing at the same time. The ledger does the same
 * across processes and time; this only spares it the crowd.
 */
export function sharing<Answer>(): (name: string, run: () => Promise<Answer>) => Promise<Answer> {
  const running = new Map<string, Promise<Answer>>()
  return (name, run) => {
    const known = running.get(name)
    if (known !== undefined) return known
    const started = run().finally(() => running.delete(name))
    running.set(name, started)
    return started
  }
}

/** How often a row that another process works on is read again. */
const PAUSE_MS = 200

/** Waits while another process holds the row: until it is final, or its claim is over. */
export async function whileClaimed<Row extends { readonly claimUntil: number | null }>(
  { clock, deadline }: Pick<World, 'clock' | 'deadline'>,
  read: () => Promise<Row>,
  isFinal: (row: Row) => boolean,
): Promise<Row> {
  for (;;) {
    const row = await read()
    if (isFinal(row) || row.claimUntil === null || row.claimUntil <= clock()) return row
    const signal = deadline(PAUSE_MS)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  }
}
