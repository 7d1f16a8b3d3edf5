/** Scripted trouble, waiting for the call it is meant for. */
import { type Fault, type FaultOperation, parseFault } from '../scenarios/faults.ts'

/** Whether a fault strikes when the window page is opened or when its result is made. */
export type WindowPhase = 'page' | 'result'

const RESULT_EFFECTS: ReadonlySet<Fault['effect']['type']> = new Set([
  'code',
  'charged-code',
  'cancelled-code',
  'alter',
  'lost-answer',
  'hang',
])

/** First come, first served per operation and order. */
export interface FaultQueue {
  add(fault: unknown): void
  take(operation: FaultOperation, oid?: string, phase?: WindowPhase): Fault | undefined
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
    take(operation, oid, phase) {
      const entry = waiting.find(({ fault }) => {
        if (fault.operation !== operation) return false
        if (fault.oid !== undefined && fault.oid !== oid) return false
        return phase === undefined || RESULT_EFFECTS.has(fault.effect.type) === (phase === 'result')
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
