import type { Authorize } from '@payple-kit/server'
import type { AdminSessions } from './admin-sessions.ts'

/**
 * Who may use the companion's own routes for money that moved. The admin pages read, look up and refund through them: body checks,
 * limits, idempotency and error texts come with them, and this one function is all a shop has to add.
 *
 * Members are not let in. Their cards and charges go through the shop's own API, which knows whose card is whose.
 */
export function adminsOnly(admins: Pick<AdminSessions, 'has'>): Authorize {
  return (action, request) => {
    switch (action.type) {
      case 'payments.list':
      case 'payment.read':
      case 'payment.lookup':
      case 'payment.refund':
        return admins.has(request)
      default:
        return false
    }
  }
}
