import * as v from 'valibot'

import { readBounded } from './read-bounded.ts'
import { refused } from './refused.ts'
import { ruleOf } from './rule-of.ts'

/** Largest request body, in bytes. */
const BODY_LIMIT = 64 * 1024

/** @throws Refused 413 beyond the limit, counted while reading; 500 when somebody else has read the body */
export async function readText(request: Request): Promise<string> {
  if (request.bodyUsed) throw refused(500, 'BODY_CONSUMED')
  const bytes = await readBounded(request.body, BODY_LIMIT)
  if (bytes === 'too-large') throw refused(413, 'BODY_TOO_LARGE')
  return new TextDecoder().decode(bytes)
}

/**
 * Reads a JSON body against a schema whose messages are rules.
 *
 * @throws Refused 400 naming field and rule, 413
 */
export async function readJson<Output>(request: Request, schema: v.GenericSchema<unknown, Output>): Promise<Output> {
  const text = await readText(request)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refused(400, 'BODY_INVALID', { field: '', rule: 'JSON' })
  }
  // Valibot takes a list for an object.
  if (Array.isArray(value)) throw refused(400, 'BODY_INVALID', { field: '', rule: 'a JSON object' })
  const result = v.safeParse(schema, value)
  if (!result.success) throw refused(400, 'BODY_INVALID', ruleOf(result.issues))
  return result.output
}

/**
 * Reads the form a gateway posts. Repeated names count once, the last one, as in PHP.
 *
 * @throws Refused 413
 */
export async function readForm(request: Request): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(new URLSearchParams(await readText(request)))
}
