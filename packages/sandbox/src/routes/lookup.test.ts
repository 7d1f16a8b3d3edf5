import { describe, expect, it } from 'vitest'
import {
  authenticate,
  cancel,
  confirm,
  keysFor,
  lookUp,
  pay,
  postJson,
  REFUND_KEY,
  registerCard,
  repay,
  testSandbox,
} from '../testing/drive.ts'

const REFUSED = {
  PCD_PAY_RST: 'error',
  PCD_PAY_CODE: '[test]CBIL0003',
  PCD_PAY_MSG: '[test] 결제내역이 존재하지 않습니다. 다시 시도해주세요.',
}

async function paid(form: Record<string, string> = {}) {
  const world = testSandbox()
  const result = await pay(world.sandbox, form)
  await confirm(world.sandbox, result)
  return { ...world, result }
}

describe('lookup', () => {
  it('answers every documented field of a paid order', async () => {
    const { sandbox, result } = await paid({ PCD_USER_DEFINE1: 'mine' })
    expect(await lookUp(sandbox)).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'PCHK0000',
      PCD_PAY_MSG: '조회완료',
      PCD_PAY_OID: 'test0553941001540967923',
      PCD_PAY_TYPE: 'card',
      PCD_PAYER_NO: '2335',
      PCD_PAYER_ID: result['PCD_PAYER_ID'],
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
      PCD_PAY_CARDNAME: 'BC카드',
      PCD_PAY_CARDNUM: '4242********4242',
      PCD_PAY_CARDTRADENUM: expect.stringMatching(/^\d{24}$/),
      PCD_PAY_CARDAUTHNO: expect.stringMatching(/^\d{8}$/),
      PCD_PAY_CARDRECEIPT: expect.stringMatching(/^https:/),
    })
  })

  it('shows a refund', async () => {
    const { sandbox } = await paid()
    await cancel(sandbox)
    expect(await lookUp(sandbox)).toMatchObject({ PCD_PAY_RST: 'success', PCD_REFUND_TOTAL: '1000' })
  })

  it('of a charge under the monthly guard: with its month or without, and with no other', async () => {
    const { sandbox } = testSandbox()
    await repay(sandbox, 'RPCD', await registerCard(sandbox))
    const order = { PCD_PAY_OID: 'test201804000001' }
    const guard = { ...order, PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2026', PCD_PAY_MONTH: '11' }
    const found = { PCD_PAY_RST: 'success', PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2026', PCD_PAY_MONTH: '11' }
    expect(await lookUp(sandbox, guard)).toMatchObject(found)
    expect(await lookUp(sandbox, order)).toMatchObject(found)
    expect(await lookUp(sandbox, { ...guard, PCD_PAY_MONTH: '12' })).toEqual(REFUSED)
  })

  it('takes raw ids, and the date as a number', async () => {
    const { sandbox } = await paid()
    const raw = { PCD_CST_ID: 'test', PCD_CUST_KEY: 'abcd1234567890' }
    const { AuthKey = '' } = await authenticate(sandbox, { PCD_PAYCHK_FLAG: 'Y' })
    const body = {
      ...raw,
      PCD_AUTH_KEY: AuthKey,
      PCD_PAYCHK_FLAG: 'Y',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_OID: 'test0553941001540967923',
      PCD_PAY_DATE: 20261121,
    }
    expect(await postJson(sandbox, '/php/PayChkAct.php', body)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('knows the Korean day of the request and of the approval', async () => {
    const { sandbox, clock } = testSandbox({ confirmWindowMs: 60 * 60_000 })
    const result = await pay(sandbox)
    clock.now += 40 * 60_000
    await confirm(sandbox, result)
    expect(await lookUp(sandbox, { PCD_PAY_DATE: '20261121' })).toMatchObject({ PCD_PAY_TIME: '20261122001000' })
    expect(await lookUp(sandbox, { PCD_PAY_DATE: '20261122' })).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await lookUp(sandbox, { PCD_PAY_DATE: '20261123' })).toEqual(REFUSED)
  })
})

describe('lookup refuses', () => {
  it.each([
    [{ PCD_PAY_OID: 'unknown' }],
    [{ PCD_PAY_DATE: '20261120' }],
    [{ PCD_PAY_DATE: '2026-11-21' }],
    [{ PCD_PAY_TYPE: 'transfer' }],
    [{ PCD_PAY_TYPE: '' }],
  ])('%j', async (change) => {
    const { sandbox } = await paid()
    expect(await lookUp(sandbox, change)).toEqual(REFUSED)
  })

  it('an order that was authenticated and not confirmed', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox)
    expect(await lookUp(sandbox)).toEqual(REFUSED)
  })

  it('an order that was declined', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' }, { number: '4000000000003112' })
    expect(await lookUp(sandbox)).toEqual(REFUSED)
  })

  it.each([{ PCD_AUTH_KEY: 'wrong' }, { PCD_CST_ID: 'wrong' }, { PCD_CUST_KEY: 'wrong' }, { PCD_PAYCHK_FLAG: '' }])(
    'wrong access: %j',
    async (change) => {
      const { sandbox } = await paid()
      const answer = await lookUp(sandbox, change)
      expect(answer['PCD_PAY_CODE']?.replace('[test]', '')).toBe('CBIL0001')
    },
  )

  it('a key made for a cancel, and a cancel sent here', async () => {
    const { sandbox } = await paid()
    expect(await lookUp(sandbox, await keysFor(sandbox, { PCD_PAYCANCEL_FLAG: 'Y' }))).toMatchObject({
      PCD_PAY_CODE: '[test]CBIL0001',
    })
    const asCancel = { PCD_PAYCANCEL_FLAG: 'Y', PCD_REFUND_KEY: REFUND_KEY, PCD_REFUND_TOTAL: '1000' }
    expect(await lookUp(sandbox, asCancel)).toMatchObject({ PCD_PAY_CODE: '[test]CBIL0001' })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'paid', refundedTotal: 0 }])
  })

  it('an expired key', async () => {
    const { sandbox, clock } = await paid()
    const keys = await keysFor(sandbox, { PCD_PAYCHK_FLAG: 'Y' })
    clock.now += 30 * 60_000 + 1
    expect(await lookUp(sandbox, keys)).toMatchObject({ PCD_PAY_CODE: '[test]CBIL0002' })
  })

  it('broken bodies', async () => {
    const { sandbox } = testSandbox()
    for (const body of ['', '{', 'null'])
      expect(await postJson(sandbox, '/php/PayChkAct.php', body)).toMatchObject({ PCD_PAY_CODE: 'CBIL0001' })
  })
})
