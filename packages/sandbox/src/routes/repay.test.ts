/** Charges of a registered card, from docs/protocol/domestic.md section 6.1 and the manual. */
import { describe, expect, it } from 'vitest'
import {
  authenticate,
  cancel,
  CHARGES,
  confirm,
  lookUp,
  pay,
  postJson,
  registerCard,
  repay,
  testSandbox,
} from '../testing/drive.ts'

const OID = 'test201804000001'

async function ready(card: Record<string, string> = {}) {
  const world = testSandbox()
  return { ...world, key: await registerCard(world.sandbox, card) }
}

describe('a charge of a registered card', () => {
  it('takes the money and answers every documented field', async () => {
    const { sandbox, key } = await ready()
    const answer = await repay(sandbox, 'SPCD', key, {
      PCD_PAY_TAXTOTAL: '10',
      PCD_USER_DEFINE1: '가맹점 정의1',
      PCD_PAYER_HP: '01023456789',
    })
    expect(answer).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'SPCD0000',
      PCD_PAY_MSG: '카드결제완료',
      PCD_PAY_OID: OID,
      PCD_PAY_TYPE: 'card',
      PCD_PAYER_NO: '2324',
      PCD_PAYER_ID: key,
      PCD_PAYER_NAME: '',
      PCD_PAYER_HP: '01023456789',
      PCD_PAYER_EMAIL: 'dev@payple.kr',
      PCD_PAY_YEAR: '',
      PCD_PAY_MONTH: '',
      PCD_PAY_GOODS: '정기구독',
      PCD_PAY_TOTAL: '1000',
      PCD_PAY_TAXTOTAL: '10',
      PCD_PAY_ISTAX: 'Y',
      PCD_PAY_TIME: '20261121233000',
      PCD_PAY_CARDNAME: 'BC카드',
      PCD_PAY_CARDNUM: '4242********4242',
      PCD_PAY_CARDTRADENUM: expect.stringMatching(/^20261121233000\d{10}$/),
      PCD_PAY_CARDAUTHNO: expect.stringMatching(/^\d{8}$/),
      PCD_PAY_CARDRECEIPT: expect.stringMatching(/^https:\/\/payple\.test\/_\/slip\?dataType=receipt&/),
      PCD_REGULER_FLAG: 'N',
      PCD_SIMPLE_FLAG: 'Y',
      PCD_USER_DEFINE1: '가맹점 정의1',
      PCD_USER_DEFINE2: '',
    })
    expect(sandbox.control.payment(OID)).toMatchObject({
      type: 'card',
      channel: 'recurring',
      status: 'paid',
      chargeCount: 1,
      payerId: key,
    })
  })

  it('can be looked up and refunded like any other', async () => {
    const { sandbox, key } = await ready()
    await repay(sandbox, 'SPCD', key)
    expect(await lookUp(sandbox, { PCD_PAY_OID: OID })).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAYER_ID: key })
    expect(await cancel(sandbox, { PCD_PAY_OID: OID })).toMatchObject({ PCD_PAY_CODE: 'PAYC0000' })
  })

  it('takes numbers as in the manual, raw ids, and an order without a number', async () => {
    const { sandbox, key } = await ready()
    const { AuthKey = '' } = await authenticate(sandbox, CHARGES.SPCD.variant)
    const answer = await postJson(sandbox, CHARGES.SPCD.path, {
      PCD_CST_ID: 'test',
      PCD_CUST_KEY: 'abcd1234567890',
      PCD_AUTH_KEY: AuthKey,
      PCD_PAY_TYPE: 'card',
      PCD_SIMPLE_FLAG: 'Y',
      PCD_PAYER_ID: key,
      PCD_PAYER_NO: 2324,
      PCD_PAY_GOODS: '정기구독',
      PCD_PAY_TOTAL: 1000,
    })
    expect(answer).toMatchObject({ PCD_PAY_CODE: 'SPCD0000', PCD_PAYER_NO: '2324' })
    expect(answer['PCD_PAY_OID']).toMatch(/^sandbox20261121233000[0-9a-f]{8}$/)
  })

  it('waits for a slow card, and one order number is charged once meanwhile', async () => {
    let release: () => void = () => {}
    const { sandbox } = testSandbox({ schedule: () => new Promise((resolve) => (release = resolve)) })
    const window = pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'a' }, { number: '4000000000009003' })
    await expect.poll(() => sandbox.control.payments().length).toBe(1)
    release()
    const { PCD_PAYER_ID: key = '' } = await window
    const first = repay(sandbox, 'SPCD', key)
    await expect.poll(() => sandbox.control.payment(OID)?.status).toBe('authenticated')
    expect(await repay(sandbox, 'SPCD', key)).toMatchObject({ PCD_PAY_CODE: '[test]SPCD0014' })
    release()
    expect(await first).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(sandbox.control.payment(OID)).toMatchObject({ chargeCount: 1 })
  })
})

describe('a card that registered without trouble', () => {
  it.each([
    ['SPCD', '3112', 'SPCD0018', '한도가 초과하였습니다.'],
    ['SPCD', '3133', 'SPCD0018', '잔액이 부족합니다.'],
    ['RPCD', '3112', 'RPCD0019', '한도가 초과하였습니다.'],
  ] as const)('%s: %s is declined in the words of the institution, and its order number is used up', async (...row) => {
    const [family, ending, code, message] = row
    const { sandbox, key } = await ready({ number: `400000000000${ending}` })
    expect(key).not.toBe('')
    expect(await repay(sandbox, family, key)).toMatchObject({
      PCD_PAY_CODE: `[test]${code}`,
      PCD_PAY_MSG: `[test] ${message}`,
    })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'declined', chargeCount: 0, declineCode: ending })
    expect((await repay(sandbox, family, key))['PCD_PAY_CODE']).toMatch(/SPCD0014|RPCD0015/)
  })

  it('and was then reported lost is removed by Payple', async () => {
    const { sandbox, key } = await ready({ number: '4000000000003122' })
    expect(await repay(sandbox, 'SPCD', key)).toMatchObject({ PCD_PAY_CODE: '[test]SPCD1004' })
    expect(sandbox.control.billingKeys()).toEqual([])
    expect(await repay(sandbox, 'SPCD', key, { PCD_PAY_OID: 'b' })).toMatchObject({ PCD_PAY_CODE: '[test]SPCD0012' })
  })

  it('or, under the guard, could not be removed and stays', async () => {
    const { sandbox, key } = await ready({ number: '4000000000003122' })
    expect(await repay(sandbox, 'RPCD', key)).toMatchObject({ PCD_PAY_CODE: '[test]RPCD1002' })
    expect(sandbox.control.billingKeys()).toHaveLength(1)
  })
})

describe('the key of a CERT that was never confirmed', () => {
  it('works, as shops have observed', async () => {
    const { sandbox } = testSandbox()
    const { PCD_PAYER_ID = '' } = await pay(sandbox)
    expect(await repay(sandbox, 'SPCD', PCD_PAYER_ID)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('does not, where the sandbox is told so, until it is confirmed or registered', async () => {
    const { sandbox } = testSandbox({ keepUnconfirmedKeys: false })
    const result = await pay(sandbox)
    const key = result['PCD_PAYER_ID'] ?? ''
    expect(await repay(sandbox, 'SPCD', key)).toMatchObject({ PCD_PAY_CODE: '[test]SPCD0012' })
    expect(sandbox.control.billingKeys()).toEqual([])
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await repay(sandbox, 'SPCD', key)).toMatchObject({ PCD_PAY_RST: 'success' })
    await pay(sandbox, { PCD_PAY_OID: 'again' })
    expect(sandbox.control.billingKeys(), 'another CERT takes nothing away').toHaveLength(1)
    const other = { number: '5500000000000004' }
    const unconfirmed = await pay(sandbox, { PCD_PAY_OID: 'other' }, other)
    await registerCard(sandbox, other)
    const again = await repay(sandbox, 'SPCD', unconfirmed['PCD_PAYER_ID'] ?? '', { PCD_PAY_OID: 'charge' })
    expect(again).toMatchObject({ PCD_PAY_RST: 'success' })
  })
})

describe('trouble on purpose', () => {
  it('charged-code: the outcome is unknown to the caller, and money moved', async () => {
    const { sandbox, key } = await ready()
    sandbox.control.fault({ operation: 'repay', effect: { type: 'charged-code', code: 'SPCD1001' }, oid: OID })
    expect(await repay(sandbox, 'SPCD', key)).toEqual({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: 'SPCD1001',
      PCD_PAY_MSG: '결제 진행 중 오류가 발생하였습니다. 다시 시도해주세요.',
    })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'paid', chargeCount: 1 })
    expect(await lookUp(sandbox, { PCD_PAY_OID: OID })).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await repay(sandbox, 'SPCD', key)).toMatchObject({ PCD_PAY_CODE: '[test]SPCD0014' })
  })

  it('cancelled-code: approved, and taken back by Payple', async () => {
    const { sandbox, key } = await ready()
    sandbox.control.fault({ operation: 'repay', effect: { type: 'cancelled-code', code: 'SPCD1003', message: 'x' } })
    expect(await repay(sandbox, 'SPCD', key)).toMatchObject({ PCD_PAY_CODE: 'SPCD1003', PCD_PAY_MSG: 'x' })
    expect(sandbox.control.payment(OID)).toMatchObject({
      status: 'refunded',
      chargeCount: 1,
      refundedTotal: 1000,
      refunds: [{ amount: 1000, by: 'payple' }],
    })
    expect(await repay(sandbox, 'SPCD', key, { PCD_PAY_OID: 'again' })).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('cancelled-code on a used order number leaves the first payment alone', async () => {
    const { sandbox, key } = await ready()
    await repay(sandbox, 'SPCD', key)
    sandbox.control.fault({ operation: 'repay', effect: { type: 'cancelled-code', code: 'SPCD1003' } })
    await repay(sandbox, 'SPCD', key)
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'paid', refundedTotal: 0 })
  })

  it('code: refused, and nothing moved', async () => {
    const { sandbox, key } = await ready()
    sandbox.control.fault({ operation: 'repay', effect: { type: 'code', code: 'RPCD0010' } })
    expect(await repay(sandbox, 'RPCD', key)).toMatchObject({
      PCD_PAY_CODE: 'RPCD0010',
      PCD_PAY_MSG: '가맹점 카드 월 한도 초과 - 해당 사이트 관리자에게 문의 하세요!!',
    })
    expect(sandbox.control.payment(OID)).toBeUndefined()
  })

  it('lost-answer: the connection breaks after the money moved', async () => {
    const { sandbox, key } = await ready()
    sandbox.control.fault({ operation: 'repay', effect: { type: 'lost-answer' } })
    await expect(repay(sandbox, 'SPCD', key)).rejects.toThrow(TypeError)
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'paid' })
  })

  it('charged-code strikes only where money moves', () => {
    const { sandbox } = testSandbox()
    const effect = { type: 'charged-code', code: 'X' } as const
    expect(() => sandbox.control.fault({ operation: 'cancel', effect })).toThrow('where money moves')
  })
})

it('tells what happened', async () => {
  const { sandbox, key } = await ready()
  await repay(sandbox, 'SPCD', key)
  await repay(sandbox, 'SPCD', key)
  const events = sandbox.events.list().filter(({ type }) => type.startsWith('repay'))
  expect(events).toMatchObject([
    { type: 'repay.charged', oid: OID, response: { PCD_PAY_CODE: 'SPCD0000' } },
    { type: 'repay.refused', oid: OID, response: { PCD_PAY_CODE: '[test]SPCD0014' } },
  ])
})
