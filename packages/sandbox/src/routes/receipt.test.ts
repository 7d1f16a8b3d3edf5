import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import { authenticate, cancel, keysFor, lookUp, pay, postJson, testSandbox, transfer } from '../testing/drive.ts'

const OID = 'test0553941001540967923'
const PATH = '/php/taxsave/api/tsAct.php'
const FAILED = {
  PCD_PAY_RST: 'error',
  PCD_PAY_CODE: '[test]BILL0003',
  PCD_PAY_MSG: '[test] 현금영수증 발행을 실패했습니다.',
}

async function callReceipt(
  sandbox: Sandbox,
  act: string,
  payerId: string,
  change: Record<string, string> = {},
  path = `${PATH}?ACT_=${act}`,
) {
  return postJson(sandbox, path, {
    ...(await keysFor(sandbox, { PCD_PAY_WORK: act })),
    PCD_PAYER_ID: payerId,
    PCD_PAY_OID: OID,
    PCD_TAXSAVE_AMOUNT: '1000',
    PCD_TAXSAVE_TRADEUSE: 'personal',
    PCD_TAXSAVE_IDENTINUM: '01012345678',
    ...change,
  })
}

async function paid(form: Record<string, string> = {}, account: Record<string, string> = {}) {
  const world = testSandbox()
  const { PCD_PAYER_ID: key = '' } = await transfer(world.sandbox, { PCD_PAY_WORK: 'PAY', ...form }, account)
  return { ...world, key }
}

describe('TSREG', () => {
  it('issues a receipt afterwards, which the lookup then shows', async () => {
    const { sandbox, key } = await paid()
    const answer = await callReceipt(sandbox, 'TSREG', key, { PCD_TAXSAVE_TRADEUSE: 'company' })
    expect(answer).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'TSRG0000',
      PCD_PAY_MSG: '현금영수증 발행완료',
      PCD_PAY_WORK: 'TSREG',
      PCD_PAYER_ID: key,
      PCD_PAY_OID: OID,
      PCD_TAXSAVE_AMOUNT: '1000',
      PCD_TAXSAVE_MGTNUM: expect.stringMatching(/^G\d+$/),
    })
    expect(await lookUp(sandbox, { PCD_PAY_TYPE: 'transfer' })).toMatchObject({
      PCD_TAXSAVE_RST: 'Y',
      PCD_TAXSAVE_MGTNUM: answer['PCD_TAXSAVE_MGTNUM'],
    })
    expect(sandbox.control.payment(OID)).toMatchObject({ receipt: { use: 'company', amount: 1000, cancelled: false } })
  })

  it('takes the amount of the payment when none is sent', async () => {
    const { sandbox, key } = await paid()
    expect(await callReceipt(sandbox, 'TSREG', key, { PCD_TAXSAVE_AMOUNT: '' })).toMatchObject({
      PCD_TAXSAVE_AMOUNT: '1000',
    })
  })

  it('repairs a receipt that could not be issued with the payment', async () => {
    const { sandbox, key } = await paid({ PCD_TAXSAVE_FLAG: 'Y' }, { bank: '003', account: '010000000003' })
    expect(await lookUp(sandbox, { PCD_PAY_TYPE: 'transfer' })).toMatchObject({
      PCD_TAXSAVE_FLAG: 'Y',
      PCD_TAXSAVE_RST: 'N',
      PCD_TAXSAVE_MGTNUM: '',
    })
    expect(await callReceipt(sandbox, 'TSREG', key)).toMatchObject({ PCD_PAY_CODE: 'TSRG0000' })
  })

  it.each([
    [{ PCD_TAXSAVE_AMOUNT: '1001' }],
    [{ PCD_TAXSAVE_AMOUNT: '0' }],
    [{ PCD_TAXSAVE_AMOUNT: 'all' }],
    [{ PCD_PAY_OID: 'unknown' }],
    [{ PCD_PAYER_ID: 'unknown' }],
    [{ PCD_PAYER_ID: '' }],
  ])('refuses %j', async (change) => {
    const { sandbox, key } = await paid()
    expect(await callReceipt(sandbox, 'TSREG', key, change)).toEqual(FAILED)
  })

  it('refuses a second one, one for a card, and one for money that went back', async () => {
    const { sandbox, key } = await paid()
    await callReceipt(sandbox, 'TSREG', key)
    expect(await callReceipt(sandbox, 'TSREG', key)).toEqual(FAILED)
    const card = await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'card' })
    expect(await callReceipt(sandbox, 'TSREG', card['PCD_PAYER_ID'] ?? '', { PCD_PAY_OID: 'card' })).toEqual(FAILED)
    await cancel(sandbox)
    expect(await callReceipt(sandbox, 'TSREG', key)).toEqual(FAILED)
  })
})

describe('TSCANCEL', () => {
  it('cancels it, once', async () => {
    const { sandbox, key } = await paid({ PCD_TAXSAVE_FLAG: 'Y' })
    expect(await callReceipt(sandbox, 'TSCANCEL', key)).toMatchObject({
      PCD_PAY_RST: 'success',
      PCD_PAY_MSG: '현금영수증 발행취소 완료',
      PCD_PAY_WORK: 'TSCANCEL',
    })
    expect(await callReceipt(sandbox, 'TSCANCEL', key)).toEqual(FAILED)
    expect(await lookUp(sandbox, { PCD_PAY_TYPE: 'transfer' })).toMatchObject({ PCD_TAXSAVE_RST: 'N' })
    expect(await callReceipt(sandbox, 'TSREG', key)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('works the next day in Korea where a refund could not cancel it', async () => {
    const { sandbox, key, clock } = await paid({ PCD_TAXSAVE_FLAG: 'Y' }, { bank: '071', account: '700000002122' })
    expect(await cancel(sandbox)).toMatchObject({ PCD_TAXSAVE_RST: '-10002122' })
    expect(await callReceipt(sandbox, 'TSCANCEL', key)).toEqual(FAILED)
    clock.now += 3_600_000
    expect(await callReceipt(sandbox, 'TSCANCEL', key)).toMatchObject({ PCD_PAY_RST: 'success' })
  })
})

describe.each(['TSREG', 'TSCANCEL'])('%s refuses', (act) => {
  it.each([
    [{ PCD_AUTH_KEY: 'wrong' }, 'BILL0001'],
    [{ PCD_CUST_KEY: 'wrong' }, '[test]BILL0001'],
  ])('%j', async (change, code) => {
    const { sandbox, key } = await paid()
    expect(await callReceipt(sandbox, act, key, change)).toMatchObject({ PCD_PAY_CODE: code })
  })

  it('the keys of another purpose, expired ones, and another ACT_', async () => {
    const { sandbox, key, clock } = await paid()
    const keys = await keysFor(sandbox, { PCD_PAY_WORK: act })
    const others = await keysFor(sandbox, { PCD_PAY_WORK: 'PUSERDEL' })
    expect(await callReceipt(sandbox, act, key, others)).toMatchObject({ PCD_PAY_CODE: '[test]BILL0001' })
    expect(await callReceipt(sandbox, act, key, {}, PATH)).toMatchObject({ PCD_PAY_CODE: 'BILL0001' })
    clock.now += 30 * 60_000 + 1
    expect(await callReceipt(sandbox, act, key, keys)).toMatchObject({ PCD_PAY_CODE: '[test]BILL0002' })
  })

  it('the usual address when there is a path prefix', async () => {
    const { sandbox } = testSandbox({ pathPrefix: '/v2' })
    const { PCD_PAY_URL = '' } = await authenticate(sandbox, { PCD_PAY_WORK: act })
    expect(PCD_PAY_URL).toBe(`/v2${PATH}?ACT_=${act}`)
    const { PCD_PAYER_ID: key = '' } = await transfer(sandbox, { PCD_PAY_WORK: 'PAY', PCD_TAXSAVE_FLAG: 'Y' })
    expect(await callReceipt(sandbox, act, key)).toHaveProperty('nearest')
    expect(await callReceipt(sandbox, act, key, {}, PCD_PAY_URL)).toHaveProperty('PCD_PAY_RST')
  })
})

it('faults strike each call by its own name, and events tell what happened', async () => {
  const { sandbox, key } = await paid()
  sandbox.control.fault({ operation: 'receipt-issue', effect: { type: 'lost-answer' } })
  sandbox.control.fault({ operation: 'receipt-cancel', effect: { type: 'code', code: 'BILL0003' } })
  await expect(callReceipt(sandbox, 'TSREG', key)).rejects.toThrow(TypeError)
  expect(sandbox.control.payment(OID)).toHaveProperty('receipt')
  expect(await callReceipt(sandbox, 'TSCANCEL', key)).toMatchObject({ PCD_PAY_CODE: 'BILL0003' })
  await callReceipt(sandbox, 'TSCANCEL', key)
  const types = sandbox.events.list().map(({ type }) => type)
  expect(types.filter((type) => type.startsWith('receipt'))).toEqual(['receipt.issued', 'receipt.cancelled'])
})
