import { formatMoney, resultCode } from '@payple-kit/core'
import type { Currency, PaypleError } from '@payple-kit/core'

import type { CheckoutState } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import type { Style } from './style.ts'

/** An amount in the smallest unit of its currency, such as `1,000원`. */
export function money(amount: number, currency: Currency): string {
  return formatMoney(amount, currency, 'ko')
}

/** Text of strangers: one line, and nothing that moves a terminal's cursor. */
export function safe(text: string): string {
  return text.replaceAll(/\p{C}+|\s+/gu, ' ').trim()
}

/** A state in its colour. */
export function stateWord(style: Style, state: CheckoutState | 'pending' | 'done' | 'failed'): string {
  if (GOOD.has(state)) return style.good(state)
  if (DOUBTFUL.has(state)) return style.doubtful(state)
  return BAD.has(state) ? style.bad(state) : state
}

const GOOD: ReadonlySet<string> = new Set(['paid', 'partially_refunded', 'refunded', 'registered', 'done'])
const DOUBTFUL: ReadonlySet<string> = new Set(['approving', 'unknown', 'pending'])
const BAD: ReadonlySet<string> = new Set(['declined', 'mismatch_voided', 'failed'])

/** Who caused a change. */
export const ACTORS: Readonly<Record<Actor, string>> = {
  prepare: 'shop',
  page: 'buyer’s page',
  callback: 'callback',
  return: 'return POST',
  poll: 'buyer’s polling',
  webhook: 'webhook',
  reconcile: 'reconcile',
  merchant: 'shop’s server',
  operator: 'operator',
}

/** An error value in one line: what happened, which rule, and what Payple's own code means. */
export function errorLine({ code, message, field, rule, gatewayCode }: PaypleError): string {
  const facts = [field, rule].filter((fact) => fact !== undefined).join(': ')
  const explained = gatewayCode === undefined ? '' : ` ${codeHint(gatewayCode)}`
  return safe(`${code}: ${message}${facts === '' ? '' : ` (${facts})`}${explained}`)
}

/** Payple's code with its meaning, when somebody has published it. A success needs no explanation. */
export function codeHint(gatewayCode: string): string {
  const known = resultCode(gatewayCode)
  if (known?.kind === 'success') return gatewayCode
  return `${gatewayCode}: ${known?.meaning ?? 'no explanation was published.'}`
}
