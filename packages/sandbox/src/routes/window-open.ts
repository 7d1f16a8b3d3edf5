/** `POST /index.php?ACT_=PAYM`: opens the payment window (docs/protocol/domestic.md sections 1.5, 3.4 and 11.1). */
import { checkFields } from '../fields/unknown.ts'
import type { Merchant } from '../settings.ts'
import type { WindowSession } from '../state/records.ts'
import { makeOrderNumber } from '../state/payments.ts'
import { codeText } from '../wire/codes.ts'
import { type Fields, parseForm, readBody, text } from '../wire/fields.ts'
import { hexId } from '../wire/tokens.ts'
import { windowPage } from '../window/page.ts'
import { errorPage, type PageContext } from '../window/page-frame.ts'
import { languageOf } from '../window/language.ts'
import { readWindowRequest } from '../window/request.ts'
import { problemIn, type RequestProblem } from '../window/validate.ts'
import { tampered } from '../scenarios/strike.ts'
import { originOf, record, type World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import { isRegistered, originIn } from './referer.ts'
import { underFault } from './under-fault.ts'
import { showWindow } from './window-session.ts'

/** Who opened the window, or why it stays shut. */
type Opener = { merchant: Merchant } | RequestProblem

const NO_REFERER = {
  ko: '[sandbox] auth.php를 Referer 없이 호출해서, 이 창은 닫을 수도 결과를 보낼 수도 없습니다.',
  en: '[sandbox] auth.php was called without a Referer, so this window can neither close nor report.',
}

/** Answers the form with a page, always with status 200: the buyer's frame shows whatever comes. */
export async function answerWindow(world: World, request: Request): Promise<Response> {
  const sent = parseForm(await readBody(request))
  const oid = text(sent, 'PCD_PAY_OID')
  checkFields(world, request, sent, 'domestic', oid)
  const fields = tampered(world, 'domestic', oid, sent)
  return underFault(world, { operation: 'window', request, oid, phase: 'page' }, () => open(world, request, fields))
}

function open(world: World, request: Request, fields: Fields): Promise<Response> {
  const { settings } = world
  const pageOrigin = originIn(request.headers.get('origin')) ?? originIn(text(fields, 'PCD_HTTP_REFERER'))
  const context: PageContext = {
    origin: originOf(world, request),
    language: languageOf(request),
    embedded: settings.embedded,
    nonce: hexId(settings.random),
  }
  const oid = text(fields, 'PCD_PAY_OID')

  const opener = identify(world, fields, pageOrigin)
  if ('message' in opener) {
    record(world, 'window.refused', { request, fields, oid, note: noteOf(opener) })
    return errorPage(context, opener.code, opener.message)
  }
  const session: WindowSession = {
    id: hexId(settings.random),
    merchant: opener.merchant,
    request: readWindowRequest(fields, () => makeOrderNumber(world, 'sandbox')),
    pageOrigin,
    openedAt: settings.now(),
    channel: 'window',
    stage: 'open',
    means: undefined,
    verification: undefined,
    pendingError: undefined,
  }
  world.store.windows.set(session.id, session)

  const problem = problemIn(fields)
  if (problem !== undefined) {
    session.stage = 'closable'
    record(world, 'window.refused', { request, fields, oid, note: noteOf(problem) })
    return windowPage(context, session, { view: 'rejected', ...problem })
  }
  return showWindow(world, context, session, request)
}

/** Tokens win over a client key: shops send both and it works (section 1.2.1). */
function identify(world: World, fields: Fields, pageOrigin: string | undefined): Opener {
  if (text(fields, 'PCD_AUTH_KEY') !== '') return identifyByToken(world, fields, pageOrigin)
  const clientKey = text(fields, 'clientKey')
  const merchant = world.settings.merchants.find((known) => known.clientKey === clientKey)
  if (merchant === undefined) {
    const ko = `[sandbox] clientKey "${clientKey}"인 가맹점이 없습니다.`
    const en = `[sandbox] No partner has the clientKey "${clientKey}".`
    return { message: { ko, en } }
  }
  if (world.settings.checkReferer && !isRegistered(merchant, pageOrigin)) {
    return { code: 'AUTH0004', message: codeText('AUTH0004') }
  }
  return { merchant }
}

function identifyByToken(world: World, fields: Fields, pageOrigin: string | undefined): Opener {
  const check = spendAuthKey(world, fields, 'window')
  if (!check.ok) {
    const code = check.problem === 'expired' || check.problem === 'used' ? 'CBIL0002' : 'CBIL0001'
    return { code, message: codeText(code) }
  }
  const { merchant, refererOrigin } = check.session
  if (!world.settings.checkReferer) return { merchant }
  if (refererOrigin === undefined) {
    // Payple does not know where to send its message, so the real window opens and can neither close nor report.
    return { message: NO_REFERER }
  }
  if (pageOrigin !== undefined && pageOrigin !== refererOrigin) {
    const { ko, en } = codeText('AUTH0007')
    const detail = `Referer: ${refererOrigin}, page: ${pageOrigin}.`
    return { code: 'AUTH0007', message: { ko: `${ko} ${detail}`, en: `${en} ${detail}` } }
  }
  return { merchant }
}

function noteOf({ code = '', message }: RequestProblem): string {
  return `${code} ${message.en}`.trim()
}
