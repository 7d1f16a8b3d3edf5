/** The step that ends a window, which is where faults on its result strike. */
import type { Means, WindowSession } from '../state/records.ts'
import { findPayment } from '../state/payments.ts'
import { announceFailed, takeBackAndAnnounce } from '../webhooks/announcements.ts'
import { scriptedResult } from '../window/results.ts'
import type { Answer } from '../wire/answers.ts'
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
  const refuse = (code: string, message: string) => endWith(world, session, scriptedResult(session, code, message))
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

/** Ends a window with an error that `settle` knows nothing of. */
export function endWith(world: World, session: WindowSession, result: Answer): Response {
  session.stage = 'finished'
  record(world, 'window.result', { oid: session.request.oid, answer: result })
  // Of a link only the webhook tells, unless the order number belongs to a payment that speaks for itself.
  const untold = session.channel === 'link' && findPayment(world, session) === undefined
  if (untold) announceFailed(world, session, result)
  return stepAnswer(world, deliver(session, result))
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
