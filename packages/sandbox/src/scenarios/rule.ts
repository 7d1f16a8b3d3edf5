/** How a scenario is switched on. */
import * as v from 'valibot'
import { nearest } from '../wire/nearest.ts'
import { SCENARIOS, type ScenarioId } from './catalogue.ts'

/** Switches a scenario on. */
export interface ScenarioRule {
  scenario: ScenarioId
  /** Only order numbers that begin with this. Calls that name no order are then left alone. Default: all. */
  orders?: string | undefined
  /** How many calls each part of it strikes. Default: until it is switched off. */
  times?: number | undefined
  /** How likely it strikes a call that it fits, above 0 and up to 1; drawn from the sandbox's randomness. Default 1. */
  chance?: number | undefined
}

const schema = v.strictObject({
  scenario: v.string('the id of a scenario'),
  orders: v.optional(v.pipe(v.string('text'), v.minLength(1, 'not empty'), v.maxLength(100, 'at most 100 characters'))),
  times: v.optional(v.pipe(v.number('a whole number, 1 or more'), v.integer('whole'), v.minValue(1, '1 or more'))),
  chance: v.optional(
    v.pipe(v.number('a number above 0, at most 1'), v.gtValue(0, 'above 0'), v.maxValue(1, 'at most 1')),
  ),
})

/** Reads a rule, or the mere id of a scenario, from untrusted input. Throws a `TypeError` that names what is wrong. */
export function parseRule(input: unknown): ScenarioRule {
  const result = v.safeParse(schema, typeof input === 'string' ? { scenario: input } : input)
  if (!result.success) {
    const [issue] = result.issues
    throw new TypeError(`[payple-sandbox] scenario: "${v.getDotPath(issue) ?? 'rule'}" is wrong: ${issue.message}.`)
  }
  const { scenario } = result.output
  if (Object.hasOwn(SCENARIOS, scenario)) return result.output as ScenarioRule
  const likely = nearest(scenario, Object.keys(SCENARIOS))
  throw new TypeError(`[payple-sandbox] There is no scenario ${JSON.stringify(scenario)}. Did you mean "${likely}"?`)
}

/** Reads `id[,orders=PREFIX][,times=N][,chance=P]`, the form of the command line. Throws as `parseRule` does. */
export function parseRuleText(text: string): ScenarioRule {
  const [scenario = '', ...settings] = text.split(',')
  const rule: Record<string, unknown> = { scenario: scenario.trim() }
  for (const setting of settings) {
    const [name = '', value = ''] = setting.split('=', 2).map((part) => part.trim())
    rule[name] = name === 'times' || name === 'chance' ? Number(value) : value
  }
  return parseRule(rule)
}
