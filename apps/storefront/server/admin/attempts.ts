import { isIPv6 } from 'node:net'

/** Slows down whoever guesses passwords. */
export interface Attempts {
  /** Seconds until this visitor may try again; 0 when now. */
  wait: (visitor: string) => number
  /** A wrong password. */
  failed: (visitor: string) => void
  succeeded: (visitor: string) => void
}

const ALLOWED = 5
/** Wrong passwords of all visitors together: whoever owns many addresses must not have five tries with each. */
const ALLOWED_TOGETHER = 100
const PERIOD_MS = 10 * 60_000
/** So many visitors are remembered; more than that is an attack, and the oldest are forgotten first. */
const VISITORS = 1_000

/**
 * Five wrong passwords in ten minutes, then a pause until the first of them is ten minutes old; a hundred of everybody's together, then
 * nobody gets in for as long.
 */
export function countAttempts(clock: () => number): Attempts {
  const failures = new Map<string, number[]>()
  let together: number[] = []
  const isRecent = (at: number): boolean => at > clock() - PERIOD_MS
  const recent = (visitor: string): number[] => (failures.get(network(visitor)) ?? []).filter(isRecent)
  const pause = (times: readonly number[], allowed: number): number => {
    const [first] = times
    return first === undefined || times.length < allowed ? 0 : Math.ceil((first + PERIOD_MS - clock()) / 1_000)
  }

  return {
    wait: (visitor) => Math.max(pause(recent(visitor), ALLOWED), pause(together.filter(isRecent), ALLOWED_TOGETHER)),
    failed: (address) => {
      const visitor = network(address)
      together = [...together.filter(isRecent), clock()].slice(-ALLOWED_TOGETHER)
      const times = [...recent(visitor), clock()]
      failures.delete(visitor)
      failures.set(visitor, times.slice(-ALLOWED))
      const oldest = failures.keys().next()
      if (failures.size > VISITORS && !oldest.done) failures.delete(oldest.value)
    },
    succeeded: (visitor) => void failures.delete(network(visitor)),
  }
}

/** One household has 2⁶⁴ IPv6 addresses, so its network counts; an IPv4 address stands for itself. */
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::')
  const start = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups =
    tail === undefined ? start : [...start, ...Array<string>(8 - start.length - rest.length).fill('0'), ...rest]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}
