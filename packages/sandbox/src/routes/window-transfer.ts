/** The steps of a transfer window: the account, then the consent by ARS call or 1-won check (section 3.9). */
import type { ReadAccount } from '../scenarios/accounts.ts'
import type { WindowSession } from '../state/records.ts'
import { codeText } from '../wire/codes.ts'
import { type Fields, text } from '../wire/fields.ts'
import { digits } from '../wire/tokens.ts'
import { endsEarly } from '../window/read-input.ts'
import { readAccountInput, WRONG_CODE } from '../window/read-account.ts'
import { errorResult } from '../window/results.ts'
import { record, type World } from '../world.ts'
import { endWith, finish, stepAnswer } from './window-finish.ts'

/** Time for the consent, in milliseconds (section 3.9 and code ARSA0001). */
const LIMIT = 3 * 60_000

/** Takes the account and asks for consent, unless the bank refuses it right away. */
export async function takeAccount(
  world: World,
  request: Request,
  session: WindowSession,
  fields: Fields,
): Promise<Response> {
  if (session.stage !== 'open' || session.pendingError !== undefined || session.request.type !== 'transfer') {
    return stepAnswer(world, { kind: 'over' })
  }
  const input = readAccountInput(session, fields)
  if (!input.ok) return stepAnswer(world, { kind: 'field', field: input.field, message: input.message })
  const { account } = input
  session.request = { ...session.request, fields: withReceiptUse(session.request.fields, fields) }
  if (endsEarly(account.outcome)) return finish(world, request, session, account, undefined)
  session.stage = 'verify'
  session.means = account
  session.verification = {
    code: digits(world.settings.random, account.corporate ? 4 : 2),
    askedAt: world.settings.now(),
  }
  record(world, 'window.verifying', { oid: session.request.oid })
  return stepAnswer(world, { kind: 'verify', code: session.verification.code, corporate: account.corporate })
}

/** Takes the number of the consent. Too late ends the window; a wrong one can be corrected. */
export async function takeVerification(
  world: World,
  request: Request,
  session: WindowSession,
  fields: Fields,
): Promise<Response> {
  const { verification, means } = session
  if (session.stage !== 'verify' || verification === undefined || means?.type !== 'transfer') {
    return stepAnswer(world, { kind: 'over' })
  }
  if (world.settings.now() - verification.askedAt > LIMIT) return tooLate(world, session, means)
  if (text(fields, 'code') !== verification.code) {
    return stepAnswer(world, { kind: 'field', field: 'code', message: WRONG_CODE })
  }
  if (session.request.pin && means.outcome.type !== 'decline') {
    session.stage = 'pin'
    return stepAnswer(world, { kind: 'pin' })
  }
  return finish(world, request, session, means, undefined)
}

function tooLate(world: World, session: WindowSession, { corporate }: ReadAccount): Response {
  const code = corporate ? 'ARSA1001' : 'ARSA0001'
  return endWith(world, session, errorResult(session, code, codeText(code).ko))
}

/** What the buyer chose for the cash receipt counts, not what the shop sent. */
function withReceiptUse(sent: Fields, typed: Fields): Fields {
  const use = text(typed, 'receiptUse')
  return use === '' ? sent : new Map([...sent, ['PCD_TAXSAVE_TRADEUSE', use]])
}
