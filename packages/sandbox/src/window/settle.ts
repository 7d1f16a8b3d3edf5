/** From a card to a result: registers, authenticates or charges, as `PCD_PAY_WORK` says. */
import { INSTITUTION_CODES } from '../scenarios/institution-codes.ts'
import type { ReadCard } from '../scenarios/cards.ts'
import type { PaymentRecord, WindowSession } from '../state/records.ts'
import { charge, createPayment, decline, findPayment, isGuarded, registerCard } from '../state/payments.ts'
import { codeText } from '../wire/codes.ts'
import type { World } from '../world.ts'
import { authResult, certResult, errorResult, payResult } from './results.ts'
import { deliver, type Step } from './steps.ts'

/** What the buyer gave, and the origin to print into confirm addresses. */
export interface Settlement {
  card: ReadCard
  pin: string | undefined
  origin: string
}

/** Ends a window. The order number is claimed before anything is waited for. */
export async function settle(world: World, session: WindowSession, { card, pin, origin }: Settlement): Promise<Step> {
  const { request } = session
  if (card.outcome.type === 'needs-close') {
    return {
      kind: 'stuck',
      message: {
        ko: '결제 진행 중 오류가 발생하였습니다. 창을 닫아 주세요.',
        en: 'Something went wrong. Please close this window.',
      },
    }
  }
  if (findPayment(world, session) !== undefined) return fail(session, 'CPCA0201', codeText('CPCA0201').ko)
  if (card.outcome.type === 'decline' && card.outcome.at === 'authentication') {
    decline(createPayment(world, session, card, '', 'declined'), card.outcome.code)
    // Registration failures have a family of their own; an app card is not registered.
    const code = request.cardVersion === '01' ? 'CDAU0007' : 'CPCA0004'
    return fail(session, code, institutionText(card.outcome.code))
  }

  const registered = request.cardVersion === '01' ? registerCard(world, session, card, pin) : undefined
  const payerId = registered?.key.payerId ?? ''
  if (isGuarded(world, session, payerId)) return fail(session, 'INSERT ERROR', codeText('INSERT ERROR').ko)
  const payment = createPayment(world, session, card, payerId, 'authenticated')

  if (request.work === 'PAY') {
    const problem = await approve(world, payment)
    if (problem !== undefined) return fail(session, 'CPCA0010', institutionText(problem))
  } else if (request.work === 'AUTH' && card.outcome.type === 'slow') {
    await world.settings.wait(card.outcome.ms)
  }
  if (card.outcome.type === 'never-answers') return { kind: 'silent' }
  if (request.work === 'PAY') return deliver(session, payResult(payment))
  if (request.work === 'CERT') return deliver(session, certResult(payment, origin, world.settings.pathPrefix))
  return deliver(session, authResult(payment, registered?.existed ?? false))
}

/** Charges, or returns the institution's code when it refuses. */
async function approve(world: World, payment: PaymentRecord): Promise<string | undefined> {
  const { outcome } = payment.card
  if (outcome.type === 'decline') {
    decline(payment, outcome.code)
    return outcome.code
  }
  payment.status = 'approving'
  if (outcome.type === 'slow') await world.settings.wait(outcome.ms)
  charge(world, payment)
  return undefined
}

function fail(session: WindowSession, code: string, message: string): Step {
  return deliver(session, errorResult(session, code, message))
}

function institutionText(code: string): string {
  return INSTITUTION_CODES[code]?.[0] ?? code
}
