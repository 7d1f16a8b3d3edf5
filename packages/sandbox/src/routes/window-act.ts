/** `POST /_/window/<id>/<act>`: what the buyer does inside the window. The address is the sandbox's own. */
import { findBillingKey } from '../state/billing-keys.ts'
import type { WindowSession } from '../state/records.ts'
import { parseForm, readBody, text, type Fields } from '../wire/fields.ts'
import { asMethod } from '../window/request.ts'
import { endsEarly, INPUT_ERRORS, readCardInput } from '../window/read-input.ts'
import { closeResult, errorResult } from '../window/results.ts'
import { deliver, type Step } from '../window/steps.ts'
import { record, type World } from '../world.ts'
import { endWith, finish, stepAnswer } from './window-finish.ts'
import { takeAccount, takeVerification } from './window-transfer.ts'

/** Answers one act of the buyer: `card`, `account`, `verify`, `set-pin`, `enter-pin`, `acknowledge` or `close`. */
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
    case 'account':
      return takeAccount(world, request, session, fields)
    case 'verify':
      return takeVerification(world, request, session, fields)
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
  return endWith(world, session, errorResult(session, pendingError.code, pendingError.message.ko))
}

async function takeCard(world: World, request: Request, session: WindowSession, fields: Fields): Promise<Response> {
  if (session.pendingError !== undefined || session.request.type !== 'card') return stepAnswer(world, { kind: 'over' })
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
  if (key === undefined || key.means.type !== session.request.type) return stepAnswer(world, { kind: 'over' })
  if (key.pin !== undefined && key.pin !== pin) {
    const message = { ko: '결제 비밀번호가 맞지 않습니다.', en: 'That PIN is not the one you chose.' }
    return stepAnswer(world, { kind: 'field', field: 'pin', message })
  }
  return finish(world, request, session, key.means, pin)
}
