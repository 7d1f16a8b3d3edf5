import { koreanDay } from './calendar.ts'
import { ask, chargeMonth, type Charging } from './charge-month.ts'

/** Charges whatever is due by now, one after the other, and asks about charges nobody knows the end of. */
export async function chargeDue(parts: Charging): Promise<void> {
  const { store, clock } = parts
  for (const row of store.charges.pending()) await reported(ask(parts, row))
  for (const subscription of store.due(koreanDay(clock()))) await reported(chargeMonth(parts, subscription))
}

/** One member's trouble must not keep the others from being charged; the next run tries again. */
async function reported(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => console.error(error))
}

/** A run is short and harmless to repeat, so it need not be timed to the day. */
const INTERVAL_MS = 60_000

/** Charges what is due, now and every minute, until the signal aborts. */
export function runCharges(parts: Charging, signal: AbortSignal, intervalMs: number = INTERVAL_MS): void {
  let running = false
  const run = async (): Promise<void> => {
    if (running) return
    running = true
    await reported(chargeDue(parts))
    running = false
  }
  void run()
  const timer = setInterval(() => void run(), intervalMs)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}
