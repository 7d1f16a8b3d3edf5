import { LATE_MS, TIMEOUTS } from '../processes/shop.ts'
import type { Chance } from '../random.ts'
import type { PlannedFault } from './story.ts'

type Effect = PlannedFault['effect']
type Effects = readonly [Effect, ...Effect[]]

const LOST: Effects = [
  { type: 'lost-answer' },
  { type: 'hang' },
  { type: 'hang-before' },
  { type: 'refuse' },
  { type: 'status', status: 502 },
  { type: 'not-json' },
  { type: 'empty' },
  { type: 'delay', ms: TIMEOUTS.confirmMs / 2 },
  // Carried out when the caller has given up and looked in vain.
  { type: 'delay', ms: LATE_MS },
]
const CONFIRM: Effects = [...LOST, { type: 'code', code: 'CPCA0010' }, { type: 'cancelled-code', code: 'CPCA0011' }]
const REPAY: Effects = [
  ...LOST,
  { type: 'charged-code', code: 'SPCD1001' },
  { type: 'code', code: 'SPCD1001' },
  { type: 'cancelled-code', code: 'SPCD1003' },
]
const LOOKUP: Effects = [
  { type: 'refuse' },
  { type: 'lost-answer' },
  { type: 'hang' },
  { type: 'status', status: 503 },
  { type: 'not-json' },
]
const WEBHOOK: Effects = [
  { type: 'duplicate', copies: 3 },
  { type: 'hold' },
  { type: 'delay', ms: 700 },
  { type: 'lost-answer' },
  { type: 'refuse' },
]
/** In a `PAY` window money moves before the page hears of it. */
const WINDOW: Effects = [{ type: 'lost-answer' }, { type: 'charged-code', code: 'SPCD1001' }]

/** Trouble for one window and everything that follows from it. */
export function windowFaults(chance: Chance, work: 'CERT' | 'PAY'): PlannedFault[] {
  const faults: PlannedFault[] = []
  if (work === 'CERT' && chance.happens(0.45)) faults.push({ operation: 'confirm', effect: chance.pick(CONFIRM) })
  if (work === 'PAY' && chance.happens(0.25)) faults.push({ operation: 'window', effect: chance.pick(WINDOW) })
  return [...faults, ...aroundFaults(chance)]
}

/** Trouble for an overseas window. */
export function overseasFaults(chance: Chance): PlannedFault[] {
  const faults: PlannedFault[] = []
  if (chance.happens(0.3)) faults.push({ operation: 'gpay-window', effect: chance.pick(WINDOW) })
  if (chance.happens(0.3))
    faults.push({ operation: 'gpay-lookup', effect: chance.pick(LOOKUP), times: chance.whole(1, 4) })
  if (chance.happens(0.5)) faults.push({ operation: 'webhook', effect: chance.pick(WEBHOOK) })
  return faults
}

/** Trouble for a charge or a refund of a foreign card. */
export function overseasFault(chance: Chance, operation: 'gpay-charge' | 'gpay-cancel'): PlannedFault | undefined {
  return chance.happens(0.4) ? { operation, effect: chance.pick(LOST) } : undefined
}

/** Trouble with the questions asked afterwards, and with the webhooks. */
export function aroundFaults(chance: Chance): PlannedFault[] {
  const faults: PlannedFault[] = []
  if (chance.happens(0.3)) faults.push({ operation: 'lookup', effect: chance.pick(LOOKUP), times: chance.whole(1, 4) })
  if (chance.happens(0.5)) faults.push({ operation: 'webhook', effect: chance.pick(WEBHOOK) })
  return faults
}

/** Trouble for a charge of a billing key. */
export function repayFault(chance: Chance): PlannedFault | undefined {
  return chance.happens(0.4) ? { operation: 'repay', effect: chance.pick(REPAY) } : undefined
}

/** Trouble for a refund. */
export function cancelFault(chance: Chance): PlannedFault | undefined {
  return chance.happens(0.5) ? { operation: 'cancel', effect: chance.pick(LOST) } : undefined
}
