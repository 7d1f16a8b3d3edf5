/** The step that ends a window, which is where faults on its result strike. */
import type { Means, WindowSession } from '../state/records.ts'
import { findPayment } from '../state/payments.ts'
import { takeBackAndAnnounce } from '../webhooks/announcements.ts'
import { scriptedResult } from '../window/results.ts'
import { settle } from '../window/settle.ts'
import { deliver, type Step } from '../window/steps.ts'
import { originOf, record, type World } from '../world.ts'
import { underFault } from './under-fault.ts'

/** Settles the payment and answers what the page does next. `pin`: the one that was just chosen or entered. */
export async function finish(
  world: World,
  request: Request,
  session: WindowSession,
  means: Means,
  pin: string | undefined,
): Promise<Response> {
  session.stage = 'busy'
  const { oid } = session.request
  const refuse = (code: string, message: string) => {
    session.stage = 'finished'
    const result = scriptedResult(session, code, message)
    record(world, 'window.result', { oid, answer: result })
    return stepAnswer(world, deliver(session, result))
  }
  const taken = findPayment(world, session) !== undefined
  const undo = () => taken || takeBackAndAnnounce(world, findPayment(world, session))
  return underFault(
    world,
    { operation: 'window', request, oid, phase: 'result', refuse, undo, alter: alterStep },
    async () => {
      const step = await settle(world, session, { means, pin, origin: originOf(world, request) })
      session.stage = step.kind === 'stuck' ? 'closable' : 'finished'
      if (step.kind === 'deliver') record(world, 'window.result', { oid, answer: step.result })
      else record(world, `window.${step.kind}`, { oid })
      return stepAnswer(world, step)
    },
  )
}

/** In an embedded sandbox the page lives in the merchant's origin, so the answer has to be readable from there. */
export function stepAnswer(world: World, step: Step): Response {
  const cors = world.settings.embedded ? { 'access-control-allow-origin': '*' } : {}
  return new Response(JSON.stringify(step), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...cors },
  })
}

async function alterStep(response: Response, fields: Readonly<Record<string, string>>): Promise<Response> {
  const step: Step = await response.json()
  const altered = step.kind === 'deliver' ? { ...step, result: { ...step.result, ...fields } } : step
  return new Response(JSON.stringify(altered), response)
}
