import { gatewayPath, isOverseas } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import type { ServerErrorCode } from '../errors.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'

/** Why evidence is not believed. */
export interface Refusal {
  readonly code: Extract<
    ServerErrorCode,
    | 'RESULT_MISMATCH'
    | 'RESULT_UNREADABLE'
    | 'REGISTRATION_UNVERIFIED'
    | 'REGISTERED_ELSEWHERE'
    | 'BILLING_KEYS_NOT_CONFIGURED'
  >
  readonly field: string
}

/** What a confirm needs, as found in the result. Used once and never stored. */
export interface ConfirmKeys {
  readonly path: string
  readonly authKey: string
  readonly reqKey: string
  readonly payerId?: string | undefined
}

/**
 * Compares what the browser brought with what the ledger stored: order number always, amount and work of a success too.
 *
 * @returns the first field that does not fit, or `undefined`
 */
export function checkEvidence(row: CheckoutRow, evidence: PaymentResult): Refusal | undefined {
  const names = isOverseas(row.method) ? OVERSEAS_NAMES : DOMESTIC_NAMES
  if (evidence.status === 'unreadable') return { code: 'RESULT_UNREADABLE', field: names.flag }
  const mayLackOid = evidence.status !== 'success'
  if (evidence.oid !== row.oid && !(mayLackOid && evidence.oid === undefined)) return mismatch(names.oid)
  if (evidence.status !== 'success') return undefined
  if (evidence.work !== row.work) return mismatch('PCD_PAY_WORK')
  if (row.work !== 'AUTH' && evidence.total !== row.amount) return mismatch(names.total)
  if ((evidence.currency ?? 'KRW') !== row.currency) return mismatch('currency')
  return undefined
}

const DOMESTIC_NAMES = { flag: 'PCD_PAY_RST', oid: 'PCD_PAY_OID', total: 'PCD_PAY_TOTAL' }
const OVERSEAS_NAMES = { flag: 'result', oid: 'service_oid', total: 'totalAmount' }

/** Whether the evidence is about another order number. */
export function isOthers(refusal: Refusal | undefined): boolean {
  return refusal?.field === DOMESTIC_NAMES.oid || refusal?.field === OVERSEAS_NAMES.oid
}

/** What a confirm looks like: a documented one, perhaps below a prefix or a version. No other API path ever gets the keys. */
const CONFIRM_PATH = /^(\/[\w-]+)*\/php(\/v\d+)?\/\w*Confirm\w*\.php(\?ACT_=PAYM)?$/i

/** Reads the keys of a CERT result. */
export function confirmKeys(evidence: PaymentResult): ConfirmKeys | Refusal {
  const path = gatewayPath(evidence.confirmUrl)
  if (path === undefined || !CONFIRM_PATH.test(path)) return { code: 'RESULT_UNREADABLE', field: 'PCD_PAY_COFURL' }
  const { authKey, reqKey, payerId } = evidence
  if (authKey === undefined) return { code: 'RESULT_UNREADABLE', field: 'PCD_AUTH_KEY' }
  if (reqKey === undefined) return { code: 'RESULT_UNREADABLE', field: 'PCD_PAY_REQKEY' }
  return { path, authKey, reqKey, payerId }
}

function mismatch(field: string): Refusal {
  return { code: 'RESULT_MISMATCH', field }
}
