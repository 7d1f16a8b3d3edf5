/** Charges of a registered account. Fixtures by hand from docs/protocol/domestic.md sections 6.1 and 9.10. */
import { describe, expect, it } from 'vitest'
import { callBillingKey, pay, repay, testSandbox, transfer } from '../testing/drive.ts'

const OID = 'test0553941001540967923'
const BANK = {
  PCD_PAY_BANKACCTYPE: 'personal',
  PCD_PAY_BANK: '088',
  PCD_PAY_BANKNAME: '신한은행',
  PCD_PAY_BANKNUM: '110-******-789',
}

describe('a registered account', () => {
  it('is charged by the server: SimplePayAct, and once a month RePayAct', async () => {
    const { sandbox } = testSandbox()
    const { PCD_PAYER_ID: key = '' } = await transfer(sandbox, { PCD_PAY_WORK: 'AUTH' })
    const receipt = { PCD_TAXSAVE_FLAG: 'Y', PCD_TAXSAVE_TRADE: 'company', PCD_TAXSAVE_IDNUM: '1234567890' }
    expect(await repay(sandbox, 'SPAY', key, { PCD_PAY_OID: 'simple', ...receipt })).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'SPCD0000',
      PCD_PAY_MSG: '출금이체완료',
      PCD_PAY_OID: 'simple',
      PCD_PAY_TYPE: 'transfer',
      PCD_PAYER_ID: key,
      PCD_PAYER_NO: '2324',
      PCD_PAYER_NAME: '',
      PCD_PAYER_HP: '',
      PCD_PAYER_EMAIL: 'dev@payple.kr',
      PCD_PAY_GOODS: '정기구독',
      PCD_PAY_TOTAL: '1000',
      PCD_PAY_ISTAX: 'Y',
      PCD_PAY_TAXTOTAL: '91',
      ...BANK,
      PCD_PAY_TIME: '20261121233000',
      PCD_TAXSAVE_FLAG: 'Y',
      PCD_TAXSAVE_RST: 'Y',
      PCD_TAXSAVE_MGTNUM: expect.stringMatching(/^G\d+$/),
      PCD_REGULER_FLAG: 'N',
      PCD_PAY_YEAR: '',
      PCD_PAY_MONTH: '',
      PCD_SIMPLE_FLAG: 'Y',
      PCD_USER_DEFINE1: '',
      PCD_USER_DEFINE2: '',
    })
    expect(await repay(sandbox, 'RPAY', key, { PCD_PAY_OID: 'a' })).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await repay(sandbox, 'RPAY', key, { PCD_PAY_OID: 'b' })).toMatchObject({
      PCD_PAY_CODE: '[test]RPAY0008',
      PCD_PAY_MSG: '[test] 중복결제',
    })
  })

  it.each([
    ['SPAY', { PCD_PAY_TOTAL: '999' }, 'SPAY0023'],
    ['SPAY', { PCD_PAY_TOTAL: '2000001' }, 'SPAY0003'],
    ['SPAY', { PCD_PAY_TOTAL: 'all' }, 'SPAY0020'],
    ['SPAY', { PCD_PAY_GOODS: '' }, 'SPAY0024'],
    ['SPAY', { PCD_PAY_OID: '' }, 'SPAY0021'],
    ['SPAY', { PCD_PAYER_ID: '' }, 'SPAY0005'],
    ['SPAY', { PCD_PAYER_ID: 'unknown' }, 'SPAY0005'],
    ['SPAY', { PCD_SIMPLE_FLAG: '' }, 'SPAY0019'],
    ['SPAY', { PCD_CUST_KEY: 'wrong' }, 'SPAY0001'],
    ['RPAY', { PCD_PAY_TOTAL: '999' }, 'RPAY0023'],
    ['RPAY', { PCD_PAY_TOTAL: '2000001' }, 'RPAY0003'],
    ['RPAY', { PCD_PAY_GOODS: '' }, 'RPAY0024'],
    ['RPAY', { PCD_PAY_OID: '' }, 'RPAY0021'],
    ['RPAY', { PCD_PAYER_ID: 'unknown' }, 'RPAY0005'],
    ['RPAY', { PCD_REGULER_FLAG: '' }, 'RPAY0019'],
    ['RPAY', { PCD_PAY_YEAR: '' }, 'RPAY0025'],
    ['RPAY', { PCD_PAY_MONTH: '1' }, 'RPAY0026'],
    ['RPAY', { PCD_CUST_KEY: 'wrong' }, 'RPAY0001'],
    ['SPAY', { PCD_PAY_OID: OID }, 'INSERT ERROR'],
  ] as const)('%s %j: %s', async (family, change, code) => {
    const { sandbox } = testSandbox()
    const { PCD_PAYER_ID: key = '' } = await transfer(sandbox, { PCD_PAY_WORK: 'AUTH' })
    expect(await repay(sandbox, family, key, change)).toMatchObject({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: `[test]${code}`,
    })
    expect(sandbox.control.payments()).toHaveLength(1)
  })

  it('cannot be charged as a card, nor a card as an account', async () => {
    const { sandbox } = testSandbox()
    const account = await transfer(sandbox, { PCD_PAY_WORK: 'AUTH' })
    const card = await pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'card' })
    expect(await repay(sandbox, 'SPCD', account['PCD_PAYER_ID'] ?? '')).toMatchObject({
      PCD_PAY_CODE: '[test]SPCD0012',
    })
    expect(await repay(sandbox, 'SPAY', card['PCD_PAYER_ID'] ?? '')).toMatchObject({ PCD_PAY_CODE: '[test]SPAY0005' })
  })

  it('is declined in the words of the bank', async () => {
    const { sandbox } = testSandbox()
    const { PCD_PAYER_ID: key = '' } = await transfer(
      sandbox,
      { PCD_PAY_WORK: 'AUTH' },
      { bank: '004', account: '123450000133' },
    )
    expect(await repay(sandbox, 'RPAY', key)).toMatchObject({
      PCD_PAY_CODE: '[test]RPAY0014',
      PCD_PAY_MSG: '[test] 출금계좌 잔액부족',
    })
  })

  it('can be looked up and deleted', async () => {
    const { sandbox } = testSandbox()
    const { PCD_PAYER_ID = '' } = await transfer(sandbox, { PCD_PAY_WORK: 'AUTH' })
    expect(await callBillingKey(sandbox, 'PUSERINFO', { PCD_PAYER_ID })).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: '0000',
      PCD_PAY_MSG: '회원조회 성공',
      PCD_PAY_TYPE: 'transfer',
      PCD_PAY_WORK: 'PUSERINFO',
      PCD_PAYER_ID,
      PCD_PAYER_NAME: '홍길동',
      PCD_PAYER_HP: '010-****-5678',
      ...BANK,
      PCD_PAY_BANKACCTYPE: '개인',
    })
    expect(await callBillingKey(sandbox, 'PUSERDEL', { PCD_PAYER_ID })).toMatchObject({
      PCD_PAY_MSG: '계좌해지완료',
      PCD_PAY_TYPE: 'transfer',
    })
    expect(await repay(sandbox, 'SPAY', PCD_PAYER_ID)).toMatchObject({ PCD_PAY_CODE: '[test]SPAY0005' })
  })
})
