import * as v from 'valibot'

/** Which field broke which rule. Never the value: it may be personal or secret. */
export interface RuleBroken {
  readonly field: string
  readonly rule: string
}

/** The first broken rule of a Valibot result. Schemas here carry the rule as their message. */
export function ruleOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): RuleBroken {
  const [issue] = issues
  const field = v.getDotPath(issue) ?? ''
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return { field: shorten(field), rule: 'not known here' }
  if (issue.received === 'undefined') return { field: shorten(field), rule: `required: ${readable(issue.message)}` }
  return { field: shorten(field), rule: readable(issue.message) }
}

/** Valibot's own sentences print the value after "received". */
function readable(message: string): string {
  return message.startsWith('Invalid ') ? 'of the documented type' : message
}

/** A field name may come from a stranger's body. */
function shorten(field: string): string {
  return field.length > 64 ? `${field.slice(0, 64)}…` : field
}
