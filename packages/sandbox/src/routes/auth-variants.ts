/** Which operation an `auth.php` call is for, and where the answer sends it (docs/protocol/domestic.md section 2.2). */
import type { Purpose } from '../state/records.ts'
import type { PayType } from '../window/request.ts'
import { type Fields, text } from '../wire/fields.ts'

/** Path of both billing-key calls; `ACT_` tells them apart (sections 6.3 and 6.4). */
export const BILLING_KEY_PATH = '/php/cPayUser/api/cPayUserAct.php'

/** Path of both cash-receipt calls; `ACT_` tells them apart (section 7.1). */
export const RECEIPT_PATH = '/php/taxsave/api/tsAct.php'

/** Page of a payment link; `SID` names it (section 1.1). */
export const LINK_PAGE_PATH = '/php/link/'

/** Path and query of each operation, without the configured prefix. */
export const PATHS: Readonly<Record<Purpose, string>> = {
  window: '/index.php?ACT_=PAYM&CPAYVER=202112102248',
  'simple-card': '/php/SimplePayCardAct.php?ACT_=PAYM',
  'simple-transfer': '/php/SimplePayAct.php?ACT_=PAYM',
  'regular-card': '/php/RePayCardAct.php?ACT_=PAYM',
  'regular-transfer': '/php/RePayAct.php?ACT_=PAYM',
  cancel: '/php/account/api/cPayCAct.php',
  lookup: '/php/PayChkAct.php',
  'key-delete': `${BILLING_KEY_PATH}?ACT_=PUSERDEL`,
  'key-info': `${BILLING_KEY_PATH}?ACT_=PUSERINFO`,
  'receipt-issue': `${RECEIPT_PATH}?ACT_=TSREG`,
  'receipt-cancel': `${RECEIPT_PATH}?ACT_=TSCANCEL`,
  link: '/php/link/api/LinkRegAct.php?ACT_=LINKREG',
}

/** Paths of the confirms, the targets of `PCD_PAY_COFURL` (section 5.1). */
export const CONFIRM_PATHS: Readonly<Record<PayType, string>> = {
  card: '/php/PayCardConfirmAct.php?ACT_=PAYM',
  transfer: '/php/PayConfirmAct.php?ACT_=PAYM',
}

const BY_WORK: Readonly<Record<string, Purpose>> = {
  PUSERDEL: 'key-delete',
  PUSERINFO: 'key-info',
  TSREG: 'receipt-issue',
  TSCANCEL: 'receipt-cancel',
  LINKREG: 'link',
}

/** Reads the flags. A call without any known flag is for the payment window. */
export function purposeOf(fields: Fields): Purpose {
  if (text(fields, 'PCD_PAYCANCEL_FLAG') === 'Y') return 'cancel'
  if (text(fields, 'PCD_PAYCHK_FLAG') === 'Y') return 'lookup'
  const work = text(fields, 'PCD_PAY_WORK')
  if (Object.hasOwn(BY_WORK, work)) return BY_WORK[work] ?? 'window'
  const card = text(fields, 'PCD_PAY_TYPE') === 'card'
  if (text(fields, 'PCD_SIMPLE_FLAG') === 'Y') return card ? 'simple-card' : 'simple-transfer'
  if (text(fields, 'PCD_REGULER_FLAG') === 'Y') return card ? 'regular-card' : 'regular-transfer'
  return 'window'
}

/** The path to answer. The configured prefix applies to all server calls, to catch clients that hard-code them. */
export function pathOf(purpose: Purpose, pathPrefix: string): string {
  return (purpose === 'window' ? '' : pathPrefix) + PATHS[purpose]
}
