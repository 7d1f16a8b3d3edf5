import { describe, expect, it } from 'vitest'
import { act, CARD, openWindow, pay, testSandbox } from '../testing/drive.ts'

const PIN_FORM = { PCD_PAY_WORK: 'PAY', PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd' }

describe('a mistake in the form stays in the window', () => {
  it.each([
    [{ number: '4242' }, 'number'],
    [{ number: '' }, 'number'],
    [{ expiry: '' }, 'expiry'],
    [{ expiry: '13/29' }, 'expiry'],
    [{ expiry: '00/29' }, 'expiry'],
    [{ expiry: '10/26' }, 'expiry'],
    [{ agree: '' }, 'agree'],
  ])('%j', async (input, field) => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox)
    expect(await act(sandbox, id, 'card', { ...CARD, ...input })).toMatchObject({ kind: 'field', field })
    expect((await act(sandbox, id, 'card', CARD)).kind).toBe('deliver')
  })

  it('this month still counts, whatever the spelling', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox)
    expect((await act(sandbox, id, 'card', { ...CARD, expiry: '1126' })).kind).toBe('deliver')
  })

  it('birth date and password count on a live account only', async () => {
    const live = { cstId: 'l', custKey: 'k', clientKey: 'live', refundKey: 'r', test: false }
    const { sandbox } = testSandbox({ merchants: [live] })
    const { id } = await openWindow(sandbox, { clientKey: 'live' })
    expect(await act(sandbox, id, 'card', { ...CARD, birth: '' })).toMatchObject({ field: 'birth' })
    expect(await act(sandbox, id, 'card', { ...CARD, password: '1' })).toMatchObject({ field: 'password' })
    const test = testSandbox()
    const result = await pay(test.sandbox, {}, { birth: '', password: '' })
    expect(result['PCD_PAY_RST']).toBe('success')
  })
})

describe('cards that make trouble', () => {
  it('9001 leaves nothing but closing', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox)
    expect((await act(sandbox, id, 'card', { ...CARD, number: '4000000000009001' })).kind).toBe('stuck')
    expect((await act(sandbox, id, 'card', CARD)).kind).toBe('over')
    expect((await act(sandbox, id, 'close')).result).toMatchObject({ PCD_PAY_RST: 'close' })
    expect(sandbox.control.payments()).toEqual([])
  })

  it('9002 is processed and tells nobody', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(await act(sandbox, id, 'card', { ...CARD, number: '4000000000009002' })).toEqual({ kind: 'silent' })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'paid', chargeCount: 1 }])
  })

  it('9003 takes five seconds where money moves', async () => {
    const { sandbox, waits } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' }, { number: '4000000000009003' })
    expect(waits).toEqual([5000])
    await pay(sandbox, { PCD_PAY_OID: 'cert' }, { number: '4000000000009003' })
    expect(waits).toEqual([5000])
  })
})

describe('a registered card', () => {
  it('keeps its billing key, and says so when it is registered again', async () => {
    const { sandbox } = testSandbox()
    const first = await pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'a' })
    const again = await pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'b' })
    expect(again).toMatchObject({
      PCD_PAY_RST: 'success',
      PCD_PAY_MSG: '기 인증고객 입니다.',
      PCD_PAYER_ID: first['PCD_PAYER_ID'],
    })
    expect(sandbox.control.billingKeys()).toMatchObject([
      { cardNumber: '4242********4242', payerNo: '2335', hasPin: false },
    ])
  })

  it('is charged once a month under the guard', async () => {
    const { sandbox } = testSandbox()
    const guard = { PCD_PAY_WORK: 'PAY', PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2026', PCD_PAY_MONTH: '11' }
    expect(await pay(sandbox, { ...guard, PCD_PAY_OID: 'a' })).toMatchObject({
      PCD_PAY_RST: 'success',
      PCD_PAY_MONTH: '11',
    })
    expect(await pay(sandbox, { ...guard, PCD_PAY_OID: 'b' })).toMatchObject({ PCD_PAY_CODE: '[test]INSERT ERROR' })
    expect(await pay(sandbox, { ...guard, PCD_PAY_OID: 'c', PCD_PAY_MONTH: '12' })).toMatchObject({
      PCD_PAY_RST: 'success',
    })
  })
})

describe('PIN payment', () => {
  it('chooses a PIN after the card, then asks for nothing else', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox, PIN_FORM)
    expect((await act(sandbox, id, 'card', CARD)).kind).toBe('pin')
    expect(await act(sandbox, id, 'set-pin', { pin: '12' })).toMatchObject({ kind: 'field', field: 'pin' })
    const { result } = await act(sandbox, id, 'set-pin', { pin: '123456' })
    expect(result).toMatchObject({ PCD_PAY_RST: 'success', PCD_SIMPLE_FLAG: 'Y' })

    const payerId = result['PCD_PAYER_ID'] ?? ''
    const next = await openWindow(sandbox, { ...PIN_FORM, PCD_PAYER_ID: payerId, PCD_PAY_OID: 'second' })
    expect(next.page).not.toContain('data-testid="card-number"')
    expect(await act(sandbox, next.id, 'enter-pin', { pin: '000000' })).toMatchObject({ kind: 'field', field: 'pin' })
    const second = await act(sandbox, next.id, 'enter-pin', { pin: '123456' })
    expect(second.result).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAYER_ID: payerId, PCD_PAY_OID: 'second' })
  })

  it('with a billing key nobody knows ends in an error', async () => {
    const { sandbox } = testSandbox()
    const { page, id } = await openWindow(sandbox, { ...PIN_FORM, PCD_PAYER_ID: 'unknown' })
    expect(page).toContain('CPCA0003')
    expect((await act(sandbox, id, 'acknowledge')).result).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0003' })
  })
})

describe('a window is good for one result', () => {
  it('even when the buyer presses twice during a slow approval', async () => {
    let release: () => void = () => {}
    const { sandbox } = testSandbox({ schedule: () => new Promise((resolve) => (release = resolve)) })
    const { id } = await openWindow(sandbox, { PCD_PAY_WORK: 'PAY' })
    const slow = { ...CARD, number: '4000000000009003' }
    const first = act(sandbox, id, 'card', slow)
    expect((await act(sandbox, id, 'card', slow)).kind).toBe('over')
    expect((await act(sandbox, id, 'close')).kind).toBe('over')
    expect(sandbox.control.payments()).toMatchObject([{ status: 'authenticated', chargeCount: 0 }])
    release()
    expect((await first).result).toMatchObject({ PCD_PAY_RST: 'success' })
    expect((await act(sandbox, id, 'card', CARD)).kind).toBe('over')
    expect(sandbox.control.payments()).toMatchObject([{ status: 'paid', chargeCount: 1 }])
  })

  it('and of two windows for one order, the second hears that it is used', async () => {
    const { sandbox } = testSandbox()
    const [one, two] = [await openWindow(sandbox), await openWindow(sandbox)]
    await act(sandbox, one.id, 'card', CARD)
    expect((await act(sandbox, two.id, 'card', CARD)).result).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0201' })
    expect(sandbox.control.payments()).toHaveLength(1)
  })

  it('unknown windows and acts change nothing', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox)
    expect((await act(sandbox, 'nope', 'card', CARD)).kind).toBe('over')
    expect((await act(sandbox, id, 'explode')).kind).toBe('over')
    expect((await act(sandbox, id, 'acknowledge')).kind).toBe('over')
    expect((await act(sandbox, id, 'set-pin', { pin: '123456' })).kind).toBe('over')
  })
})
