import type { Settings } from '../../options/settings.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

const NAME = 'environment'

/** Which Payple the shop talks to, and whether that fits the mode it runs in. */
export function checkEnvironment({ scope, gateway }: Settings, mode: string | undefined): Check {
  if (scope === 'live') return check(NAME, 'ok', `live: ${gateway} takes real money.`)
  const finding = scope === 'test' ? `test: ${gateway}, nothing is really charged.` : `sandbox: ${gateway}.`
  if (mode !== 'production') return check(NAME, 'ok', finding)
  return check(NAME, 'warn', `${finding} NODE_ENV is production.`, "Set environment to 'live' when the shop opens.")
}
