/** The overseas window: opening it, and what the buyer does in it (docs/protocol/overseas.md sections 3.3, 3.4 and 3.6). */
import { checkFields } from '../fields/unknown.ts'
import { readCard } from '../scenarios/cards.ts'
import { underFault } from '../routes/under-fault.ts'
import { type Fields, parseForm, readBody, text } from '../wire/fields.ts'
import { hexId } from '../wire/tokens.ts'
import { languageOf, type Text } from '../window/language.ts'
import { errorPage, type PageContext } from '../window/page-frame.ts'
import { INPUT_ERRORS } from '../window/read-input.ts'
import { buyerOf, isDeclined, isExpired, tampered } from '../scenarios/strike.ts'
import { originOf, record, type World } from '../world.ts'
import { flat, paymentAnswer, refusal, simulated, type Refusal } from './answers.ts'
import { liveToken, ofToken } from './credentials.ts'
import { readOrder } from './order.ts'
import { overseasPage, type OverseasInput } from './page.ts'
import { charge } from './payments.ts'
import type { OverseasWindow } from './state.ts'

/** What the page does next. */
type Step =
  | { kind: 'deliver'; action: string; fields: Record<string, string> }
  | { kind: 'field'; field: OverseasInput; message: Text }
  | { kind: 'declined' | 'stuck'; message: Text }
  | { kind: 'silent' | 'over' }

/** `POST /_/gpay/open`, where the sandbox's own script sends the request object. The address is the sandbox's. */
export async function answerOpen(world: World, request: Request): Promise<Response> {
  const sent = parseForm(await readBody(request))
  const oid = text(sent, 'service_oid')
  checkFields(world, request, sent, 'overseas', oid)
  return underFault(world, { operation: 'gpay-window', request, oid, phase: 'page' }, () =>
    open(world, request, tampered(world, 'overseas', oid, changed(world, sent))),
  )
}

/** What a buyer changed in the browser before the window opened: a fault `alter` on `gpay-tamper`. */
function changed(world: World, fields: Fields): Fields {
  const fault = world.faults.take('gpay-tamper', text(fields, 'service_oid'))
  if (fault?.effect.type !== 'alter') return fields
  record(world, 'fault', {
    oid: text(fields, 'service_oid'),
    note: `The browser changes ${JSON.stringify(fault.effect.fields)}`,
  })
  return new Map([...fields, ...Object.entries(fault.effect.fields)])
}

function open(world: World, request: Request, fields: Fields): Promise<Response> {
  const { settings } = world
  const { strictAuthorization, resultTarget } = settings.overseas
  const context: PageContext = {
    origin: originOf(world, request),
    language: languageOf(request),
    embedded: settings.embedded,
    nonce: hexId(settings.random),
  }
  const refuse = ({ result, message }: Refusal): Promise<Response> => {
    record(world, 'gpay.window-refused', {
      request,
      fields,
      oid: text(fields, 'service_oid'),
      note: `${result} ${message}`,
    })
    return errorPage(context, result, { ko: message, en: message })
  }
  const sent = text(fields, 'Authorization')
  const token = strictAuthorization ? sent : sent.replace(/^Bearer /, '')
  const caller = ofToken(world, token, text(fields, 'service_id'))
  if (caller.account === undefined) return refuse(caller.refusal)
  const resultUrl = text(fields, 'resultUrl')
  if (!URL.canParse(resultUrl) || !/^https?:/.test(resultUrl)) return refuse(simulated(world, 'SIM_RESULT_URL'))
  const read = readOrder(world, caller.account, fields)
  if (read.order === undefined) return refuse(read.refusal)
  // Only an exact Y is direct (8.1 row 4).
  const direct = text(fields, 'isDirect') === 'Y'
  const session: OverseasWindow = { id: hexId(settings.random), token, order: read.order, direct, stage: 'open' }
  world.overseas.windows.set(session.id, session)
  record(world, 'gpay.window-opened', { request, fields, oid: session.order.oid })
  return overseasPage(context, session, resultTarget, buyerOf(world, session.order.oid))
}

/** `POST /_/gpay/<id>/<act>`: `pay` or `close`. */
export async function answerAct(world: World, request: Request, id: string, act: string): Promise<Response> {
  const fields = parseForm(await readBody(request))
  const session = world.overseas.windows.get(id)
  if (session?.stage !== 'open') return step({ kind: 'over' })
  if (act === 'close') return step(close(world, session))
  const wrong = problemIn(fields, world.settings.now())
  if (wrong !== undefined) return step(wrong)
  const { order } = session
  const call = { operation: 'gpay-window', request, oid: order.oid, phase: 'result', alter } as const
  const refuse = (result: string, message: string): Response => step(deliver(session, { result, message }))
  return underFault(world, { ...call, refuse }, async () => step(await pay(world, session, fields)))
}

function close(world: World, session: OverseasWindow): Step {
  session.stage = 'finished'
  record(world, 'gpay.window-closed', { oid: session.order.oid })
  const { oid, goods, totalAmount, currency } = session.order
  const full = { service_oid: oid, comments: goods, totalAmount, currency }
  return deliver(session, {
    ...refusal('C0998'),
    ...(world.settings.overseas.closeFields === 'full' ? full : {}),
  })
}

async function pay(world: World, session: OverseasWindow, fields: Fields): Promise<Step> {
  const { declines } = world.settings.overseas
  const number = text(fields, 'number').replace(/\D/g, '')
  const { outcome } = readCard(number)
  const { oid } = session.order
  session.stage = 'busy'
  if (outcome.type === 'slow') await world.settings.wait(outcome.ms)
  // The buyer typed while the clock ran (section 2.3).
  if (liveTokenOf(world, session.token) === undefined || isExpired(world, oid)) {
    session.stage = 'open'
    const { message } = simulated(world, 'SIM_TOKEN')
    return { kind: 'stuck', message: { ko: message, en: message } }
  }
  if (outcome.type === 'decline' || outcome.type === 'needs-close' || isDeclined(world, oid)) {
    session.stage = 'open'
    const no = simulated(world, 'SIM_DECLINED')
    record(world, 'gpay.declined', { oid: session.order.oid, note: no.message })
    const message = { ko: `[sandbox] 카드가 거절되었습니다.`, en: no.message }
    if (outcome.type === 'needs-close') return { kind: 'stuck', message }
    if (declines === 'stay') return { kind: 'declined', message }
    session.stage = 'finished'
    return deliver(session, no)
  }
  const named = { ...session.order }
  for (const name of ['firstName', 'lastName', 'email'] as const) named[name] = text(fields, name).trim()
  session.stage = 'finished'
  const payment = charge(world, named, { card: number })
  if (outcome.type === 'never-answers') return { kind: 'silent' }
  return deliver(session, flat(paymentAnswer(world, payment)))
}

/** One-use tokens were used up by opening the window; here only their age counts. */
function liveTokenOf(world: World, token: string): unknown {
  const known = world.overseas.tokens.get(token)
  if (known === undefined || !world.settings.overseas.oneUseTokens) return liveToken(world, token)
  return world.settings.now() - known.issuedAt < world.settings.overseas.tokenLifetimeMs ? known : undefined
}

function deliver({ order }: OverseasWindow, fields: Record<string, string> | Refusal): Step {
  return { kind: 'deliver', action: order.resultUrl, fields: { ...fields } }
}

function problemIn(fields: Fields, now: number): Step | undefined {
  const wrong = (field: OverseasInput, message: Text): Step => ({ kind: 'field', field, message })
  if (!/^\d{14,16}$/.test(text(fields, 'number').replace(/\D/g, ''))) return wrong('number', INPUT_ERRORS.number)
  const [, month = '', year = ''] = /^(\d{2})\/?(\d{2})$/.exec(text(fields, 'expiry').trim()) ?? []
  const current = new Date(now).toISOString().slice(2, 7).replace('-', '')
  if (month < '01' || month > '12' || year + month < current) return wrong('expiry', INPUT_ERRORS.expiry)
  if (!/^\d{3,4}$/.test(text(fields, 'securityCode')))
    return wrong('securityCode', { ko: 'CVC 3~4자리를 입력해 주세요.', en: 'Enter 3 or 4 digits.' })
  return text(fields, 'agree') === 'Y' ? undefined : wrong('agree', INPUT_ERRORS.agree)
}

function step(next: Step): Response {
  return Response.json(next, { headers: { 'cache-control': 'no-store' } })
}

async function alter(response: Response, fields: Readonly<Record<string, string>>): Promise<Response> {
  const next = (await response.json()) as Step
  return step(next.kind === 'deliver' ? { ...next, fields: { ...next.fields, ...fields } } : next)
}
