/** Account transfers in the window and at their confirm. Fixtures by hand from docs/protocol/domestic.md sections 3.9 to 5. */
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import {
  ACCOUNT,
  act,
  callBillingKey,
  CONFIRM_PATH,
  confirmBody,
  openWindow,
  ORIGIN,
  pay,
  postJson,
  testSandbox,
  transfer,
  TRANSFER_CONFIRM_PATH,
} from '../testing/drive.ts'

const OID = 'test0553941001540967923'
const SHORT_TOKEN = expect.stringMatching(/^[A-Za-z0-9+/=]{32}$/)
const BANK = {
  PCD_PAY_BANKACCTYPE: 'personal',
  PCD_PAY_BANK: '088',
  PCD_PAY_BANKNAME: '신한은행',
  PCD_PAY_BANKNUM: '110-******-789',
}
const NO_RECEIPT = { PCD_TAXSAVE_FLAG: 'N', PCD_TAXSAVE_RST: 'N', PCD_TAXSAVE_MGTNUM: '' }
const RECEIPT = { PCD_TAXSAVE_FLAG: 'Y' }
const PAYER = {
  PCD_PAYER_ID: SHORT_TOKEN,
  PCD_PAYER_NO: '2335',
  PCD_PAYER_NAME: '홍길동',
  PCD_PAYER_HP: '01012345678',
  PCD_PAYER_EMAIL: 'dev@payple.kr',
}
const ORDER = {
  PCD_PAY_OID: OID,
  PCD_PAY_GOODS: '휴대폰',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_ISTAX: 'Y',
  PCD_PAY_TAXTOTAL: '91',
  PCD_PAY_AMOUNT: '1000',
  PCD_PAY_DISCOUNT: '0',
  PCD_PAY_AMOUNT_REAL: '1000',
  PCD_REGULER_FLAG: 'N',
  PCD_PAY_YEAR: '',
  PCD_PAY_MONTH: '',
  PCD_TX_KEY: SHORT_TOKEN,
}
const ECHO = { PCD_SIMPLE_FLAG: '', PCD_RST_URL: '/order_result.html', PCD_USER_DEFINE1: '', PCD_USER_DEFINE2: '' }
const confirmTransfer = (sandbox: Sandbox, result: Record<string, string>, change = {}) =>
  postJson(sandbox, TRANSFER_CONFIRM_PATH, { ...confirmBody(result), ...change })

describe('the window of a transfer', () => {
  it('AUTH registers the account', async () => {
    const { sandbox } = testSandbox()
    expect(await transfer(sandbox, { PCD_PAY_WORK: 'AUTH' })).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: '0000',
      PCD_PAY_MSG: '계좌인증완료',
      PCD_PAY_TYPE: 'transfer',
      PCD_PAY_WORK: 'AUTH',
      PCD_AUTH_KEY: expect.any(String),
      ...PAYER,
      PCD_PAY_OID: OID,
      PCD_PAY_TIME: '20261121233000',
      ...BANK,
      ...ECHO,
    })
    expect(sandbox.control.billingKeys()).toMatchObject([
      { type: 'transfer', cardName: '신한은행', cardNumber: '110-******-789' },
    ])
  })

  it('CERT moves nothing; its confirm does, at an address of its own', async () => {
    const { sandbox } = testSandbox()
    const result = await transfer(sandbox)
    expect(result).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: '0000',
      PCD_PAY_MSG: '계좌인증완료',
      PCD_PAY_TYPE: 'transfer',
      PCD_PAY_WORK: 'CERT',
      PCD_AUTH_KEY: expect.any(String),
      PCD_PAY_REQKEY: SHORT_TOKEN,
      PCD_PAY_COFURL: `${ORIGIN}/php/PayConfirmAct.php?ACT_=PAYM`,
      PCD_PAY_HOST: ORIGIN,
      PCD_PAY_URL: '/php/PayConfirmAct.php?ACT_=PAYM',
      ...PAYER,
      ...ORDER,
      ...BANK,
      ...ECHO,
    })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'authenticated', chargeCount: 0 })
    expect(await postJson(sandbox, CONFIRM_PATH, confirmBody(result))).toMatchObject({ PCD_PAY_CODE: '[test]AUTH0008' })
    expect(await confirmTransfer(sandbox, result)).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'SPCD0000',
      PCD_PAY_MSG: '출금이체완료',
      PCD_PAY_REQKEY: result['PCD_PAY_REQKEY'],
      PCD_PAY_TYPE: 'transfer',
      ...PAYER,
      ...ORDER,
      PCD_PAY_TIME: '20261121233000',
      ...BANK,
      ...NO_RECEIPT,
    })
    expect(await confirmTransfer(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]CPAY0201' })
  })

  it('PAY withdraws, and issues the cash receipt that was asked for', async () => {
    const { sandbox } = testSandbox()
    const result = await transfer(sandbox, { PCD_PAY_WORK: 'PAY', ...RECEIPT }, { receiptUse: 'company' })
    expect(result).toMatchObject({
      PCD_PAY_CODE: 'SPCD0000',
      PCD_PAY_MSG: '출금이체완료',
      PCD_PAY_TIME: '20261121233000',
      PCD_TAXSAVE_FLAG: 'Y',
      PCD_TAXSAVE_RST: 'Y',
      PCD_TAXSAVE_MGTNUM: expect.stringMatching(/^G\d+$/),
    })
    expect(result).not.toHaveProperty('PCD_PAY_CARDTRADENUM')
    expect(sandbox.control.payment(OID)).toMatchObject({
      type: 'transfer',
      status: 'paid',
      receipt: { amount: 1000, use: 'company', cancelled: false },
    })
  })

  it('a company account is asked for the number of a 1-won deposit', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox, { PCD_PAY_TYPE: 'transfer', PCD_PAY_WORK: 'PAY' })
    const asked = await act(sandbox, id, 'account', { ...ACCOUNT, birth: '1234567890', phone: '' })
    expect(asked).toMatchObject({ kind: 'verify', corporate: true, code: expect.stringMatching(/^\d{4}$/) })
    const { result } = await act(sandbox, id, 'verify', { code: asked.code ?? '' })
    expect(result).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAY_BANKACCTYPE: 'company' })
  })

  it('an account that is known keeps its billing key', async () => {
    const { sandbox } = testSandbox()
    const first = await transfer(sandbox, { PCD_PAY_WORK: 'AUTH' })
    const again = await transfer(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'b' })
    expect(again).toMatchObject({ PCD_PAYER_ID: first['PCD_PAYER_ID'], PCD_PAY_MSG: '기 인증고객 입니다.' })
  })

  it('ignores PCD_CARD_VER, which some shops send too', async () => {
    const { sandbox } = testSandbox()
    const result = await transfer(sandbox, { PCD_PAY_WORK: 'PAY', PCD_CARD_VER: '02' })
    expect(result).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAYER_ID: SHORT_TOKEN })
    expect(result).not.toHaveProperty('PCD_CARD_VER')
  })
})

describe('a mistake stays in the window', () => {
  it.each([
    [{ bank: '' }, 'bank'],
    [{ bank: '999' }, 'bank'],
    [{ account: '123' }, 'account'],
    [{ account: '' }, 'account'],
    [{ account: '01012345678' }, 'account'],
    [{ holder: ' ' }, 'holder'],
    [{ birth: '9001' }, 'birth'],
    [{ phone: '02123456' }, 'phone'],
    [{ receiptNumber: '1' }, 'receiptNumber'],
    [{ agree: '' }, 'agree'],
  ])('%j', async (input, field) => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox, { PCD_PAY_TYPE: 'transfer', ...RECEIPT })
    expect(await act(sandbox, id, 'account', { ...ACCOUNT, ...input })).toMatchObject({ kind: 'field', field })
    expect((await act(sandbox, id, 'account', ACCOUNT)).kind).toBe('verify')
  })

  it('a wrong number can be corrected, for three minutes', async () => {
    const { sandbox, clock } = testSandbox()
    const { id } = await openWindow(sandbox, { PCD_PAY_TYPE: 'transfer' })
    expect((await act(sandbox, id, 'verify', { code: '' })).kind, 'nothing was asked yet').toBe('over')
    const { code = '' } = await act(sandbox, id, 'account', ACCOUNT)
    expect(await act(sandbox, id, 'verify', { code: 'xx' })).toMatchObject({ kind: 'field', field: 'code' })
    clock.now += 3 * 60_000 + 1
    expect((await act(sandbox, id, 'verify', { code })).result).toMatchObject({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: '[test]ARSA0001',
      PCD_PAY_MSG: '[test] 인증시간(3분)이 초과되었습니다. 다시 시도해주세요.',
    })
    expect(sandbox.control.payments()).toEqual([])
  })

  it('a transfer window takes no card, and a card window no account', async () => {
    const { sandbox } = testSandbox()
    const [account, card] = [await openWindow(sandbox, { PCD_PAY_TYPE: 'transfer' }), await openWindow(sandbox)]
    expect((await act(sandbox, account.id, 'card', {})).kind).toBe('over')
    expect((await act(sandbox, card.id, 'account', ACCOUNT)).kind).toBe('over')
  })
})

describe('the confirm of a transfer refuses', () => {
  it.each([
    [{ PCD_AUTH_KEY: 'wrong' }, '[test]CPAY0001'],
    [{ PCD_PAY_REQKEY: 'wrong' }, '[test]CPAY0001'],
    [{ PCD_PAYER_ID: '' }, '[test]CPAY0002'],
    [{ PCD_PAYER_ID: 'wrong' }, '[test]CPAY0003'],
  ])('%j', async (change, code) => {
    const { sandbox } = testSandbox()
    const result = await transfer(sandbox)
    expect(await confirmTransfer(sandbox, result, change)).toMatchObject({ PCD_PAY_CODE: code })
    expect(await confirmTransfer(sandbox, result)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('after the time to confirm, and after the account was deleted', async () => {
    const { sandbox, clock } = testSandbox()
    const late = await transfer(sandbox)
    clock.now += 10 * 60_000 + 1
    expect(await confirmTransfer(sandbox, late)).toMatchObject({ PCD_PAY_CODE: '[test]CPAY0001' })
    const gone = await transfer(sandbox, { PCD_PAY_OID: 'b' })
    await callBillingKey(sandbox, 'PUSERDEL', { PCD_PAYER_ID: gone['PCD_PAYER_ID'] ?? '' })
    expect(await confirmTransfer(sandbox, gone)).toMatchObject({ PCD_PAY_CODE: '[test]CPAY0002' })
  })
})

describe('a transfer with a PIN', () => {
  const PIN = { PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd', PCD_PAY_WORK: 'PAY', PCD_PAY_TYPE: 'transfer' }

  it('chooses it after the consent; the next time it is all that is asked for', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox, PIN)
    const { code = '' } = await act(sandbox, id, 'account', ACCOUNT)
    expect((await act(sandbox, id, 'set-pin', { pin: '123456' })).kind, 'not before the consent').toBe('over')
    expect((await act(sandbox, id, 'verify', { code })).kind).toBe('pin')
    const { result } = await act(sandbox, id, 'set-pin', { pin: '123456' })
    expect(result).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAY_TYPE: 'transfer' })

    const payerId = result['PCD_PAYER_ID'] ?? ''
    const next = await openWindow(sandbox, { ...PIN, PCD_PAYER_ID: payerId, PCD_PAY_OID: 'second' })
    expect(next.page).not.toContain('data-testid="bank"')
    expect(await act(sandbox, next.id, 'enter-pin', { pin: '000000' })).toMatchObject({ kind: 'field' })
    expect((await act(sandbox, next.id, 'enter-pin', { pin: '123456' })).result).toMatchObject({
      PCD_PAYER_ID: payerId,
    })
  })

  it('does not take the billing key of a card', async () => {
    const { sandbox } = testSandbox()
    const { PCD_PAYER_ID = '' } = await pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'card' })
    const { page, id } = await openWindow(sandbox, { ...PIN, PCD_PAYER_ID })
    expect(page).toContain('CPAY0002')
    expect((await act(sandbox, id, 'enter-pin', { pin: '123456' })).kind).toBe('over')
  })
})
