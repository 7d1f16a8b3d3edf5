import { describe, expect, it } from 'vitest'
import { appCardPayment, cardPayment, cardRegistration } from './card.ts'
import { pinPayment } from './pin.ts'
import { accountRegistration, transferPayment } from './transfer.ts'

const auth = { clientKey: 'test_DF55F29DA654A8CBC0F0A9DD4B556486' }
const order = { goods: '휴대폰', total: 1000, orderId: 'A-1', auth }

// Rows of docs/protocol/domestic.md 3.9, written out by hand.
describe('the card windows of the flow table', () => {
  const core = {
    ...auth,
    PCD_RST_URL: '/',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'CERT',
    PCD_PAY_GOODS: '휴대폰',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_OID: 'A-1',
  } as const

  it.each([
    ['one-off card', cardPayment(order), { ...core, PCD_CARD_VER: '01', PCD_SIMPLE_FLAG: 'N', PCD_REGULER_FLAG: 'N' }],
    ['app card', appCardPayment(order), { ...core, PCD_CARD_VER: '02', PCD_REGULER_FLAG: 'N' }],
    [
      'one wallet',
      appCardPayment({ ...order, wallet: 'kakaoPay' }),
      { ...core, PCD_CARD_VER: '02', PCD_PAY_METHOD: 'kakaoPay', PCD_REGULER_FLAG: 'N' },
    ],
    [
      'first PIN payment',
      pinPayment(order),
      { ...core, PCD_CARD_VER: '01', PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd', PCD_REGULER_FLAG: 'N' },
    ],
    [
      'PIN payment again',
      pinPayment({ ...order, payerId: 'd0to' }),
      {
        ...core,
        PCD_CARD_VER: '01',
        PCD_SIMPLE_FLAG: 'Y',
        PCD_PAYER_AUTHTYPE: 'pwd',
        PCD_PAYER_ID: 'd0to',
        PCD_REGULER_FLAG: 'N',
      },
    ],
    [
      'monthly guard',
      cardPayment({ ...order, monthlyGuard: { year: '2020', month: '03' } }),
      {
        ...core,
        PCD_CARD_VER: '01',
        PCD_SIMPLE_FLAG: 'N',
        PCD_REGULER_FLAG: 'Y',
        PCD_PAY_YEAR: '2020',
        PCD_PAY_MONTH: '03',
      },
    ],
    [
      'registration',
      cardRegistration({ auth, orderId: 'A-1' }),
      { ...auth, PCD_RST_URL: '/', PCD_PAY_TYPE: 'card', PCD_PAY_WORK: 'AUTH', PCD_CARD_VER: '01', PCD_PAY_OID: 'A-1' },
    ],
  ])('%s', (_name, built, expected) => {
    expect(built).toEqual(expected)
  })
})

describe('the windows of a bank account', () => {
  const core = {
    ...auth,
    PCD_RST_URL: '/',
    PCD_PAY_TYPE: 'transfer',
    PCD_PAY_WORK: 'CERT',
    PCD_PAY_GOODS: '휴대폰',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_OID: 'A-1',
    PCD_REGULER_FLAG: 'N',
  } as const

  it.each([
    ['transfer', transferPayment(order), core],
    ['at once', transferPayment({ ...order, work: 'PAY' }), { ...core, PCD_PAY_WORK: 'PAY' }],
    ['with a cash receipt', transferPayment({ ...order, cashReceipt: true }), { ...core, PCD_TAXSAVE_FLAG: 'Y' }],
    [
      'monthly guard',
      transferPayment({ ...order, monthlyGuard: { year: '2020', month: '03' } }),
      { ...core, PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2020', PCD_PAY_MONTH: '03' },
    ],
    [
      'first PIN payment',
      pinPayment({ ...order, type: 'transfer', cashReceipt: true }),
      { ...core, PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd', PCD_TAXSAVE_FLAG: 'Y' },
    ],
    [
      'PIN payment again',
      pinPayment({ ...order, type: 'transfer', payerId: 'd0to' }),
      { ...core, PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd', PCD_PAYER_ID: 'd0to' },
    ],
    [
      'registration',
      accountRegistration({ auth, orderId: 'A-1' }),
      { ...auth, PCD_RST_URL: '/', PCD_PAY_TYPE: 'transfer', PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'A-1' },
    ],
    [
      'registration with a PIN',
      accountRegistration({ auth, pin: true }),
      {
        ...auth,
        PCD_RST_URL: '/',
        PCD_PAY_TYPE: 'transfer',
        PCD_PAY_WORK: 'AUTH',
        PCD_SIMPLE_FLAG: 'Y',
        PCD_PAYER_AUTHTYPE: 'pwd',
      },
    ],
  ])('%s', (_name, built, expected) => {
    expect(built).toEqual(expected)
  })
})

it('sets a PIN while registering a card, with no goods and no amount', () => {
  expect(cardRegistration({ auth, pin: true })).toEqual({
    ...auth,
    PCD_RST_URL: '/',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'AUTH',
    PCD_CARD_VER: '01',
    PCD_SIMPLE_FLAG: 'Y',
    PCD_PAYER_AUTHTYPE: 'pwd',
  })
})

it('keeps the card for later charges when asked: registration and first charge in one', () => {
  expect(cardPayment({ ...order, register: true })).not.toHaveProperty('PCD_SIMPLE_FLAG')
  expect(cardPayment(order)).toHaveProperty('PCD_SIMPLE_FLAG', 'N')
})

describe('the three ways to authenticate', () => {
  it('sends only the client key in client-key mode', () => {
    expect(appCardPayment(order)).toMatchObject(auth)
    expect(appCardPayment(order)).not.toHaveProperty('PCD_CPAY_VER')
  })
  it('sends the two tokens in server mode', () => {
    const request = appCardPayment({
      ...order,
      auth: { authKey: 'k', payUrl: 'https://democpay.payple.kr/index.php?ACT_=PAYM' },
    })
    expect(request).toMatchObject({ PCD_AUTH_KEY: 'k', PCD_PAY_URL: 'https://democpay.payple.kr/index.php?ACT_=PAYM' })
    expect(request).not.toHaveProperty('clientKey')
  })
})

describe('tax', () => {
  it('marks an exempt order and nothing else', () => {
    expect(cardPayment({ ...order, tax: { exempt: true } })).toMatchObject({ PCD_PAY_ISTAX: 'N' })
    expect(cardPayment(order)).not.toHaveProperty('PCD_PAY_ISTAX')
  })
})

describe('limits name the field and the rule', () => {
  it.each([
    ['PCD_PAY_TOTAL', () => cardPayment({ ...order, total: 99 }), /at least 100 won/],
    ['PCD_PAY_TOTAL', () => transferPayment({ ...order, total: 999 }), /at least 1000 won/],
    ['PCD_TAXSAVE_FLAG', () => pinPayment({ ...order, cashReceipt: true }), /not used by a PIN payment by card/],
    ['PCD_PAY_GOODS', () => cardPayment({ ...order, goods: '' }), /at least 1 character/],
    ['total', () => cardPayment({ ...order, total: 10.5 }), /whole won/],
    ['total', () => cardPayment({ ...order, total: Number.NaN }), /whole won/],
    ['PCD_PAY_GOODS', () => cardPayment({ ...order, goods: '가'.repeat(51) }), /at most 50 characters/],
    ['PCD_PAY_OID', () => cardPayment({ ...order, orderId: 'x'.repeat(31) }), /at most 30 characters/],
    ['PCD_PAY_OID', () => cardPayment({ ...order, orderId: '주문-1' }), /letters, digits/],
    ['PCD_PAYER_NO', () => cardPayment({ ...order, payer: { memberNo: '1'.repeat(19) } }), /at most 18 characters/],
    ['PCD_PAYER_NO', () => cardPayment({ ...order, payer: { memberNo: 'm-1' } }), /digits only/],
    ['PCD_PAYER_NAME', () => cardPayment({ ...order, payer: { name: '가'.repeat(21) } }), /at most 20 characters/],
    [
      'PCD_PAYER_EMAIL',
      () => cardPayment({ ...order, payer: { email: `${'a'.repeat(46)}@b.kr` } }),
      /at most 50 characters/,
    ],
    ['PCD_PAY_MONTH', () => cardPayment({ ...order, monthlyGuard: { year: '2020', month: '3' } }), /two digits/],
    ['PCD_PAY_MONTH', () => cardPayment({ ...order, monthlyGuard: { year: '2020', month: '13' } }), /01 to 12/],
  ])('%s', (field, build, rule) => {
    expect(build).toThrow(field)
    expect(build).toThrow(rule)
  })

  it('counts 50 characters, not UTF-16 units', () => {
    expect(() => cardPayment({ ...order, goods: '𠮷'.repeat(50) })).not.toThrow()
  })
})
