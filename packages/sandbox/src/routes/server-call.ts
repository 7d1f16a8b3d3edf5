/** What every call of a merchant's server has in common: a JSON body, a flat answer, faults and an event. */
import { checkFields } from '../fields/unknown.ts'
import type { FaultOperation } from '../scenarios/faults.ts'
import { type Answer, jsonAnswer, scriptedRefusal } from '../wire/answers.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import { record, type World } from '../world.ts'
import { underFault } from './under-fault.ts'

/** How one operation answers. */
export interface ServerCall {
  operation: FaultOperation
  /** Event of a success and of a refusal. */
  events: readonly [done: string, refused: string]
  answer(fields: Fields): Answer | Promise<Answer>
  /** How a fault's code is printed; by default in the `PCD_PAY_` fields. */
  refuse?: (code: string, message: string) => Response
  /** Takes what `answer` did back again; only where money moves. */
  undo?: () => void
  /** Field that says how it went. Default `PCD_PAY_RST`. */
  outcome?: string
}

/** Reads the body, answers, and remembers what happened. A body that is no JSON object is an empty one. */
export async function serverCall(world: World, request: Request, call: ServerCall): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  const oid = text(fields, 'PCD_PAY_OID')
  checkFields(world, request, fields, 'domestic', oid)
  const { operation, events, refuse = scriptedRefusal, outcome = 'PCD_PAY_RST', undo } = call
  return underFault(world, { operation, request, oid, refuse, undo }, async () => {
    const answer = await call.answer(fields)
    record(world, answer[outcome] === 'success' ? events[0] : events[1], { request, fields, answer, oid })
    return jsonAnswer(answer)
  })
}
