import { kstDate } from '@payple-kit/core'

import { check } from '../check.ts'
import type { Check } from '../check.ts'
import type { HeardTime } from '../listen.ts'

const TOLERATED_MS = 60_000
const NAME = 'clock'
const TODO = 'Switch time synchronisation on (NTP): refunds and lookups name the day in Korea.'

/** Compares this machine's clock with the gateway's, by the `date` header of its answers. */
export function checkClock(heard: readonly HeardTime[]): Check {
  const last = heard.at(-1)
  if (last === undefined) return check(NAME, 'warn', 'Not compared: Payple did not say what time it is there.')
  const { here, there } = last
  const off = here - there
  const seconds = Math.round(Math.abs(off) / 1000)
  if (Math.abs(off) <= TOLERATED_MS) return check(NAME, 'ok', `Within ${Math.max(1, seconds)} s of Payple’s.`)
  const wrongDay =
    kstDate(here) === kstDate(there) ? '' : ` It is another day in Korea: ${kstDate(there)}, not ${kstDate(here)}.`
  return check(NAME, 'error', `${seconds} s ${off > 0 ? 'ahead of' : 'behind'} Payple’s.${wrongDay}`, TODO)
}
