/** Slows down whoever guesses passwords. */
export interface Attempts {
  /** Seconds until this visitor may try again; 0 when now. */
  wait: (visitor: string) => number
  /** A wrong password. */
  failed: (visitor: string) => void
  succeeded: (visitor: string) => void
}

const ALLOWED = 5
const PERIOD_MS = 10 * 60_000
/** So many visitors are remembered; more than that is an attack, and the oldest are forgotten first. */
const VISITORS = 1_000

/** Five wrong passwords in ten minutes, then a pause until the first of them is ten minutes old. */
export function countAttempts(clock: () => number): Attempts {
  const failures = new Map<string, number[]>()
  const recent = (visitor: string): number[] => (failures.get(visitor) ?? []).filter((at) => at > clock() - PERIOD_MS)

  return {
    wait: (visitor) => {
      const times = recent(visitor)
      const [first] = times
      if (first === undefined || times.length < ALLOWED) return 0
      return Math.ceil((first + PERIOD_MS - clock()) / 1_000)
    },
    failed: (visitor) => {
      const times = [...recent(visitor), clock()]
      failures.delete(visitor)
      failures.set(visitor, times.slice(-ALLOWED))
      const oldest = failures.keys().next()
      if (failures.size > VISITORS && !oldest.done) failures.delete(oldest.value)
    },
    succeeded: (visitor) => void failures.delete(visitor),
  }
}
