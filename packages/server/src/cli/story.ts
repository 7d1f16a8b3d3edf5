import type { Currency, Payment } from '@payple-kit/core'

import type { LedgerEvent } from '../ledger/ledger-event.ts'
import type { Refund } from '../operations/refund-of.ts'
import type { AttemptHistory } from '../payments.ts'
import { evidenceOf, happening } from './happening.ts'
import type { Style } from './style.ts'
import { table } from './table.ts'
import { ACTORS, money, safe, stateWord } from './words.ts'

/** The history of an order for a person: newest attempt first, its events from first to last. */
export function paymentStory(
  style: Style,
  orderId: string,
  payment: Payment | null,
  attempts: readonly AttemptHistory[],
): string {
  const known = payment === null ? 'not known to be paid' : paidLine(style, payment)
  const head = `${style.bold(`Order ${safe(orderId)}`)}  ${known}`
  return [head, ...attempts.map((attempt) => attemptStory(style, attempt))].join('\n\n')
}

function paidLine(style: Style, { amount, currency, refunded = 0, paidAt, card, bank, receiptUrl }: Payment): string {
  const means = card ?? bank
  const parts = [
    `${money(amount, currency)} paid ${style.time(paidAt)}`,
    ...(means === undefined ? [] : [safe(`${means.name} ${means.number}`)]),
    ...(refunded === 0 ? [] : [`${money(refunded, currency)} refunded, ${money(amount - refunded, currency)} left`]),
    ...(receiptUrl === undefined ? [] : [safe(receiptUrl)]),
  ]
  return parts.join('  ')
}

function attemptStory(style: Style, attempt: AttemptHistory): string {
  const { checkoutId, oid, state, amount, currency, method, goods, events, refunds } = attempt
  const title = `Attempt ${style.bold(checkoutId)}  ${stateWord(style, state)}`
  const facts = style.dim(`${money(amount, currency)} by ${method}, ${safe(goods)}, number at Payple ${oid}`)
  return [title, facts, '', eventTable(style, events, currency), ...refundPart(style, refunds)].join('\n')
}

function eventTable(style: Style, events: readonly LedgerEvent[], currency: Currency): string {
  const columns = [{ head: 'when' }, { head: 'who' }, { head: 'what' }, { head: 'state' }, { head: 'evidence' }]
  const rows = events.map((event) => [
    style.time(event.at),
    ACTORS[event.actor] ?? event.actor,
    happening(event.name),
    transition(style, event),
    safe(evidenceOf(event.detail ?? {}, currency)),
  ])
  return table(style, columns, rows)
}

function transition(style: Style, { from, to }: LedgerEvent): string {
  if (from === to) return style.dim('·')
  return `${from === null ? '' : `${from} → `}${stateWord(style, to)}`
}

function refundPart(style: Style, refunds: readonly Refund[]): readonly string[] {
  if (refunds.length === 0) return []
  const columns = [
    { head: 'refund' },
    { head: 'asked for' },
    { head: 'amount', align: 'right' },
    { head: 'state' },
    { head: 'code' },
    { head: 'note' },
  ] as const
  const rows = refunds.map(({ id, createdAt, amount, currency, state, gatewayCode = '', note = '' }) => [
    id,
    style.time(createdAt),
    money(amount, currency),
    stateWord(style, state),
    safe(gatewayCode),
    safe(note),
  ])
  return ['', table(style, columns, rows)]
}
