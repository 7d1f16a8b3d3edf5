import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAuthAnswer } from './auth.ts'
import { readBillingKey } from './read-billing-key.ts'
import { readKeyDeletion } from './read-key-deletion.ts'
import { readLink } from './read-link.ts'
import { readReceipt } from './read-receipt.ts'
import { readWebhook } from './read-webhook.ts'
import { readPaymentResult } from './result.ts'

/** Fields of the 2020-21 sample (docs/protocol/domestic.md 8.3), which prints refund fields in its one payment. */
const SAMPLE_2020 = {
  PCD_PAY_RST: 'success',
  PCD_PAY_MSG: '결제완료',
  PCD_CST_ID: 'test',
  PCD_PAY_OID: 'test201804000001',
  PCD_PAY_TYPE: 'card',
  PCD_PAYER_NO: '1234',
  PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
  PCD_PAY_GOODS: '정기구독',
  PCD_PAY_TOTAL: '1000',
  PCD_REGULER_FLAG: 'N',
  PCD_REFUND_TOTAL: '',
  PCD_REFUND_TIME: '',
  PCD_PAYCANCEL_FLAG: '',
}

/** The 2022 model: the window result. */
const RESULT_2022 = {
  ...SAMPLE_2020,
  PCD_PAY_CODE: '0000',
  PCD_CARD_VER: '02',
  PCD_PAY_WORK: 'CERT',
  PCD_AUTH_KEY: 'a688',
  PCD_PAY_REQKEY: 'RmFB',
  PCD_PAY_COFURL: 'https://democpay.payple.kr/php/PayCardConfirmAct.php?ACT_=PAYM',
  PCD_PAY_CARDAUTHNO: '',
  PCD_PAY_TIME: '20200301140130',
}

describe('what a webhook is about', () => {
  it('a payment, by order number and amount', () => {
    expect(readWebhook(SAMPLE_2020)).toMatchObject({
      kind: 'payment',
      status: 'success',
      oid: 'test201804000001',
      amount: 1000,
    })
  })
  it('a refused payment', () => {
    expect(readWebhook({ ...RESULT_2022, PCD_PAY_RST: 'error' })).toMatchObject({ kind: 'payment', status: 'error' })
  })
  it('the authentication before a confirm is not a payment, whatever time it prints', () => {
    expect(readWebhook(RESULT_2022)).toMatchObject({ kind: 'authentication', status: 'success' })
  })
  it('a CERT payment with its approval number is one', () => {
    expect(readWebhook({ ...RESULT_2022, PCD_PAY_CARDAUTHNO: '98123445' })).toMatchObject({ kind: 'payment' })
  })
  it('a charge, which has no work', () => {
    expect(readWebhook({ ...SAMPLE_2020, PCD_PAY_CODE: 'SPCD0000' })).toMatchObject({ kind: 'payment' })
  })
  it.each([
    ['by its flag', { PCD_PAYCANCEL_FLAG: 'Y' }],
    ['by its code', { PCD_PAY_CODE: 'PAYC0000' }],
  ])('a cancel, %s', (_how, fields) => {
    const event = readWebhook({
      ...RESULT_2022,
      ...fields,
      PCD_REFUND_TOTAL: 500,
      PCD_REFUND_TIME: '20200302140130',
    })
    expect(event).toMatchObject({ kind: 'cancel', oid: 'test201804000001', amount: 1000, refundedTotal: 500 })
    expect(event).toHaveProperty('result.refundedAt', Date.UTC(2020, 2, 2, 5, 1, 30))
  })
  it('not a cancel by a refund field alone', () => {
    const event = readWebhook({ ...SAMPLE_2020, PCD_REFUND_TOTAL: '1000', PCD_PAYCANCEL_FLAG: 'N' })
    expect(event).toMatchObject({ kind: 'payment', refundedTotal: undefined })
  })
  it('a registration', () => {
    expect(readWebhook({ ...RESULT_2022, PCD_PAY_WORK: 'AUTH' })).toMatchObject({
      kind: 'registration',
      payerId: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
    })
  })
  it('a registration of the older model, which has no work and no amount', () => {
    const { PCD_PAY_TOTAL, ...rest } = SAMPLE_2020
    expect(PCD_PAY_TOTAL).toBe('1000')
    expect(readWebhook(rest)).toMatchObject({ kind: 'registration', status: 'success' })
    expect(readWebhook({ ...rest, PCD_PAY_RST: 'error' })).toMatchObject({ kind: 'payment', status: 'error' })
  })
  it('a key deleted in partner admin', () => {
    // docs/protocol/domestic.md 8.3, deletion payload.
    const deletion = {
      PCD_CST_ID: 'test',
      PCD_PAY_WORK: 'PUSERDEL',
      PCD_PAY_RST: 'success',
      PCD_PAY_MSG: '2008 : 고객요청으로 자동이체 해지되었음(업체해지)',
      PCD_PAY_TYPE: 'transfer',
      PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
      PCD_PAYER_NAME: '홍길동',
      PCD_PAYER_HP: '01012345678',
    }
    expect(readWebhook(deletion)).toMatchObject({
      kind: 'deletion',
      status: 'success',
      payerId: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
      deletion: { code: '2008', type: 'transfer' },
    })
  })
  it.each([null, undefined, '', 'PCD_PAY_RST=success', [], {}, { PCD_PAY_RST: 'SUCCESS' }])('%j is nothing', (raw) => {
    expect(readWebhook(raw)).toEqual({ kind: 'unreadable' })
  })
})

it('no reader throws, whatever arrives', () => {
  const names = Object.keys({ ...RESULT_2022, PCD_LINK_URL: '', PCD_TAXSAVE_RST: '', PCD_PAY_BANK: '', result: '' })
  const anything = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.double(), fc.anything())),
  )
  fc.assert(
    fc.property(anything, (raw) => {
      for (const read of [
        readPaymentResult,
        readBillingKey,
        readKeyDeletion,
        readReceipt,
        readWebhook,
        readAuthAnswer,
      ]) {
        expect(() => read(raw)).not.toThrow()
      }
      expect(() => readLink(raw)).not.toThrow()
    }),
  )
})
