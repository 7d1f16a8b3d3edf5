/** `POST /php/auth.php`: partner authentication (docs/protocol/domestic.md section 2). */
import { checkFields } from '../fields/unknown.ts'
import type { AuthSession } from '../state/records.ts'
import { type Answer, jsonAnswer } from '../wire/answers.ts'
import { codeText } from '../wire/codes.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import { longToken, shortToken } from '../wire/tokens.ts'
import { findMerchant, originOf, record, type World } from '../world.ts'
import { pathOf, purposeOf } from './auth-variants.ts'
import { isRegistered, originIn } from './referer.ts'
import { underFault } from './under-fault.ts'

/** Answers `auth.php`. Never refuses by HTTP status: a failure is `result: "error"` (section 11.2 U4). */
export async function answerAuth(world: World, request: Request): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  checkFields(world, request, fields, 'domestic')
  return underFault(
    world,
    { operation: 'auth', request, refuse: (code, message) => jsonAnswer(failure(code, message)) },
    () => {
      const outcome = authenticate(world, request, fields)
      const type = outcome.result === 'success' ? 'auth' : 'auth.refused'
      record(world, type, { request, fields, answer: outcome })
      return jsonAnswer(outcome)
    },
  )
}

function authenticate(world: World, request: Request, fields: Fields): Answer {
  const cstId = text(fields, 'cst_id')
  if (cstId === '') return refuse('AUTH0001')
  const merchant = findMerchant(world, cstId)
  if (merchant === undefined) return refuse('AUTH0003')
  if (text(fields, 'custKey') !== merchant.custKey) return refuse('AUTH0002')
  const refererOrigin = originIn(request.headers.get('referer'))
  if (world.settings.checkReferer && !isRegistered(merchant, refererOrigin)) return refuse('AUTH0004')

  const purpose = purposeOf(fields)
  const { now, random } = world.settings
  const session: AuthSession = {
    authKey: longToken(random),
    merchant,
    purpose,
    cstToken: shortToken(random),
    custToken: shortToken(random),
    refererOrigin,
    issuedAt: now(),
    used: false,
  }
  world.store.authSessions.set(session.authKey, session)
  world.store.tokens.set(`cstToken\n${session.cstToken}`, merchant)
  world.store.tokens.set(`custToken\n${session.custToken}`, merchant)

  const host = originOf(world, request)
  const path = pathOf(purpose, world.settings.pathPrefix)
  return {
    server_name: new URL(host).host,
    result: 'success',
    result_msg: '사용자 인증 완료!!',
    cst_id: session.cstToken,
    custKey: session.custToken,
    AuthKey: session.authKey,
    PCD_PAY_HOST: host,
    PCD_PAY_URL: path,
    return_url: host + path,
  }
}

function refuse(code: 'AUTH0001' | 'AUTH0002' | 'AUTH0003' | 'AUTH0004'): Answer {
  return failure(code, codeText(code).ko)
}

function failure(code: string, message: string): Answer {
  return { result: 'error', result_msg: `[${code}] ${message}` }
}
