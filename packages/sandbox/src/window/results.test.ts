/** Fixtures transcribed by hand from docs/protocol/domestic.md section 4 and the manual's example order. */
import { describe, expect, it } from 'vitest'
import { act, CARD, openWindow, ORIGIN, pay, testSandbox } from '../testing/drive.ts'

const LONG_TOKEN = expect.stringMatching(/^[A-Za-z0-9+/]{376}$/)
const SHORT_TOKEN = expect.stringMatching(/^[A-Za-z0-9+/=]{32}$/)

const PAYER = {
  PCD_PAYER_ID: SHORT_TOKEN,
  PCD_PAYER_NO: '2335',
  PCD_PAYER_NAME: '홍길동',
  PCD_PAYER_HP: '01012345678',
  PCD_PAYER_EMAIL: 'dev@payple.kr',
}
const ECHO = { PCD_SIMPLE_FLAG: '', PCD_RST_URL: '/order_result.html', PCD_USER_DEFINE1: '', PCD_USER_DEFINE2: '' }
const ORDER = {
  PCD_PAY_OID: 'test0553941001540967923',
  PCD_PAY_GOODS: '휴대폰',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_ISTAX: 'Y',
  PCD_PAY_TAXTOTAL: '91',
}
const PAYMENT = {
  ...ORDER,
  PCD_PAY_AMOUNT: '1000',
  PCD_PAY_DISCOUNT: '0',
  PCD_PAY_AMOUNT_REAL: '1000',
  PCD_REGULER_FLAG: 'N',
  PCD_PAY_YEAR: '',
  PCD_PAY_MONTH: '',
  PCD_TX_KEY: SHORT_TOKEN,
  PCD_PAY_CARDQUOTA: '00',
}
const BC = { PCD_PAY_CARDNAME: 'BC카드', PCD_PAY_CARDNUM: '4242********4242' }

describe('a result of', () => {
  it('AUTH', async () => {
    const { sandbox } = testSandbox()
    expect(await pay(sandbox, { PCD_PAY_WORK: 'AUTH' })).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: '0000',
      PCD_PAY_MSG: '카드인증완료',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'AUTH',
      PCD_CARD_VER: '01',
      PCD_AUTH_KEY: LONG_TOKEN,
      ...PAYER,
      PCD_PAY_OID: 'test0553941001540967923',
      PCD_PAY_TIME: '20261121233000',
      ...BC,
      ...ECHO,
    })
  })

  it('CERT: keys to confirm with, and no approval', async () => {
    const { sandbox } = testSandbox()
    expect(await pay(sandbox)).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: '0000',
      PCD_PAY_MSG: '카드인증완료',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'CERT',
      PCD_CARD_VER: '01',
      PCD_AUTH_KEY: LONG_TOKEN,
      PCD_PAY_REQKEY: SHORT_TOKEN,
      PCD_PAY_COFURL: `${ORIGIN}/php/PayCardConfirmAct.php?ACT_=PAYM`,
      PCD_PAY_HOST: ORIGIN,
      PCD_PAY_URL: '/php/PayCardConfirmAct.php?ACT_=PAYM',
      ...PAYER,
      ...PAYMENT,
      ...BC,
      ...ECHO,
    })
    expect(sandbox.control.payment('test0553941001540967923')).toMatchObject({
      status: 'authenticated',
      chargeCount: 0,
    })
  })

  it('PAY: money moved', async () => {
    const { sandbox } = testSandbox()
    expect(await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_USER_DEFINE1: '가맹점 정의1' })).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'SPCD0000',
      PCD_PAY_MSG: '카드결제완료',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'PAY',
      PCD_CARD_VER: '01',
      PCD_AUTH_KEY: LONG_TOKEN,
      ...PAYER,
      ...PAYMENT,
      ...BC,
      PCD_PAY_TIME: '20261121233000',
      PCD_PAY_CARDTRADENUM: expect.stringMatching(/^20261121233000\d{10}$/),
      PCD_PAY_CARDAUTHNO: expect.stringMatching(/^\d{8}$/),
      PCD_PAY_CARDRECEIPT: expect.stringMatching(/^https:\/\/payple\.test\/_\/slip\?dataType=receipt&/),
      ...ECHO,
      PCD_USER_DEFINE1: '가맹점 정의1',
    })
    expect(sandbox.control.payment('test0553941001540967923')).toMatchObject({ status: 'paid', chargeCount: 1 })
  })

  it('an app card: no billing key, and the means that was chosen', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox, { PCD_CARD_VER: '02' }, { method: 'kakaoPay' })
    expect(result).toMatchObject({ PCD_CARD_VER: '02', PCD_PAYER_ID: '', PCD_PAY_METHOD: 'kakaoPay' })
    expect(sandbox.control.billingKeys()).toEqual([])
    const fixed = await pay(
      sandbox,
      { PCD_CARD_VER: '02', PCD_PAY_METHOD: 'naverPay', PCD_PAY_OID: 'b' },
      { method: 'kakaoPay' },
    )
    expect(fixed).toMatchObject({ PCD_PAY_METHOD: 'naverPay' })
  })

  it('a decline at authentication: the request and nothing to pay with', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox, {}, { number: '4000 0000 0000 3115' })
    expect(result).toEqual({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: '[test]CDAU0007',
      PCD_PAY_MSG: '[test] 비밀번호 오류 입니다.',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'CERT',
      PCD_CARD_VER: '01',
      ...PAYER,
      PCD_PAYER_ID: '',
      ...ORDER,
      ...ECHO,
    })
  })

  it.each([
    ['3112', '01', '[test]CPCA0010', '[test] 한도가 초과하였습니다.'],
    ['3133', '01', '[test]CPCA0010', '[test] 잔액이 부족합니다.'],
    ['3122', '02', '[test]CPCA0010', '[test] 도난/분실 위/변조 카드입니다.'],
    ['3119', '01', '[test]CDAU0007', '[test] 유효기간 오류입니다.'],
    ['3119', '02', '[test]CPCA0004', '[test] 유효기간 오류입니다.'],
  ])('PAY with a card ending in %s, version %s', async (ending, version, code, message) => {
    const { sandbox } = testSandbox()
    const form = { PCD_PAY_WORK: 'PAY', PCD_CARD_VER: version }
    const result = await pay(sandbox, form, { number: `400000000000${ending}` })
    expect(result).toMatchObject({ PCD_PAY_RST: 'error', PCD_PAY_CODE: code, PCD_PAY_MSG: message })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'declined', chargeCount: 0, declineCode: ending }])
  })
})

describe('never in a result:', () => {
  it('the keys of the merchant', async () => {
    const { sandbox } = testSandbox()
    const credentials = { PCD_CST_ID: 'test', PCD_CUST_KEY: 'abcd1234567890' }
    for (const [index, work] of ['AUTH', 'CERT', 'PAY'].entries()) {
      const result = await pay(sandbox, { ...credentials, PCD_PAY_WORK: work, PCD_PAY_OID: `k${index}` })
      expect(JSON.stringify(result)).not.toContain('abcd1234567890')
      expect(result).not.toHaveProperty('PCD_CUST_KEY')
    }
    const { id } = await openWindow(sandbox, {
      ...credentials,
      PCD_PAY_OID: 'k9',
      PCD_RST_URL: 'https://shop.example/r',
    })
    expect(JSON.stringify(await act(sandbox, id, 'close'))).not.toContain('abcd1234567890')
  })
})

describe('tax', () => {
  it.each([
    [{ PCD_PAY_ISTAX: 'N' }, { PCD_PAY_ISTAX: 'N', PCD_PAY_TAXTOTAL: '0' }],
    [{ PCD_PAY_TAXTOTAL: '10' }, { PCD_PAY_ISTAX: 'Y', PCD_PAY_TAXTOTAL: '10' }],
    [{}, { PCD_PAY_ISTAX: 'Y', PCD_PAY_TAXTOTAL: '91' }],
  ])('%j', async (form, fields) => {
    const { sandbox } = testSandbox()
    expect(await pay(sandbox, form)).toMatchObject(fields)
  })
})

it('closing a direct window answers the request, without a code', async () => {
  const { sandbox } = testSandbox()
  const { id } = await openWindow(sandbox, { PCD_RST_URL: 'https://shop.example/return' })
  const step = await act(sandbox, id, 'close')
  expect(step.action).toBe('https://shop.example/return')
  expect(step.result).toEqual({
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'CERT',
    PCD_CARD_VER: '01',
    PCD_PAYER_NO: '2335',
    PCD_PAYER_NAME: '홍길동',
    PCD_PAYER_HP: '01012345678',
    PCD_PAYER_EMAIL: 'dev@payple.kr',
    PCD_PAY_GOODS: '휴대폰',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_OID: 'test0553941001540967923',
    PCD_RST_URL: 'https://shop.example/return',
    PCD_PAY_RST: 'close',
    PCD_PAY_MSG: '결제를 종료하였습니다.',
  })
})

it('an order without a number gets one', async () => {
  const { sandbox } = testSandbox()
  const { id } = await openWindow(sandbox, { PCD_PAY_OID: '' })
  const { result } = await act(sandbox, id, 'card', CARD)
  expect(result['PCD_PAY_OID']).toMatch(/^sandbox20261121233000[0-9a-f]{8}$/)
})
