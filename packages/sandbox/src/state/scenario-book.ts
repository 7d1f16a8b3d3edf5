/** The scenarios that are on, and which of them strikes a call. */
import type { ScenarioRule } from '../scenarios/rule.ts'
import type { ScenarioPart } from '../scenarios/scenario.ts'
import { SCENARIOS } from '../scenarios/catalogue.ts'

/** A rule that is on. */
export interface ActiveRule extends ScenarioRule {
  /** `sc-1`, `sc-2`, … */
  id: string
  /** How often each part has struck, in the order of the scenario's parts. */
  struck: number[]
  /** How many fitting calls each part has met, struck or not. */
  met: number[]
}

/** What struck, and by whose rule. */
interface Struck<Part> {
  rule: ActiveRule
  part: Part
}

/** Rules in the order in which they were switched on. */
export interface ScenarioBook {
  add(rule: ScenarioRule): ActiveRule
  /** Switches off by the rule's id, or every rule of a scenario. Returns how many. */
  remove(name: string): number
  list(): readonly ActiveRule[]
  /** Switches everything off. */
  clear(): void
  /** All of it as plain data, and back again. */
  save(): { rules: readonly ActiveRule[]; count: number }
  /** Saved rules come before those that are on already. */
  restore(saved: { rules: readonly ActiveRule[]; count: number }): void
  /** The first part that `fits` a call about `oid`, used up. `oid` `undefined`: the call names no order. */
  strike<Part extends ScenarioPart>(
    oid: string | undefined,
    fits: (part: ScenarioPart) => part is Part,
  ): Struck<Part> | undefined
  /** The same of every rule: scenarios compose. */
  strikeAll<Part extends ScenarioPart>(
    oid: string | undefined,
    fits: (part: ScenarioPart) => part is Part,
  ): readonly Struck<Part>[]
}

/** An empty book. `random` decides about `chance`. */
export function createScenarioBook(random: (bytes: number) => Uint8Array): ScenarioBook {
  let rules: ActiveRule[] = []
  let count = 0

  const partsOf = ({ scenario }: ScenarioRule): readonly ScenarioPart[] => SCENARIOS[scenario].parts
  const draws = (chance: number): boolean => {
    if (chance >= 1) return true
    const [high = 0, low = 0] = random(2)
    return (high * 256 + low) / 65_536 < chance
  }
  const concerns = ({ orders }: ActiveRule, oid: string | undefined): boolean =>
    orders === undefined || (oid !== undefined && oid.startsWith(orders))

  const strikeOne = <Part extends ScenarioPart>(
    rule: ActiveRule,
    oid: string | undefined,
    fits: (part: ScenarioPart) => part is Part,
  ): Struck<Part> | undefined => {
    if (!concerns(rule, oid)) return undefined
    for (const [index, part] of partsOf(rule).entries()) {
      if (!fits(part)) continue
      const { times = Infinity, chance = 1 } = rule
      const used = rule.struck[index] ?? 0
      const met = rule.met[index] ?? 0
      if (used >= times) continue
      rule.met[index] = met + 1
      const alternate: ScenarioPart = part
      if (alternate.part === 'fault' && alternate.everyOther && met % 2 === 1) continue
      if (!draws(chance)) continue
      rule.struck[index] = used + 1
      return { rule, part }
    }
    return undefined
  }

  return {
    add(rule) {
      const { length } = partsOf(rule)
      const blank = (): number[] => Array.from({ length }, () => 0)
      const active: ActiveRule = { ...rule, id: `sc-${(count += 1)}`, struck: blank(), met: blank() }
      rules.push(active)
      return active
    },
    remove(name) {
      const before = rules.length
      rules = rules.filter(({ id, scenario }) => id !== name && scenario !== name)
      return before - rules.length
    },
    list: () => rules,
    clear() {
      rules = []
    },
    save: () => ({ rules, count }),
    restore(saved) {
      rules = [...saved.rules, ...rules]
      count = Math.max(count, saved.count)
    },
    strike(oid, fits) {
      for (const rule of rules) {
        const struck = strikeOne(rule, oid, fits)
        if (struck !== undefined) return struck
      }
      return undefined
    },
    strikeAll: (oid, fits) => rules.flatMap((rule) => strikeOne(rule, oid, fits) ?? []),
  }
}
