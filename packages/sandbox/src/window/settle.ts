/** From a card or account to a result: registers, authenticates or charges, as `PCD_PAY_WORK` says. */
import { meansOf } from '../scenarios/strike.ts'
import { approve, declineText } from '../state/approve.ts'
import { registerMeans } from '../state/billing-keys.ts'
import { createPayment, decline, findPayment, isGuarded } from '../state/payments.ts'
import type { Means, PaymentRecord, WindowSession } from '../state/records.ts'
import { announceAuthenticated, announceFailed, announcePaid, announceRegistered } from '../webhooks/announcements.ts'
import type { Answer } from '../wire/answers.ts'
import { codeText } from '../wire/codes.ts'
import { windowCode } from '../wire/window-codes.ts'
import type { World } from '../world.ts'
import { authResult, certResult, errorResult, payResult } from './results.ts'
import { deliver, type Step } from './steps.ts'

/** What the buyer gave, and the origin to print into confirm addresses. */
export interface Settlement {
  means: Means
  pin: string | undefined
  origin: string
}

/** Ends a window. The order number is claimed before anything is waited for. */
export async function settle(world: World, session: WindowSession, settlement: Settlement): Promise<Step> {
  const { pin, origin } = settlement
  const { request } = session
  const means = meansOf(world, request.oid, settlement.means)
  const { outcome } = means
  if (outcome.type === 'needs-close') return { kind: 'stuck', message: BROKEN }
  if (findPayment(world, session) !== undefined) return fail(world, session, windowCode(request.type, 'duplicate'))
  if (outcome.type === 'decline' && outcome.at !== 'approval' && outcome.at !== 'withdrawal') {
    decline(createPayment(world, session, means, '', 'declined'), outcome.code)
    return fail(world, session, checkCode(session, means), declineText(means))
  }

  const registered = request.cardVersion === '01' ? registerMeans(world, session, settlement.means, pin) : undefined
  const payerId = registered?.key.payerId ?? ''
  if (isGuarded(world, session, payerId)) return fail(world, session, windowCode(request.type, 'guard'))
  const payment = createPayment(world, session, means, payerId, 'authenticated')

  if (request.work === 'PAY') return takeMoney(world, session, payment)
  if (request.work === 'CERT') {
    const result = certResult(payment, origin, world.settings.pathPrefix)
    announceAuthenticated(world, payment, result)
    return end(session, means, result)
  }
  if (outcome.type === 'slow') await world.settings.wait(outcome.ms)
  const result = authResult(payment, registered?.existed ?? false)
  announceRegistered(world, payment, result)
  return end(session, means, result)
}

async function takeMoney(world: World, session: WindowSession, payment: PaymentRecord): Promise<Step> {
  const { type } = session.request
  const approval = await approve(world, payment)
  if (approval.type === 'declined') return fail(world, session, windowCode(type, 'declined'), approval.text)
  if (approval.type === 'guarded') return fail(world, session, windowCode(type, 'guard'))
  const result = payResult(payment)
  announcePaid(world, payment, result)
  return approval.type === 'unknown'
    ? fail(world, session, windowCode(type, 'unknown'))
    : end(session, payment.means, result)
}

/** Hands the result over, unless this is the card or account that never reports back. */
function end(session: WindowSession, { outcome }: Means, result: Answer): Step {
  return outcome.type === 'never-answers' ? { kind: 'silent' } : deliver(session, result)
}

const BROKEN = {
  ko: '결제 진행 중 오류가 발생하였습니다. 창을 닫아 주세요.',
  en: 'Something went wrong. Please close this window.',
}

/** A failed check. An account's code is its own; an app card is not registered, so its family differs. */
function checkCode({ request }: WindowSession, { type, outcome }: Means): string {
  if (type === 'transfer' && outcome.type === 'decline') return outcome.code
  return request.cardVersion === '01' ? 'CDAU0007' : 'CPCA0004'
}

function fail(world: World, session: WindowSession, code: string, message: string = codeText(code).ko): Step {
  const result = errorResult(session, code, message)
  // A link has no page that could be told, so its failures travel by webhook as well (section 7.3).
  if (session.channel === 'link') announceFailed(world, session, result)
  return deliver(session, result)
}
