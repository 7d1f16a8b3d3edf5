/** Switching scenarios on and off, and moving the clock, from a test. */
import { parseRule, type ScenarioRule } from '../scenarios/rule.ts'
import type { ScenarioId } from '../scenarios/catalogue.ts'
import type { ActiveRule } from '../state/scenario-book.ts'
import { record, type World } from '../world.ts'

/** A scenario that is on. A snapshot. */
export interface ActiveScenario extends ScenarioRule {
  /** Names this rule: `stopScenario(id)`. */
  id: string
  /** How many calls it has struck. */
  struck: number
  /** Nothing is left of its `times`. */
  over: boolean
}

/** Levers for bad days. */
export interface ScenarioControl {
  /**
   * Switches a scenario of the catalogue on, beside those that are on: several compose. Throws a `TypeError` that names the nearest
   * one when there is no such scenario.
   */
  scenario(rule: ScenarioId | ScenarioRule): ActiveScenario
  /** Scenarios that were switched on and not off, oldest first. */
  scenarios(): readonly ActiveScenario[]
  /** Switches off by id (`sc-1`), or every rule of a scenario. Throws a `RangeError` when there is none. */
  stopScenario(name: string): void
  /** Switches all scenarios off. */
  clearScenarios(): void
  /** Moves the sandbox's clock, forwards or back. Timers that run, such as retries of webhooks, are not moved. @param ms milliseconds */
  moveClock(ms: number): void
  /** The sandbox's time now, in epoch milliseconds. */
  time(): number
}

/** The levers of one world. */
export function createScenarioControl(world: World): ScenarioControl {
  return {
    scenario(rule) {
      const active = world.scenarios.add(parseRule(rule))
      record(world, 'scenario.on', { note: noteOf(active) })
      return snapshotOf(active)
    },
    scenarios: () => world.scenarios.list().map(snapshotOf),
    stopScenario(name) {
      if (world.scenarios.remove(name) === 0) {
        throw new RangeError(`[payple-sandbox] stopScenario: ${JSON.stringify(name)} is not on.`)
      }
      record(world, 'scenario.off', { note: name })
    },
    clearScenarios: () => world.scenarios.clear(),
    moveClock(ms) {
      if (!Number.isSafeInteger(ms) || Math.abs(ms) > 10 * YEAR) {
        throw new TypeError('[payple-sandbox] moveClock: "ms" must be whole milliseconds, at most ten years.')
      }
      world.clockOffset += ms
      record(world, 'clock.moved', { note: `${ms > 0 ? '+' : ''}${ms} ms` })
    },
    time: () => world.settings.now(),
  }
}

const YEAR = 366 * 86_400_000

function noteOf({ scenario, orders, times, chance }: ScenarioRule): string {
  const limits = [
    orders === undefined ? '' : `orders ${orders}…`,
    times === undefined ? '' : `${times} times`,
    chance === undefined ? '' : `chance ${chance}`,
  ].filter((part) => part !== '')
  return [scenario, ...limits].join(', ')
}

function snapshotOf({ id, scenario, orders, times, chance, struck }: ActiveRule): ActiveScenario {
  return {
    id,
    scenario,
    ...(orders === undefined ? {} : { orders }),
    ...(times === undefined ? {} : { times }),
    ...(chance === undefined ? {} : { chance }),
    struck: struck.reduce((sum, each) => sum + each, 0),
    over: times !== undefined && struck.every((each) => each >= times),
  }
}
