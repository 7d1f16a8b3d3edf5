import { expect, it } from 'vitest'
import { confirmBody } from './confirm.ts'

// Copied from the manual, chapter 결제생성 후 승인.
const MANUAL_REQUEST = {
  PCD_CST_ID: 'test',
  PCD_CUST_KEY: 'abcd1234567890',
  PCD_AUTH_KEY: 'a688ccb3555c25cd722483f03e23065c3d0251701ad6da895eb2d830bc06e34d',
  PCD_PAY_REQKEY: 'RmFBWWFBTWNS9qNTgzU2xdd2XRNHR2',
  PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
}

it('is the confirm of the manual, field for field', () => {
  const options = {
    cstId: 'test',
    custKey: 'abcd1234567890',
    authKey: MANUAL_REQUEST.PCD_AUTH_KEY,
    reqKey: MANUAL_REQUEST.PCD_PAY_REQKEY,
  }
  expect(confirmBody({ ...options, payerId: MANUAL_REQUEST.PCD_PAYER_ID })).toEqual(MANUAL_REQUEST)
  // An app card has no billing key.
  expect(confirmBody(options)).toEqual({ ...MANUAL_REQUEST, PCD_PAYER_ID: '' })
})
