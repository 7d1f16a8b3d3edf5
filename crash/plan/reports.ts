import type { Chance } from '../random.ts'
import type { Report, Tampering } from './story.ts'

type Ways = readonly [Report['way'], ...Report['way'][]]

const TAMPERINGS: readonly [Tampering, ...Tampering[]] = ['total', 'oid', 'work', 'closed', 'error']

/** Who tells a companion about the result: nobody but the webhook, one way, or several at once; a forger may be faster. */
export function reports(chance: Chance, ways: Ways = ['callback', 'callback', 'return']): readonly Report[] {
  const genuine = chance.happens(0.1)
    ? []
    : Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => report(chance, ways, chance.pick([0, 0, 50, 400])))
  const forged = chance.happens(0.15)
    ? [{ ...report(chance, ways, chance.pick([0, 0, 300])), tampering: chance.pick(TAMPERINGS) }]
    : []
  return [...forged, ...genuine]
}

function report(chance: Chance, ways: Ways, afterMs: number): Report {
  return { way: chance.pick(ways), afterMs, companion: chance.whole(0, 99) }
}
