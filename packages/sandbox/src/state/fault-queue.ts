/** Scripted trouble, waiting for the call it is meant for. */
import { type Fault, type FaultOperation, parseFault } from '../scenarios/faults.ts'
import type { ScenarioPart } from '../scenarios/scenario.ts'
import type { ScenarioBook } from './scenario-book.ts'

/** Whether a fault strikes when the window page is opened or when its result is made. */
export type WindowPhase = 'page' | 'result'

type EffectType = Fault['effect']['type']

const RESULT_EFFECTS: ReadonlySet<EffectType> = new Set([
  'code',
  'charged-code',
  'cancelled-code',
  'alter',
  'lost-answer',
  'hang',
])

/** Effects that strike in one phase of a window. */
export function inPhase(phase: WindowPhase): (type: EffectType) => boolean {
  return (type) => RESULT_EFFECTS.has(type) === (phase === 'result')
}

type FaultPart = Extract<ScenarioPart, { part: 'fault' }>

const fits =
  (operation: FaultOperation, accepts: (type: EffectType) => boolean) =>
  (part: ScenarioPart): part is FaultPart =>
    part.part === 'fault' && part.operation === operation && accepts(part.effect.type)

/** First come, first served per operation and order. */
export interface FaultQueue {
  add(fault: unknown): void
  /** `accepts` picks among the effects, for calls that a fault can strike at more than one moment. */
  take(operation: FaultOperation, oid?: string, accepts?: (type: EffectType) => boolean): Fault | undefined
  /** The same, and everything that scenarios do to the call besides: they compose. */
  takeAll(operation: FaultOperation, oid?: string, accepts?: (type: EffectType) => boolean): readonly Fault[]
  clear(): void
  /** What waits, as plain data, and back again. */
  save(): readonly { fault: Fault; left: number }[]
  restore(saved: readonly { fault: Fault; left: number }[]): void
}

/** An empty queue, in front of the scenarios that are on. `add` throws a `TypeError` for a fault that could never do what it says. */
export function createFaultQueue(scenarios: ScenarioBook): FaultQueue {
  let waiting: { fault: Fault; left: number }[] = []

  const takeScripted = (
    operation: FaultOperation,
    oid: string | undefined,
    accepts: (type: EffectType) => boolean,
  ): Fault | undefined => {
    const entry = waiting.find(({ fault }) => {
      if (fault.operation !== operation) return false
      if (fault.oid !== undefined && fault.oid !== oid) return false
      return accepts(fault.effect.type)
    })
    if (entry === undefined) return undefined
    entry.left -= 1
    if (entry.left <= 0) waiting = waiting.filter((other) => other !== entry)
    return entry.fault
  }

  return {
    add(input) {
      const fault = parseFault(input)
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    take(operation, oid, accepts = () => true) {
      const scripted = takeScripted(operation, oid, accepts)
      return scripted ?? scenarios.strike(oid, fits(operation, accepts))?.part
    },
    takeAll(operation, oid, accepts = () => true) {
      const scripted = takeScripted(operation, oid, accepts)
      const struck = scenarios.strikeAll(oid, fits(operation, accepts)).map(({ part }) => part)
      return scripted === undefined ? struck : [scripted, ...struck]
    },
    clear() {
      waiting = []
    },
    save: () => waiting,
    restore(saved) {
      waiting = [...saved]
    },
  }
}
