/** The questions that routes ask about the scenarios that are on. Each strike is recorded. */
import { TEST_ACCOUNTS } from './accounts.ts'
import { cardOutcome } from './cards.ts'
import type { ScenarioPart } from './scenario.ts'
import type { Means } from '../state/records.ts'
import type { Fields } from '../wire/fields.ts'
import { record, type World } from '../world.ts'

type Of<Kind extends ScenarioPart['part']> = Extract<ScenarioPart, { part: Kind }>

function strike<Kind extends ScenarioPart['part']>(world: World, kind: Kind, oid: string): Of<Kind> | undefined {
  const struck = world.scenarios.strike(oid, (part): part is Of<Kind> => part.part === kind)
  if (struck === undefined) return undefined
  record(world, 'scenario', { oid, note: struck.rule.scenario })
  return struck.part
}

/** The means as a scenario wants it to behave: declined, whatever it is. What was registered stays as it was. */
export function meansOf(world: World, oid: string, means: Means): Means {
  const part = strike(world, 'decline', oid)
  if (part === undefined) return means
  if (means.type === 'card') return { ...means, outcome: cardOutcome(part.code) }
  const refused = TEST_ACCOUNTS.find(({ outcome }) => outcome.type === 'decline' && outcome.at === 'withdrawal')
  return refused === undefined ? means : { ...means, outcome: refused.outcome }
}

/** Whether a scenario declines an overseas card. */
export function isDeclined(world: World, oid: string): boolean {
  return strike(world, 'decline', oid) !== undefined
}

/** What the buyer does by itself once the window is open. */
export function buyerOf(world: World, oid: string): 'close' | 'abandon' | undefined {
  return strike(world, 'buyer', oid)?.does
}

/** The fields that open a window, as the buyer's browser changed them. */
export function tampered(world: World, product: 'domestic' | 'overseas', oid: string, fields: Fields): Fields {
  const changes = strike(world, 'tamper', oid)?.[product]
  return changes === undefined ? fields : new Map([...fields, ...Object.entries(changes)])
}

/** Whether the once-a-month guard is to find the month taken. */
export function isMonthTaken(world: World, oid: string): boolean {
  return strike(world, 'month-taken', oid) !== undefined
}

/** Whether what is used now is to have expired. */
export function isExpired(world: World, oid: string): boolean {
  return strike(world, 'expired', oid) !== undefined
}
