import { kstDate } from '@payple-kit/core'

const FIVE_MINUTES = 300_000

/**
 * The Korean days under which the gateway may have filed what happened at a moment, the likely one first. Only around midnight there are
 * two: its clock and ours differ, and it does not always print a time.
 */
export function daysAround(moment: number): readonly string[] {
  return [...new Set([moment, moment - FIVE_MINUTES, moment + FIVE_MINUTES].map(kstDate))]
}
