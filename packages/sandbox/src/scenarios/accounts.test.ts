/** What the test accounts do, from the window to the refund. */
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import { SANDBOX_MERCHANT } from '../settings.ts'
import {
  cancel,
  confirmBody,
  lookUp,
  postJson,
  repay,
  testSandbox,
  transfer,
  TRANSFER_CONFIRM_PATH,
  transferStep,
} from '../testing/drive.ts'
import { shop } from '../testing/shop.ts'

const OID = 'test0553941001540967923'
const BANK = {
  PCD_PAY_BANKACCTYPE: 'personal',
  PCD_PAY_BANK: '088',
  PCD_PAY_BANKNAME: '신한은행',
  PCD_PAY_BANKNUM: '110-******-789',
}
const RECEIPT = { PCD_TAXSAVE_FLAG: 'Y' }
const confirmTransfer = (sandbox: Sandbox, result: Record<string, string>, change = {}) =>
  postJson(sandbox, TRANSFER_CONFIRM_PATH, { ...confirmBody(result), ...change })

describe('accounts that make trouble', () => {
  const test = (bank: string, account: string) => ({ bank, account })

  it.each([
    [test('004', '123450000133'), '[test]CPAY0022', '[test] 출금계좌 잔액부족', '133'],
    [test('002', '020000001003'), '[test]CPAY0022', '[test] 지급정지된 계좌', '1003'],
    [
      test('081', '810000000021'),
      '[test]ARSA0021',
      '[test] 계좌 등록 실패 - 계좌정보를 바르게 입력하세요!!',
      'ARSA0021',
    ],
    [test('020', '100200000026'), '[test]ARSA0026', expect.stringContaining('인증에 실패하였습니다.'), 'ARSA0026'],
  ])('%j: %s', async (account, code, message, declineCode) => {
    const { sandbox } = testSandbox()
    const result = await transfer(sandbox, { PCD_PAY_WORK: 'PAY' }, account)
    expect(result).toMatchObject({ PCD_PAY_RST: 'error', PCD_PAY_CODE: code, PCD_PAY_MSG: message })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'declined', chargeCount: 0, declineCode }])
  })

  it.each(['window', 'confirm', 'repay'])(
    '0018: the %s says that the outcome is unknown, and money moved',
    async (where) => {
      const { sandbox, messages } = shop()
      const account = test('011', '301000000018')
      const result = await transfer(
        sandbox,
        { PCD_PAY_WORK: { window: 'PAY', confirm: 'CERT', repay: 'AUTH' }[where] ?? '' },
        account,
      )
      const key = result['PCD_PAYER_ID'] ?? ''
      const answer =
        where === 'window'
          ? result
          : where === 'confirm'
            ? await confirmTransfer(sandbox, result)
            : await repay(sandbox, 'SPAY', key)
      expect(answer).toMatchObject({
        PCD_PAY_RST: 'error',
        PCD_PAY_CODE: where === 'repay' ? '[test]SPAY0011' : '[test]CPAY0018',
        PCD_PAY_MSG: '[test] 출금이체 결과 미수신!!',
      })
      expect(sandbox.control.payments().at(-1)).toMatchObject({ status: 'paid', chargeCount: 1 })
      await sandbox.control.webhooksSettled()
      expect(messages().at(-1)).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAY_MSG: '출금이체완료' })
    },
  )

  it('9001 can only be closed, 9002 tells nobody, 9003 takes five seconds', async () => {
    const { sandbox, waits } = testSandbox()
    const form = (oid: string) => ({ PCD_PAY_WORK: 'PAY', PCD_PAY_OID: oid })
    expect((await transferStep(sandbox, form('a'), test('031', '500000009001'))).kind).toBe('stuck')
    expect((await transferStep(sandbox, form('b'), test('032', '500000009002'))).kind).toBe('silent')
    expect((await transferStep(sandbox, form('c'), test('034', '500000009003'))).kind).toBe('deliver')
    expect(waits).toEqual([5000])
    expect(sandbox.control.payments()).toMatchObject([
      { oid: 'b', status: 'paid' },
      { oid: 'c', status: 'paid' },
    ])
  })
})

describe('afterwards', () => {
  const TRANSFER = { PCD_PAY_TYPE: 'transfer' }

  it('the lookup prints the bank and the receipt', async () => {
    const { sandbox } = testSandbox()
    const paid = await transfer(sandbox, { PCD_PAY_WORK: 'PAY', ...RECEIPT })
    expect(await lookUp(sandbox, TRANSFER)).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'PCHK0000',
      PCD_PAY_MSG: '조회완료',
      PCD_PAY_OID: OID,
      PCD_PAY_TYPE: 'transfer',
      PCD_PAYER_NO: '2335',
      PCD_PAYER_ID: paid['PCD_PAYER_ID'],
      PCD_PAYER_NAME: '홍길동',
      PCD_PAYER_EMAIL: 'dev@payple.kr',
      PCD_PAY_YEAR: '',
      PCD_PAY_MONTH: '',
      PCD_REGULER_FLAG: 'N',
      PCD_PAY_GOODS: '휴대폰',
      PCD_PAY_TOTAL: '1000',
      PCD_PAY_ISTAX: 'Y',
      PCD_PAY_TAXTOTAL: '91',
      PCD_PAY_TIME: '20261121233000',
      ...BANK,
      PCD_PAY_BANKACCTYPE: '개인',
      PCD_TAXSAVE_FLAG: 'Y',
      PCD_TAXSAVE_RST: 'Y',
      PCD_TAXSAVE_MGTNUM: paid['PCD_TAXSAVE_MGTNUM'],
    })
    expect(await lookUp(sandbox, { PCD_PAY_TYPE: 'card' })).toMatchObject({ PCD_PAY_CODE: '[test]CBIL0003' })
  })

  it.each([
    [{}, {}, { PCD_TAXSAVE_RST: '', PCD_TAXSAVE_MSG: '' }],
    [RECEIPT, {}, { PCD_TAXSAVE_RST: '0000', PCD_TAXSAVE_MSG: '현금영수증 발행취소 성공' }],
    [
      RECEIPT,
      { bank: '071', account: '700000002122' },
      { PCD_TAXSAVE_RST: '-10002122', PCD_TAXSAVE_MSG: '현금영수증 발행취소 실패..' },
    ],
  ])('a refund %j %j says what became of the receipt', async (form, account, receipt) => {
    const { sandbox } = testSandbox()
    const paid = await transfer(sandbox, { PCD_PAY_WORK: 'PAY', ...form }, account)
    expect(await cancel(sandbox)).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'PAYC0000',
      PCD_PAY_MSG: '환불성공',
      PCD_PAY_OID: OID,
      PCD_PAY_TYPE: 'transfer',
      PCD_PAYER_NO: '2335',
      PCD_PAYER_ID: paid['PCD_PAYER_ID'],
      PCD_PAY_YEAR: '',
      PCD_PAY_MONTH: '',
      PCD_REGULER_FLAG: 'N',
      PCD_PAY_GOODS: '휴대폰',
      PCD_REFUND_TOTAL: '1000',
      PCD_REFUND_TAXTOTAL: '',
      ...receipt,
    })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'refunded' })
  })

  it('a refund in parts leaves the receipt until all is back', async () => {
    const { sandbox } = testSandbox()
    const { clientKey, custKey, refundKey } = SANDBOX_MERCHANT
    await transfer(sandbox, { PCD_PAY_WORK: 'PAY', clientKey, ...RECEIPT })
    const part = async (won: string) => {
      const {
        cst_id = '',
        custKey: token = '',
        AuthKey = '',
      } = await postJson(sandbox, '/php/auth.php', {
        cst_id: 'sandbox',
        custKey,
        PCD_PAYCANCEL_FLAG: 'Y',
      })
      const keys = { PCD_CST_ID: cst_id, PCD_CUST_KEY: token, PCD_AUTH_KEY: AuthKey }
      return cancel(sandbox, { ...keys, PCD_REFUND_KEY: refundKey, PCD_REFUND_TOTAL: won })
    }
    expect(await part('400')).toMatchObject({ PCD_TAXSAVE_RST: '' })
    expect(await part('600')).toMatchObject({ PCD_TAXSAVE_RST: '0000' })
  })
})
