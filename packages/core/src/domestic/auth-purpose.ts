/** What an authentication is for; each purpose gets its own tokens and its own path (docs/protocol/domestic.md 2.2). */
export type AuthPurpose =
  | 'window'
  | 'cancel'
  | 'lookup'
  | 'billing-key-lookup'
  | 'billing-key-delete'
  | 'charge-card'
  | 'charge-transfer'
  | 'charge-card-monthly'
  | 'charge-transfer-monthly'
  | 'receipt-issue'
  | 'receipt-cancel'
  | 'link'

/**
 * The extra fields of each purpose, a row of 2.2 each. Where sources differ, the safest: the window sends none (the seed sent
 * `PCD_PAY_TYPE`), transfers name their type (older code did not), links say `LINKREG` as work (two samples say it as type).
 */
export const PURPOSE_FIELDS: Readonly<Record<AuthPurpose, Readonly<Record<string, string>>>> = {
  window: {},
  cancel: { PCD_PAYCANCEL_FLAG: 'Y' },
  lookup: { PCD_PAYCHK_FLAG: 'Y' },
  'billing-key-lookup': { PCD_PAY_WORK: 'PUSERINFO' },
  'billing-key-delete': { PCD_PAY_WORK: 'PUSERDEL' },
  'charge-card': { PCD_PAY_TYPE: 'card', PCD_SIMPLE_FLAG: 'Y' },
  'charge-transfer': { PCD_PAY_TYPE: 'transfer', PCD_SIMPLE_FLAG: 'Y' },
  'charge-card-monthly': { PCD_PAY_TYPE: 'card', PCD_REGULER_FLAG: 'Y' },
  'charge-transfer-monthly': { PCD_PAY_TYPE: 'transfer', PCD_REGULER_FLAG: 'Y' },
  'receipt-issue': { PCD_PAY_WORK: 'TSREG' },
  'receipt-cancel': { PCD_PAY_WORK: 'TSCANCEL' },
  link: { PCD_PAY_WORK: 'LINKREG' },
}

/**
 * The purpose of a charge: means and flag must match what `chargeBody` says (6.1).
 *
 * @param monthly true when the charge uses the monthly guard
 */
export function chargePurpose(type: 'card' | 'transfer', monthly: boolean): AuthPurpose {
  return monthly ? `charge-${type}-monthly` : `charge-${type}`
}
