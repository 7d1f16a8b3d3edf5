/** Scripted trouble, waiting for the call it is meant for. */
import { type Fault, type FaultOperation, parseFault } from '../scenarios/faults.ts'

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

/** First come, first served per operation and order. */
export interface FaultQueue {
  add(fault: unknown): void
  /** `accepts` picks among the effects, for calls that a fault can strike at more than one moment. */
  take(operation: FaultOperation, oid?: string, accepts?: (type: EffectType) => boolean): Fault | undefined
  clear(): void
}

/** An empty queue. `add` throws a `TypeError` for a fault that could never do what it says. */
export function createFaultQueue(): FaultQueue {
  let waiting: { fault: Fault; left: number }[] = []
  return {
    add(input) {
      const fault = parseFault(input)
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    take(operation, oid, accepts = () => true) {
      const entry = waiting.find(({ fault }) => {
        if (fault.operation !== operation) return false
        if (fault.oid !== undefined && fault.oid !== oid) return false
        return accepts(fault.effect.type)
      })
      if (entry === undefined) return undefined
      entry.left -= 1
      if (entry.left <= 0) waiting = waiting.filter((other) => other !== entry)
      return entry.fault
    },
    clear() {
      waiting = []
    },
  }
}
