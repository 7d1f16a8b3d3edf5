/** `POST /_/window/<id>/<act>`: what the buyer does inside the window. The address is the sandbox's own. */
import { findBillingKey } from '../state/billing-keys.ts'
import { findPayment } from '../state/payments.ts'
import type { Means, WindowSession } from '../state/records.ts'
import { takeBackAndAnnounce } from '../webhooks/announcements.ts'
import { parseForm, readBody, text, type Fields } from '../wire/fields.ts'
import { asMethod } from '../window/request.ts'
import { endsEarly, INPUT_ERRORS, readCardInput } from '../window/read-input.ts'
import { closeResult, errorResult, scriptedResult } from '../window/results.ts'
import { settle } from '../window/settle.ts'
import { deliver, type Step } from '../window/steps.ts'
import { originOf, record, type World } from '../world.ts'
import { underFault } from './under-fault.ts'

/** Answers one act of the buyer: `card`, `set-pin`, `enter-pin`, `acknowledge` or `close`. */
export async function answerWindowAct(world: World, request: Request, id: string, act: string): Promise<Response> {
  const fields = parseForm(await readBody(request))
  const session = world.store.windows.get(id)
  if (session === undefined || session.stage === 'finished' || session.stage === 'busy') {
    return stepAnswer(world, { kind: 'over' })
  }
  if (session.stage === 'closable' && act !== 'close') return stepAnswer(world, { kind: 'over' })
  switch (act) {
    case 'close':
      session.stage = 'finished'
      record(world, 'window.closed', { oid: session.request.oid })
      return stepAnswer(world, deliver(session, closeResult(session)))
    case 'acknowledge':
      return acknowledge(world, session)
    case 'card':
      return takeCard(world, request, session, fields)
    case 'set-pin':
    case 'enter-pin':
      return takePin(world, request, session, text(fields, 'pin'))
    default:
      return stepAnswer(world, { kind: 'over' })
  }
}

function acknowledge(world: World, session: WindowSession): Response {
  const { pendingError } = session
  if (pendingError === undefined) return stepAnswer(world, { kind: 'over' })
  session.stage = 'finished'
  const result = errorResult(session, pendingError.code, pendingError.message.ko)
  record(world, 'window.result', { oid: session.request.oid, answer: result })
  return stepAnswer(world, deliver(session, result))
}

async function takeCard(world: World, request: Request, session: WindowSession, fields: Fields): Promise<Response> {
  if (session.pendingError !== undefined) return stepAnswer(world, { kind: 'over' })
  const input = readCardInput(session, fields, world.settings.now())
  if (!input.ok) return stepAnswer(world, { kind: 'field', field: input.field, message: input.message })
  const method = asMethod(text(fields, 'method'))
  if (method !== undefined && text(session.request.fields, 'PCD_PAY_METHOD') === '') {
    session.request = { ...session.request, method }
  }
  if (session.request.pin && session.request.cardVersion === '01' && !endsEarly(input.card.outcome)) {
    session.stage = 'pin'
    session.means = input.card
    return stepAnswer(world, { kind: 'pin' })
  }
  return finish(world, request, session, input.card, undefined)
}

async function takePin(world: World, request: Request, session: WindowSession, pin: string): Promise<Response> {
  if (session.pendingError !== undefined) return stepAnswer(world, { kind: 'over' })
  const wrong: Step = { kind: 'field', field: 'pin', message: INPUT_ERRORS.pin }
  if (!/^\d{6}$/.test(pin)) return stepAnswer(world, wrong)
  if (session.stage === 'pin' && session.means !== undefined) return finish(world, request, session, session.means, pin)

  const key = findBillingKey(world, session.merchant, session.request.payerId)
  if (key === undefined) return stepAnswer(world, { kind: 'over' })
  if (key.pin !== undefined && key.pin !== pin) {
    const message = { ko: '결제 비밀번호가 맞지 않습니다.', en: 'That PIN is not the one you chose.' }
    return stepAnswer(world, { kind: 'field', field: 'pin', message })
  }
  return finish(world, request, session, key.means, pin)
}

/** The step that ends the window, which is where faults on its result strike. */
async function finish(
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

async function alterStep(response: Response, fields: Readonly<Record<string, string>>): Promise<Response> {
  const step: Step = await response.json()
  const altered = step.kind === 'deliver' ? { ...step, result: { ...step.result, ...fields } } : step
  return new Response(JSON.stringify(altered), response)
}

/** In an embedded sandbox the page lives in the merchant's origin, so the answer has to be readable from there. */
function stepAnswer(world: World, step: Step): Response {
  const cors = world.settings.embedded ? { 'access-control-allow-origin': '*' } : {}
  return new Response(JSON.stringify(step), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...cors },
  })
}
