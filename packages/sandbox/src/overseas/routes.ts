/** The REST calls of the overseas product (docs/protocol/overseas.md sections 1.2, 2 and 5). */
import { checkFields } from '../fields/unknown.ts'
import type { FaultOperation } from '../scenarios/faults.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import { longToken } from '../wire/tokens.ts'
import { isDeclined } from '../scenarios/strike.ts'
import { record, type World } from '../world.ts'
import { underFault } from '../routes/under-fault.ts'
import { smallestUnit } from './amounts.ts'
import { answer, flat, paymentAnswer, refusal, simulated, type Nested, type Refusal } from './answers.ts'
import { identify, isAllowed, liveTokens } from './credentials.ts'
import type { OverseasAccount } from './options.ts'
import { readOrder } from './order.ts'
import { cancel, charge } from './payments.ts'
import { leftOf, newestOf } from './state.ts'

/** Paths of the calls, all `POST` with JSON. */
export const OVERSEAS_PATHS = {
  token: '/gpay/oauth/1.0/token',
  charge: '/gpay/billingKey',
  cancel: '/gpay/cancel',
  lookup: '/gpay/paymentResult',
} as const

/** Whatever the content type says, the body is JSON (section 1.6). */
async function call(
  world: World,
  request: Request,
  operation: FaultOperation,
  run: (fields: Fields) => Nested | Refusal,
): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  const oid = text(fields, 'service_oid')
  checkFields(world, request, fields, 'overseas', oid)
  const refuse = (result: string, message: string): Response => answer(world, { result, message })
  return underFault(world, { operation, request, oid, refuse, alter: alterNested }, () => {
    const body = run(fields)
    const good = body.result === 'A0000' || body.result === 'T0000'
    record(world, `${operation}${good ? '' : '.refused'}`, { request, fields, answer: flat(body), oid })
    return answer(world, body)
  })
}

/** A field is replaced where it stands: at the top or in `info`. */
async function alterNested(response: Response, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = (await response.json()) as Nested
  for (const [name, value] of Object.entries(fields)) {
    if (body.info !== undefined && name in body.info) body.info[name] = value
    else (body as unknown as Record<string, string>)[name] = value
  }
  return Response.json(body, { status: response.status })
}

/** `POST /gpay/oauth/1.0/token`. The order of the checks is that of the code numbers (8.4 no. 2). */
export function answerToken(world: World, request: Request): Promise<Response> {
  return call(world, request, 'gpay-token', (fields) => {
    const { accounts, strictCode, tokenLifetimeMs, maxTokens } = world.settings.overseas
    const [serviceId, serviceKey, code] = ['service_id', 'service_key', 'code'].map((name) => text(fields, name).trim())
    if (!serviceId) return refusal('T0200')
    if (!serviceKey) return refusal('T0201')
    if (!code) return refusal('T0210')
    const mixed = /[A-Za-z]/.test(code) && /\d/.test(code)
    if (!/^[A-Za-z0-9]{10}$/.test(code) || (strictCode && !mixed)) return refusal('T0211')
    const account = accounts.find((known) => known.serviceId === serviceId)
    if (account?.serviceKey !== serviceKey) return refusal('T0300')
    if (!isAllowed(account, request)) return refusal('T0310')
    if (maxTokens !== Number.POSITIVE_INFINITY && liveTokens(world, account) >= maxTokens)
      return simulated(world, 'SIM_LIMIT')
    const token = longToken(world.settings.random)
    world.overseas.tokens.set(token, { account, issuedAt: world.settings.now(), used: false })
    const expires = String(Math.trunc(tokenLifetimeMs / 1000))
    return {
      ...refusal('T0000'),
      code,
      access_token: token,
      token_type: 'Bearer',
      payCls: 'demo',
      expires_in: expires,
    } as Refusal
  })
}

/** A call that needs a token. */
function withToken(
  world: World,
  request: Request,
  operation: FaultOperation,
  run: (account: OverseasAccount, fields: Fields) => Nested | Refusal,
): Promise<Response> {
  return call(world, request, operation, (fields) => {
    const caller = identify(world, request, fields)
    return caller.account === undefined ? caller.refusal : run(caller.account, fields)
  })
}

/** `POST /gpay/billingKey` (section 5.1). */
export function answerCharge(world: World, request: Request): Promise<Response> {
  return withToken(world, request, 'gpay-charge', (account, fields) => {
    const key = world.overseas.keys.get(text(fields, 'billing_key'))
    if (key === undefined || key.revoked || key.account !== account) return simulated(world, 'SIM_KEY')
    const securityCode = text(fields, 'securityCode')
    if (!(securityCode === '' ? !world.settings.overseas.requireSecurityCode : /^\d{3,4}$/.test(securityCode)))
      return simulated(world, 'SIM_SECURITY_CODE')
    const read = readOrder(world, account, fields)
    if (read.order === undefined) return read.refusal
    if (isDeclined(world, read.order.oid)) return simulated(world, 'SIM_DECLINED')
    const { firstName, lastName, email } = key
    const order = read.order
    // Names and e-mail default to those of the first payment.
    const named = {
      ...order,
      firstName: order.firstName || firstName,
      lastName: order.lastName || lastName,
      email: order.email || email,
    }
    return paymentAnswer(world, charge(world, named, { key }))
  })
}

/** `POST /gpay/cancel` (section 5.3). */
export function answerCancel(world: World, request: Request): Promise<Response> {
  return withToken(world, request, 'gpay-cancel', (account, fields) => {
    const { partialCancels, requireCancelResultUrl } = world.settings.overseas
    const required = ['comments', 'service_oid', 'pay_id', 'totalAmount', 'currency']
    if (requireCancelResultUrl) required.push('resultUrl')
    const missing = required.find((name) => text(fields, name).trim() === '')
    if (missing !== undefined) return simulated(world, 'SIM_FIELD', `: ${missing}`)
    const payment = world.overseas.payments.get(text(fields, 'pay_id'))
    if (payment?.account !== account || payment.oid !== text(fields, 'service_oid'))
      return simulated(world, 'SIM_NOT_FOUND')
    const amount = smallestUnit(text(fields, 'totalAmount'), payment.currency)
    const left = leftOf(payment)
    const partly = amount !== payment.amount
    if (text(fields, 'currency') !== payment.currency || amount === undefined) return simulated(world, 'SIM_AMOUNT')
    if (amount > left || (partly && !partialCancels)) return simulated(world, 'SIM_CANCEL')
    const echo = { resultUrl: text(fields, 'resultUrl'), serviceDefine: text(fields, 'serviceDefine') }
    return cancel(world, payment, amount, 'api', echo)
  })
}

/** `POST /gpay/paymentResult` (section 5.4): the result as of the payment; cancels do not show. */
export function answerResult(world: World, request: Request): Promise<Response> {
  return withToken(world, request, 'gpay-lookup', (account, fields) => {
    const payId = text(fields, 'pay_id')
    const oid = text(fields, 'service_oid')
    if (payId === '' && oid === '') return simulated(world, 'SIM_FIELD', ': service_oid or pay_id')
    const found = payId === '' ? newestOf(world.overseas, account, oid) : world.overseas.payments.get(payId)
    return found?.account === account ? paymentAnswer(world, found) : simulated(world, 'SIM_NOT_FOUND')
  })
}
