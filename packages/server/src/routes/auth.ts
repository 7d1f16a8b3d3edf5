import { guardOrigin } from '../http/guard.ts'
import { readText } from '../http/read-body.ts'
import { refused } from '../http/refused.ts'
import { json } from '../http/reply.ts'
import { OPEN_STATES } from '../ledger/transitions.ts'
import { findCheckout } from './route.ts'
import type { Route } from './route.ts'

/**
 * `POST auth/:id`: the script's own authentication call, in auth-file mode only (docs/protocol/domestic.md 3.3). Its body is
 * read and dropped: it carries no order, and nothing of it may reach the gateway. Answers what the script reads and no more.
 */
export const authRoute: Route = async (context, request, id) => {
  const { settings, gateway } = context
  guardOrigin(request, settings)
  await readText(request)
  if (settings.domestic.authentication !== 'auth-file') throw refused(404, 'ROUTE_NOT_FOUND')
  const row = await findCheckout(context, id)
  if (!OPEN_STATES.includes(row.state) || row.expiresAt <= settings.world.clock()) throw refused(409, 'CHECKOUT_CLOSED')
  const auth = await gateway.authenticate('window')
  if (auth.kind === 'answer') {
    const { tokens, path } = auth.answer
    return json({
      result: 'success',
      result_msg: '',
      cst_id: tokens.cstId,
      custKey: tokens.custKey,
      AuthKey: tokens.authKey,
      return_url: gateway.origin + path,
    })
  }
  // The script shows result_msg to the buyer and opens nothing.
  const code = auth.kind === 'refused' ? (auth.gatewayCode ?? 'AUTH_REFUSED') : 'GATEWAY_UNREACHABLE'
  return json({ result: 'error', result_msg: `[${code}] 결제창을 열 수 없습니다. / The payment window cannot open.` })
}
