/** Shows a window, whoever opened it: the script on a shop's page, or a link. */
import { findBillingKey } from '../state/billing-keys.ts'
import { findPayment } from '../state/payments.ts'
import type { WindowSession } from '../state/records.ts'
import { codeText } from '../wire/codes.ts'
import { windowCode, type WindowRefusal } from '../wire/window-codes.ts'
import { windowPage } from '../window/page.ts'
import type { PageContext } from '../window/page-frame.ts'
import { warningsFor } from '../window/validate.ts'
import { buyerOf } from '../scenarios/strike.ts'
import { record, type World } from '../world.ts'

/** Remembers the window and answers its first page. `request` is the call of a shop's page, for the event. */
export function showWindow(
  world: World,
  context: PageContext,
  session: WindowSession,
  request?: Request,
): Promise<Response> {
  world.store.windows.set(session.id, session)
  session.pendingError = stateProblem(world, session)
  const { oid, fields } = session.request
  record(world, 'window.opened', { ...(request === undefined ? {} : { request, fields }), oid })
  for (const note of warningsFor(fields)) record(world, 'window.warning', { oid, note })
  if (session.pendingError !== undefined) {
    return windowPage(context, session, { view: 'error', ...session.pendingError })
  }
  return windowPage(context, session, { view: formFor(session) }, buyerOf(world, oid))
}

/** Refusals that the buyer sees first and the page hears of afterwards. */
function stateProblem(world: World, session: WindowSession): WindowSession['pendingError'] {
  const { type, pin, payerId } = session.request
  const refused = (problem: WindowRefusal) => {
    const code = windowCode(type, problem)
    return { code, message: codeText(code) }
  }
  if (findPayment(world, session) !== undefined) return refused('duplicate')
  if (!pin || payerId === '') return undefined
  return findBillingKey(world, session.merchant, payerId)?.means.type === type ? undefined : refused('no-payer')
}

function formFor({ request }: WindowSession): 'card' | 'app' | 'account' | 'pin' {
  if (request.cardVersion === '02') return 'app'
  if (request.pin && request.payerId !== '') return 'pin'
  return request.type === 'transfer' ? 'account' : 'card'
}
