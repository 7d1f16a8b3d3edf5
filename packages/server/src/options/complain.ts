import { PaypleIntegrationError } from '@payple-kit/core'
import * as v from 'valibot'

import { DOMESTIC_NAMES, OPTION_NAMES, OVERSEAS_NAMES } from './options-schema.ts'

/** Fields whose value is no secret and says at once what is wrong. */
const SHOWN: ReadonlySet<string> = new Set(['environment', 'origin', 'domestic.authentication', 'domestic.work'])

/** Refuses the options for what the schema found. */
export function complain(issue: v.BaseIssue<unknown>): never {
  const field = v.getDotPath(issue) ?? ''
  if (issue.type === 'strict_object' && issue.expected === 'never') return refuseUnknown(field)
  // Valibot's own sentences print the value.
  const rule = issue.message.startsWith('Invalid ') ? 'of the documented type' : issue.message
  if (field !== '' && issue.input === undefined) return say(`"${field}" is missing: ${rule}`)
  return refuse(field || 'options', rule, SHOWN.has(field) ? issue.input : undefined)
}

/**
 * Refuses the options for one field.
 *
 * @param value shown when it is a text, so never a secret
 */
export function refuse(field: string, rule: string, value?: unknown): never {
  // An address may carry a password in front of the @.
  const shown = typeof value === 'string' && !value.includes('@') ? `; it is "${shorten(value)}"` : ''
  return say(`"${field}" must be ${rule}${shown}`)
}

function refuseUnknown(field: string): never {
  const name = field.slice(field.lastIndexOf('.') + 1)
  const parent = field.slice(0, -name.length - 1)
  const unknown = `unknown option "${shorten(field)}"`
  if (parent === '' && DOMESTIC_NAMES.includes(name)) say(`${unknown}; it belongs in "domestic": { ${name}: … }`)
  if (parent === '' && OVERSEAS_NAMES.includes(name)) say(`${unknown}; it belongs in "overseas": { ${name}: … }`)
  if (parent === 'domestic' && OPTION_NAMES.includes(name)) say(`${unknown}; it belongs beside "domestic", not in it`)
  const known = KNOWN[parent] ?? []
  const meant = known.find((one) => isAlike(one, name))
  return say(meant === undefined ? unknown : `${unknown}; did you mean "${meant}"?`)
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': OPTION_NAMES,
  domestic: DOMESTIC_NAMES,
  overseas: OVERSEAS_NAMES,
}

/** One begins with the other, or two slips of the finger lie between them. */
function isAlike(known: string, written: string): boolean {
  const [a, b] = [known.toLowerCase(), written.toLowerCase()]
  if (b.length < 3) return false
  return a.startsWith(b) || b.startsWith(a) || distance(a, b) <= 2
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function shorten(text: string): string {
  return text.length > 64 ? `${text.slice(0, 64)}…` : text
}

function say(sentence: string): never {
  const end = sentence.endsWith('?') ? '' : '.'
  throw new PaypleIntegrationError(
    'CONFIG_INVALID',
    `createPayple: ${sentence}${end} See the README of @payple-kit/server, "Options".`,
  )
}
