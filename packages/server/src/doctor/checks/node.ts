import { check } from '../check.ts'
import type { Check } from '../check.ts'

/** `node:sqlite` is there without a flag since 22.13, behind nothing that matters since 22.12. */
const OLDEST = [22, 12] as const

/** Whether this Node can carry the companion. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const recent = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  return recent
    ? check('node', 'ok', `Node ${version}.`)
    : check('node', 'error', `Node ${version} is too old for the companion.`, 'Use Node 22.12 or newer.')
}
