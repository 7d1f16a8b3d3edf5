import type { Chance } from '../random.ts'
import type { Report, Tampering } from './story.ts'

const TAMPERINGS: readonly [Tampering, ...Tampering[]] = ['total', 'oid', 'work', 'closed', 'error']

/** Who tells a companion about the result: nobody but the webhook, one way, or several at once; a forger may be faster. */
export function reports(chance: Chance): readonly Report[] {
  const genuine = chance.happens(0.1)
    ? []
    : Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => report(chance, chance.pick([0, 0, 50, 400])))
  const forged = chance.happens(0.15)
    ? [{ ...report(chance, chance.pick([0, 0, 300])), tampering: chance.pick(TAMPERINGS) }]
    : []
  return [...forged, ...genuine]
}

function report(chance: Chance, afterMs: number): Report {
  return { way: chance.pick(['callback', 'callback', 'return']), afterMs, companion: chance.whole(0, 99) }
}
