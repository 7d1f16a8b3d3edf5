import { describe, expect, it } from 'vitest'
import type { Fault } from '../scenarios/faults.ts'
import {
  act,
  authenticate,
  cancel,
  CARD,
  confirm,
  CONFIRM_PATH,
  confirmBody,
  jsonRequest,
  lookUp,
  openWindow,
  ORIGIN,
  pay,
  testSandbox,
} from '../testing/drive.ts'

const OID = 'test0553941001540967923'

async function ready(effect: Fault['effect'], more: Partial<Fault> = {}) {
  const world = testSandbox()
  const result = await pay(world.sandbox)
  world.sandbox.control.fault({ operation: 'confirm', effect, ...more })
  return { ...world, result, status: () => world.sandbox.control.payment(OID)?.status }
}

describe('a fault on the confirm', () => {
  it('delay: answers after the wait', async () => {
    const { sandbox, result, waits } = await ready({ type: 'delay', ms: 8000 })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: 'PCCF0000' })
    expect(waits).toEqual([8000])
  })

  it('refuse: rejects like fetch, and nothing happened', async () => {
    const { sandbox, result, status } = await ready({ type: 'refuse' })
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    expect(status()).toBe('authenticated')
  })

  it('lost-answer: rejects like fetch, and money moved', async () => {
    const { sandbox, result, status } = await ready({ type: 'lost-answer' })
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    expect(status()).toBe('paid')
    expect(await lookUp(sandbox)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it.each([
    ['hang', 'paid'],
    ['hang-before', 'authenticated'],
  ] as const)('%s: ends only with the patience of the caller', async (type, status) => {
    const world = await ready({ type })
    const patience = new AbortController()
    const call = world.sandbox.fetch(jsonRequest(CONFIRM_PATH, confirmBody(world.result), {}, patience.signal))
    patience.abort(new Error('out of patience'))
    await expect(call).rejects.toThrow('out of patience')
    expect(world.status()).toBe(status)
  })

  it('hang: ends when the sandbox closes', async () => {
    const { sandbox, result } = await ready({ type: 'hang' })
    const call = confirm(sandbox, result)
    sandbox.close()
    await expect(call).rejects.toThrow(TypeError)
  })

  it.each([
    [{ type: 'status', status: 503 }, 503, 'Sandbox fault'],
    [{ type: 'not-json' }, 200, '<!doctype html>'],
    [{ type: 'empty' }, 200, ''],
  ] as const)('%j: a bad answer, not processed', async (effect, status, start) => {
    const world = await ready(effect)
    const response = await world.sandbox.fetch(jsonRequest(CONFIRM_PATH, confirmBody(world.result)))
    expect(response.status).toBe(status)
    expect((await response.text()).slice(0, start.length)).toBe(start)
    expect(world.status()).toBe('authenticated')
  })

  it('code: exactly this refusal, not processed', async () => {
    const { sandbox, result, status } = await ready({
      type: 'code',
      code: 'SPCD1001',
      message: '결제 진행 중 오류가 발생하였습니다.',
    })
    expect(await confirm(sandbox, result)).toEqual({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: 'SPCD1001',
      PCD_PAY_MSG: '결제 진행 중 오류가 발생하였습니다.',
    })
    expect(status()).toBe('authenticated')
  })

  it.each([
    ['charged-code', 'paid'],
    ['cancelled-code', 'refunded'],
  ] as const)('%s: this refusal, after the money moved; then it is %s', async (type, end) => {
    const { sandbox, result, status } = await ready({ type, code: 'CPCA0011' })
    expect(await confirm(sandbox, result)).toEqual({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: 'CPCA0011',
      PCD_PAY_MSG: '결제요청 값과 결제결과 값이 다릅니다.',
    })
    expect(status()).toBe(end)
    sandbox.control.fault({ operation: 'window', effect: { type, code: 'CPCA0011' } })
    expect(await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'window' })).toMatchObject({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: 'CPCA0011',
    })
    expect(sandbox.control.payment('window')?.status).toBe(end)
  })

  it('alter: processed, answered with other fields', async () => {
    const { sandbox, result, status } = await ready({ type: 'alter', fields: { PCD_PAY_TOTAL: '1' } })
    expect(await confirm(sandbox, result)).toMatchObject({
      PCD_PAY_RST: 'success',
      PCD_PAY_TOTAL: '1',
      PCD_PAY_OID: OID,
    })
    expect(status()).toBe('paid')
  })
})

describe('a fault strikes', () => {
  it('as often as it was told, then never again', async () => {
    const { sandbox, result } = await ready({ type: 'refuse' }, { times: 2 })
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: 'PCCF0000' })
  })

  it('only its order', async () => {
    const { sandbox, result } = await ready({ type: 'refuse' }, { oid: 'other' })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: 'PCCF0000' })
    const other = await pay(sandbox, { PCD_PAY_OID: 'other' })
    await expect(confirm(sandbox, other)).rejects.toThrow(TypeError)
  })

  it('not after clearFaults', async () => {
    const { sandbox, result } = await ready({ type: 'refuse' })
    sandbox.control.clearFaults()
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: 'PCCF0000' })
  })

  it('and leaves an event', async () => {
    const { sandbox, result } = await ready({ type: 'refuse' })
    await confirm(sandbox, result).catch(() => {})
    expect(sandbox.events.list().at(-1)).toMatchObject({ type: 'fault', oid: OID })
  })
})

describe('a fault on the other calls', () => {
  it('auth: a refusal in the shape of auth.php', async () => {
    const { sandbox } = testSandbox()
    sandbox.control.fault({
      operation: 'auth',
      effect: { type: 'code', code: 'AUTH0005', message: 'TOKEN CREATE ERROR!!' },
    })
    expect(await authenticate(sandbox)).toEqual({ result: 'error', result_msg: '[AUTH0005] TOKEN CREATE ERROR!!' })
    sandbox.control.fault({
      operation: 'auth',
      effect: { type: 'alter', fields: { return_url: 'https://evil.test/x' } },
    })
    expect(await authenticate(sandbox)).toMatchObject({ result: 'success', return_url: 'https://evil.test/x' })
  })

  it('lookup and cancel', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    sandbox.control.fault({ operation: 'lookup', effect: { type: 'refuse' } })
    await expect(lookUp(sandbox)).rejects.toThrow(TypeError)
    sandbox.control.fault({ operation: 'cancel', effect: { type: 'lost-answer' } })
    await expect(cancel(sandbox)).rejects.toThrow(TypeError)
    expect(await lookUp(sandbox)).toMatchObject({ PCD_REFUND_TOTAL: '1000' })
  })

  it('script', async () => {
    const { sandbox } = testSandbox()
    sandbox.control.fault({ operation: 'script', effect: { type: 'empty' } })
    const load = async () => (await sandbox.fetch(new Request(`${ORIGIN}/js/v1/payment.js?v=20250613090000`))).text()
    expect(await load()).toBe('')
    expect(await load()).toContain('PaypleCpayAuthCheck')
  })
})

describe('a fault on the window', () => {
  it('strikes the page', async () => {
    const { sandbox } = testSandbox()
    sandbox.control.fault({ operation: 'window', effect: { type: 'status', status: 500 } })
    expect((await openWindow(sandbox)).page).toBe('Sandbox fault: status 500')
    expect((await openWindow(sandbox)).id).not.toBe('')
  })

  it('or the result, and waits for it', async () => {
    const { sandbox } = testSandbox()
    sandbox.control.fault({ operation: 'window', effect: { type: 'code', code: 'CPCA0018', message: '오류' } })
    const { id } = await openWindow(sandbox)
    const { result } = await act(sandbox, id, 'card', CARD)
    expect(result).toMatchObject({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: 'CPCA0018',
      PCD_PAY_MSG: '오류',
      PCD_PAY_OID: OID,
    })
    expect(sandbox.control.payments()).toEqual([])
  })

  it('tampers with the result', async () => {
    const { sandbox } = testSandbox()
    sandbox.control.fault({
      operation: 'window',
      effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '1', PCD_PAY_COFURL: 'https://evil.test/' } },
    })
    expect(await pay(sandbox)).toMatchObject({
      PCD_PAY_TOTAL: '1',
      PCD_PAY_COFURL: 'https://evil.test/',
      PCD_PAY_OID: OID,
    })
  })

  it('loses the result after charging', async () => {
    const { sandbox } = testSandbox()
    sandbox.control.fault({ operation: 'window', effect: { type: 'lost-answer' } })
    await expect(pay(sandbox, { PCD_PAY_WORK: 'PAY' })).rejects.toThrow(TypeError)
    expect(sandbox.control.payments()).toMatchObject([{ status: 'paid', chargeCount: 1 }])
  })
})
