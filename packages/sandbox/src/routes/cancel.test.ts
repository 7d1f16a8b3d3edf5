import { describe, expect, it } from 'vitest'
import { SANDBOX_MERCHANT } from '../settings.ts'
import { cancel, CREDENTIALS, keysFor, lookUp, pay, postJson, testSandbox, WINDOW_FORM } from '../testing/drive.ts'

const LIVE = {
  cstId: 'test',
  custKey: CREDENTIALS.custKey,
  clientKey: WINDOW_FORM['clientKey'] ?? '',
  refundKey: 'live-refund',
  test: false,
}
const LIVE_KEY = { PCD_REFUND_KEY: 'live-refund' }

describe('cancel', () => {
  it('gives everything back and answers every documented field', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(await cancel(sandbox, { PCD_REFUND_TAXTOTAL: '91' })).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'PAYC0000',
      PCD_PAY_MSG: '환불성공',
      PCD_PAY_OID: 'test0553941001540967923',
      PCD_PAY_TYPE: 'card',
      PCD_PAYER_NO: '2335',
      PCD_PAYER_ID: result['PCD_PAYER_ID'],
      PCD_PAY_YEAR: '',
      PCD_PAY_MONTH: '',
      PCD_REGULER_FLAG: 'N',
      PCD_PAY_GOODS: '휴대폰',
      PCD_REFUND_TOTAL: '1000',
      PCD_REFUND_TAXTOTAL: '91',
      PCD_PAY_CARDTRADENUM: result['PCD_PAY_CARDTRADENUM'],
      PCD_PAY_CARDRECEIPT: result['PCD_PAY_CARDRECEIPT'],
    })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'refunded', refundedTotal: 1000, chargeCount: 1 }])
  })

  it('reads the older name of the VAT field, and numbers', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(await cancel(sandbox, { PCD_PAY_TAXTOTAL: '10' })).toMatchObject({ PCD_REFUND_TAXTOTAL: '10' })
  })

  it('gives back in parts on a live account, up to the total', async () => {
    const { sandbox } = testSandbox({ merchants: [LIVE], checkReferer: false })
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(await cancel(sandbox, { ...LIVE_KEY, PCD_REFUND_TOTAL: '400' })).toMatchObject({ PCD_REFUND_TOTAL: '400' })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'partially_refunded', refundedTotal: 400 }])
    expect(await lookUp(sandbox)).toMatchObject({ PCD_REFUND_TOTAL: '400' })
    expect(await cancel(sandbox, { ...LIVE_KEY, PCD_REFUND_TOTAL: '601' })).toMatchObject({ PCD_PAY_CODE: 'PAYC0011' })
    expect(await cancel(sandbox, { ...LIVE_KEY, PCD_REFUND_TOTAL: '600' })).toMatchObject({ PCD_PAY_CODE: 'PAYC0000' })
    expect(await cancel(sandbox, { ...LIVE_KEY, PCD_REFUND_TOTAL: '1' })).toMatchObject({ PCD_PAY_CODE: 'PAYC0007' })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'refunded', refundedTotal: 1000 }])
  })

  it.each([400, 999, 1])('never gives back more than was paid, starting with %i', async (first) => {
    const { sandbox } = testSandbox({ merchants: [LIVE], checkReferer: false })
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    const part = (won: number) => cancel(sandbox, { ...LIVE_KEY, PCD_REFUND_TOTAL: String(won) })
    await Promise.all([first, 700, 700, 300, 1000].map(part))
    const { refundedTotal = 0, refunds = [] } = sandbox.control.payments()[0] ?? {}
    expect(refundedTotal).toBeLessThanOrEqual(1000)
    expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(refundedTotal)
    expect(refunds[0]).toEqual({ amount: first, at: Date.UTC(2026, 10, 21, 14, 30), by: 'api' })
  })

  it('the built-in second partner needs no options to give back in parts', async () => {
    const { sandbox } = testSandbox()
    const { cstId, custKey, clientKey, refundKey } = SANDBOX_MERCHANT
    await pay(sandbox, { PCD_PAY_WORK: 'PAY', clientKey })
    const auth = { cst_id: cstId, custKey, PCD_PAYCANCEL_FLAG: 'Y' }
    const keys = await keysFor(sandbox, auth)
    const part = { ...keys, PCD_REFUND_KEY: refundKey, PCD_REFUND_TOTAL: '400', PCD_REFUND_TAXTOTAL: '36' }
    expect(await cancel(sandbox, part)).toMatchObject({
      PCD_PAY_CODE: 'PAYC0000',
      PCD_REFUND_TOTAL: '400',
      PCD_REFUND_TAXTOTAL: '36',
    })
    expect(await cancel(sandbox, { ...part, PCD_REFUND_TOTAL: '601' })).toMatchObject({ PCD_PAY_CODE: 'PAYC0011' })
    expect(sandbox.control.payments()).toMatchObject([{ cstId: 'sandbox', status: 'partially_refunded' }])
  })

  it('gives back once, however many ask at once', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(sandbox)))
    const codes = answers.map((answer) => answer['PCD_PAY_CODE'])
    expect(codes.filter((code) => code === 'PAYC0000')).toHaveLength(1)
    expect(codes.filter((code) => code === '[test]PAYC0007')).toHaveLength(4)
  })
})

describe('cancel refuses', () => {
  it.each([
    [{ PCD_AUTH_KEY: 'wrong' }, 'PAYC0001'],
    [{ PCD_CUST_KEY: 'wrong' }, '[test]PAYC0001'],
    [{ PCD_PAYCANCEL_FLAG: '' }, '[test]PAYC0001'],
    [{ PCD_REFUND_KEY: 'wrong' }, '[test]PAYC0002'],
    [{ PCD_REFUND_KEY: '' }, '[test]PAYC0002'],
    [{ PCD_PAY_OID: 'unknown' }, '[test]PAYC0007'],
    [{ PCD_PAY_DATE: '20261122' }, '[test]PAYC0007'],
    [{ PCD_PAY_DATE: '' }, '[test]PAYC0007'],
    [{ PCD_REFUND_TOTAL: '1001' }, '[test]PAYC0011'],
    [{ PCD_REFUND_TOTAL: '0' }, '[test]1126'],
    [{ PCD_REFUND_TOTAL: '-5' }, '[test]1126'],
    [{ PCD_REFUND_TOTAL: 'all' }, '[test]1126'],
    [{ PCD_REFUND_TOTAL: '' }, '[test]1126'],
  ])('%j', async (change, code) => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(await cancel(sandbox, change)).toMatchObject({ PCD_PAY_RST: 'error', PCD_PAY_CODE: code })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'paid', refundedTotal: 0 }])
  })

  it('a part on the test account, in the words of the institution', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(await cancel(sandbox, { PCD_REFUND_TOTAL: '400' })).toEqual({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: '[test]1144',
      PCD_PAY_MSG: '[test] 부분취소 불가한 가맹점입니다.',
    })
  })

  it('what is cancelled already, and what was never paid', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    await cancel(sandbox)
    expect(await cancel(sandbox)).toMatchObject({ PCD_PAY_CODE: '[test]PAYC0007' })
    await pay(sandbox, { PCD_PAY_OID: 'cert' })
    expect(await cancel(sandbox, { PCD_PAY_OID: 'cert' })).toMatchObject({ PCD_PAY_CODE: '[test]PAYC0007' })
  })

  it('a key made for a lookup, and broken bodies', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(await cancel(sandbox, await keysFor(sandbox, { PCD_PAYCHK_FLAG: 'Y' }))).toMatchObject({
      PCD_PAY_CODE: '[test]PAYC0001',
    })
    for (const body of ['', '{', 'null']) {
      expect(await postJson(sandbox, '/php/account/api/cPayCAct.php', body)).toMatchObject({ PCD_PAY_CODE: 'PAYC0001' })
    }
  })
})
