import type { Currency } from '@payple-kit/core'

import type { EventDetail } from '../ledger/ledger-event.ts'
import { codeHint, money } from './words.ts'

/** Events whose names alone would leave a person guessing. All others read well with spaces. */
const HAPPENINGS: Readonly<Record<string, string>> = {
  created: 'payment prepared',
  opened: 'window opened',
  replaced: 'replaced by a newer attempt',
  approving: 'buyer authenticated, confirm on its way',
  paid: 'Payple charged the buyer',
  declined: 'nothing was charged',
  canceled: 'buyer closed the window',
  came_too_late: 'result came too late and was not confirmed',
  evidence_refused: 'a result that does not fit was refused',
  answer_lost: 'Payple’s answer was lost: money may have moved',
  answer_doubtful: 'Payple’s answer leaves open whether money moved',
  answer_incomplete: 'Payple’s answer lacks what an answer must have',
  confirm_path_unknown: 'confirmed at an address Payple does not document',
  lookup_inconclusive: 'looked up: Payple does not show it',
  lookup_unanswered: 'looked up: Payple did not answer',
  charge_found: 'looked up: Payple shows a charge',
  second_charge_found: 'a second charge of the order was found',
  foreign_charge: 'Payple charged another order number',
  charged_elsewhere: 'charged by the result of another attempt',
  void_started: 'wrong charge is being given back',
  voided: 'wrong charge was given back',
  void_unconfirmed: 'Payple did not confirm the return of a wrong charge',
  void_declared: 'declared: wrong charge was given back by hand',
  released: 'declared: nothing was charged',
  refund_started: 'refund written down',
  refund_sent: 'refund sent to Payple',
  refunded: 'money given back',
  refund_failed: 'refund refused, nothing given back',
  refund_in_doubt: 'nobody knows whether the refund was carried out',
  refunded_elsewhere: 'money given back in partner admin',
  refund_reported: 'Payple reported the refund',
  foreign_void_started: 'a second payment, or one under a changed order number, is being given back',
  foreign_voided: 'a second payment, or one under a changed order number, was given back',
  foreign_void_unconfirmed:
    'Payple did not confirm the return of a second payment, or of one under a changed order number',
}

/** An event's name in words. */
export function happening(name: string): string {
  return HAPPENINGS[name] ?? name.replaceAll('_', ' ')
}

/** What an event rests on, in one line. */
export function evidenceOf(detail: EventDetail, currency: Currency): string {
  const { status, code, gatewayCode, field, total, oid, reason, refund, billingKey, first, cancelId, note } = detail
  const parts = [
    status,
    total === undefined ? undefined : money(total, currency),
    code,
    gatewayCode === undefined ? undefined : codeHint(gatewayCode),
    field === undefined ? undefined : `field ${field}`,
    oid === undefined ? undefined : `number ${oid}`,
    reason,
    refund,
    billingKey,
    first === undefined ? undefined : `first ${first}`,
    cancelId === undefined ? undefined : `cancel ${cancelId}`,
    note === undefined ? undefined : `“${note}”`,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}
