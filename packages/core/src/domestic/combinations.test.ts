import { expect, it } from 'vitest'
import type { WindowRequest } from './fields.ts'
import { findLimitViolation } from './limits.ts'

/** A card window that may be sent; each row below spoils it in one way. */
const CARD: WindowRequest = {
  PCD_PAY_TYPE: 'card',
  PCD_PAY_WORK: 'CERT',
  PCD_CARD_VER: '01',
  PCD_PAY_GOODS: '휴대폰',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_OID: 'A-1',
  PCD_RST_URL: '/',
}

it('a plain request passes', () => {
  expect(findLimitViolation(CARD)).toBeUndefined()
})

it.each([
  ['PCD_REGULER_FLAG', 'no monthly guard with an app card', { PCD_CARD_VER: '02', PCD_REGULER_FLAG: 'Y' }],
  ['PCD_TAXSAVE_FLAG', 'not used by a card payment', { PCD_TAXSAVE_FLAG: 'Y' }],
  ['PCD_TAXSAVE_FLAG', 'not used by an app card', { PCD_CARD_VER: '02', PCD_TAXSAVE_FLAG: 'Y' }],
  ['PCD_PAYER_AUTHTYPE', 'not used by a card payment', { PCD_PAYER_AUTHTYPE: 'pwd' }],
  ['PCD_PAYER_AUTHTYPE', 'needed with it', { PCD_SIMPLE_FLAG: 'Y' }],
  ['PCD_SIMPLE_FLAG', 'not used by an app card', { PCD_CARD_VER: '02', PCD_SIMPLE_FLAG: 'Y' }],
  ['PCD_PAY_METHOD', 'not used by a card payment', { PCD_PAY_METHOD: 'kakaoPay' }],
  ['PCD_PAY_METHOD', 'not used by a transfer', { PCD_PAY_TYPE: 'transfer', PCD_PAY_METHOD: 'kakaoPay' }],
  ['PCD_PAYER_ID', 'PIN window only', { PCD_PAY_TYPE: 'transfer', PCD_PAYER_ID: 'd0to' }],
  ['PCD_PAY_YEAR', 'year and month', { PCD_REGULER_FLAG: 'Y' }],
  ['PCD_PAY_GOODS', 'not used by a card registration', { PCD_PAY_WORK: 'AUTH' }],
  ['PCD_PAY_WORK', 'no goods and no amount', { PCD_PAY_WORK: 'AUTH', PCD_PAY_TYPE: 'transfer' }],
  ['PCD_PAY_TOTAL', 'at least 1000 won', { PCD_PAY_TYPE: 'transfer', PCD_PAY_TOTAL: '999' }],
] as const)('%s: %s', (field, rule, spoiled) => {
  expect(findLimitViolation({ ...CARD, ...spoiled })).toEqual({ field, rule: expect.stringContaining(rule) as unknown })
})
