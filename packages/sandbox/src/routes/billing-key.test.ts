import { describe, expect, it } from 'vitest'
import { TEST_MERCHANT } from '../settings.ts'
import {
  act,
  authenticate,
  callBillingKey,
  cancel,
  CARD,
  confirm,
  keysFor,
  openWindow,
  pay,
  postJson,
  testSandbox,
} from '../testing/drive.ts'

const PATH = '/php/cPayUser/api/cPayUserAct.php'
const UNKNOWN = {
  PCD_PAY_RST: 'error',
  PCD_PAY_CODE: '[test]PUSER0003',
  PCD_PAY_MSG: '[test] [sandbox] 등록되지 않았거나 해지된 PCD_PAYER_ID입니다.',
}

async function registered(form: Record<string, string> = {}, card: Record<string, string> = {}) {
  const world = testSandbox()
  const { PCD_PAYER_ID = '' } = await pay(world.sandbox, { PCD_PAY_WORK: 'AUTH', ...form }, card)
  return { ...world, key: { PCD_PAYER_ID } }
}

describe('PUSERINFO', () => {
  it('answers every documented field, masked as documented', async () => {
    const { sandbox, key } = await registered()
    expect(await callBillingKey(sandbox, 'PUSERINFO', { ...key, PCD_PAYER_NO: '122323' })).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: '0000',
      PCD_PAY_MSG: '회원조회 성공',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'PUSERINFO',
      PCD_PAY_BANKACCTYPE: '개인',
      PCD_PAYER_ID: key.PCD_PAYER_ID,
      PCD_PAYER_NAME: '홍길동',
      PCD_PAYER_HP: '010-****-5678',
      PCD_PAY_CARD: '0200',
      PCD_PAY_CARDNAME: 'BC카드',
      PCD_PAY_CARDNUM: '4242-****-****-4242',
      PCD_PAY_ISTAX: 'Y',
    })
  })

  it('knows a company card, tax-free goods, and only the issuer code that is published', async () => {
    const { sandbox, key } = await registered(
      { PCD_PAY_ISTAX: 'N' },
      { number: '4000 0000 0000 3112', birth: '1234567890' },
    )
    expect(await callBillingKey(sandbox, 'PUSERINFO', key)).toMatchObject({
      PCD_PAY_BANKACCTYPE: '법인',
      PCD_PAY_CARD: '',
      PCD_PAY_CARDNAME: '신한카드',
      PCD_PAY_CARDNUM: '4000-****-****-3112',
      PCD_PAY_ISTAX: 'N',
    })
  })

  it.each([
    ['010-1234-5678', '010-****-5678'],
    ['0111234567', '011-****-4567'],
    ['0212345678', '02-****-5678'],
    ['12345', '****'],
    ['', ''],
  ])('masks the phone number %j as %j', async (phone, masked) => {
    const { sandbox, key } = await registered({ PCD_PAYER_HP: phone })
    expect(await callBillingKey(sandbox, 'PUSERINFO', key)).toMatchObject({ PCD_PAYER_HP: masked })
  })

  it('takes raw ids', async () => {
    const { sandbox, key } = await registered()
    const raw = { ...key, PCD_CST_ID: 'test', PCD_CUST_KEY: 'abcd1234567890' }
    expect(await callBillingKey(sandbox, 'PUSERINFO', raw)).toMatchObject({ PCD_PAY_RST: 'success' })
  })
})

describe('PUSERDEL', () => {
  it('answers every documented field', async () => {
    const { sandbox, key } = await registered()
    // As a number, like in the manual.
    const body = { ...(await keysFor(sandbox, { PCD_PAY_WORK: 'PUSERDEL' })), ...key, PCD_PAYER_NO: 2324 }
    expect(await postJson(sandbox, `${PATH}?ACT_=PUSERDEL`, body)).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'PUSER0000',
      PCD_PAY_MSG: '카드해지완료',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'PUSERDEL',
      PCD_PAYER_ID: key.PCD_PAYER_ID,
      PCD_PAYER_NO: '2324',
    })
    expect(sandbox.control.billingKeys()).toEqual([])
  })

  it('answers the member number of the registration when none was sent', async () => {
    const { sandbox, key } = await registered()
    expect(await callBillingKey(sandbox, 'PUSERDEL', key)).toMatchObject({ PCD_PAYER_NO: '2335' })
  })

  it('afterwards nobody knows the key: not the lookup, not another deletion, not the window', async () => {
    const { sandbox, key } = await registered()
    const pin = { ...key, PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd', PCD_PAY_OID: 'pin' }
    const before = await openWindow(sandbox, pin)
    expect(before.page).toContain('data-testid="pin"')
    await callBillingKey(sandbox, 'PUSERDEL', key)
    expect(await callBillingKey(sandbox, 'PUSERINFO', key)).toEqual(UNKNOWN)
    expect(await callBillingKey(sandbox, 'PUSERDEL', key)).toEqual(UNKNOWN)
    expect(await act(sandbox, before.id, 'enter-pin', { pin: '123456' })).toEqual({ kind: 'over' })
    const after = await openWindow(sandbox, pin)
    expect((await act(sandbox, after.id, 'acknowledge')).result).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0003' })
  })

  it('the same card then gets another key', async () => {
    const { sandbox, key } = await registered()
    await callBillingKey(sandbox, 'PUSERDEL', key)
    const again = await pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'again' })
    expect(again['PCD_PAY_MSG']).not.toBe('기 인증고객 입니다.')
    expect(again['PCD_PAYER_ID']).not.toBe(key.PCD_PAYER_ID)
    expect(sandbox.control.billingKeys()).toHaveLength(1)
  })

  it('stops the confirm of a payment that was waiting for it', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox)
    await callBillingKey(sandbox, 'PUSERDEL', { PCD_PAYER_ID: result['PCD_PAYER_ID'] ?? '' })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_RST: 'error', PCD_PAY_CODE: '[test]CPCA0002' })
    expect(sandbox.control.payments()).toMatchObject([{ status: 'authenticated', chargeCount: 0 }])
  })

  it('leaves a payment that was made, which can be refunded', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    await callBillingKey(sandbox, 'PUSERDEL', { PCD_PAYER_ID: result['PCD_PAYER_ID'] ?? '' })
    expect(await cancel(sandbox)).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAYER_ID: result['PCD_PAYER_ID'] })
  })
})

describe.each(['PUSERINFO', 'PUSERDEL'])('%s refuses', (name) => {
  it.each([
    [{ PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09' }, '[test]PUSER0003'],
    [{ PCD_PAYER_ID: '' }, '[test]PUSER0003'],
    [{ PCD_AUTH_KEY: 'wrong' }, 'PUSER0001'],
    [{ PCD_CST_ID: 'wrong' }, '[test]PUSER0001'],
    [{ PCD_CUST_KEY: 'wrong' }, '[test]PUSER0001'],
    [{ PCD_CUST_KEY: '' }, '[test]PUSER0001'],
  ])('%j', async (change, code) => {
    const { sandbox, key } = await registered()
    expect(await callBillingKey(sandbox, name, { ...key, ...change })).toMatchObject({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: code,
    })
    expect(sandbox.control.billingKeys()).toHaveLength(1)
  })

  it.each([{ PCD_PAY_WORK: 'PUSERINFO' }, { PCD_PAY_WORK: 'PUSERDEL' }, { PCD_PAYCHK_FLAG: 'Y' }, {}])(
    'a key made for %j, unless that is this call',
    async (variant) => {
      const { sandbox, key } = await registered()
      const keys = await keysFor(sandbox, variant)
      const expected = variant.PCD_PAY_WORK === name ? { PCD_PAY_RST: 'success' } : { PCD_PAY_CODE: '[test]PUSER0001' }
      expect(await callBillingKey(sandbox, name, { ...key, ...keys })).toMatchObject(expected)
    },
  )

  it('the billing key of another partner', async () => {
    const other = { ...TEST_MERCHANT, cstId: 'other', custKey: 'other-key', clientKey: 'other-client' }
    const { sandbox } = testSandbox({ merchants: [TEST_MERCHANT, other] })
    const { PCD_PAYER_ID = '' } = await pay(sandbox, { PCD_PAY_WORK: 'AUTH', clientKey: 'other-client' })
    expect(await callBillingKey(sandbox, name, { PCD_PAYER_ID })).toEqual(UNKNOWN)
    expect(sandbox.control.billingKeys()).toHaveLength(1)
  })

  it('an expired key', async () => {
    const { sandbox, clock, key } = await registered()
    const keys = await keysFor(sandbox, { PCD_PAY_WORK: name })
    clock.now += 30 * 60_000 + 1
    expect(await callBillingKey(sandbox, name, { ...key, ...keys })).toMatchObject({ PCD_PAY_CODE: '[test]PUSER0002' })
  })

  it('broken bodies', async () => {
    const { sandbox } = testSandbox()
    for (const body of ['', '{', 'null'])
      expect(await postJson(sandbox, `${PATH}?ACT_=${name}`, body)).toMatchObject({ PCD_PAY_CODE: 'PUSER0001' })
  })

  it('the usual address when there is a path prefix', async () => {
    const { sandbox } = testSandbox({ pathPrefix: '/v2' })
    const { PCD_PAYER_ID = '' } = await pay(sandbox, { PCD_PAY_WORK: 'AUTH' })
    const { PCD_PAY_URL = '' } = await authenticate(sandbox, { PCD_PAY_WORK: name })
    expect(PCD_PAY_URL).toBe(`/v2${PATH}?ACT_=${name}`)
    const usual = await sandbox.fetch(new Request(`https://payple.test${PATH}?ACT_=${name}`, { method: 'POST' }))
    expect(usual.status).toBe(404)
    expect(await callBillingKey(sandbox, name, { PCD_PAYER_ID }, PCD_PAY_URL)).toMatchObject({ PCD_PAY_RST: 'success' })
  })
})

it.each(['', '?ACT_=PAYM', '?ACT_=constructor'])('%j names neither call', async (query) => {
  const { sandbox, key } = await registered()
  expect(await callBillingKey(sandbox, 'PUSERDEL', key, PATH + query)).toMatchObject({ PCD_PAY_CODE: 'PUSER0001' })
  expect(sandbox.control.billingKeys()).toHaveLength(1)
})

it('faults strike each call by its own name', async () => {
  const { sandbox, key } = await registered()
  const effect = { type: 'code', code: 'X', message: 'Y' } as const
  sandbox.control.fault({ operation: 'billing-key-lookup', effect })
  sandbox.control.fault({ operation: 'billing-key-delete', effect: { type: 'lost-answer' } })
  await expect(callBillingKey(sandbox, 'PUSERDEL', key)).rejects.toThrow(TypeError)
  expect(sandbox.control.billingKeys(), 'deleted, and no answer').toEqual([])
  expect(await callBillingKey(sandbox, 'PUSERINFO', key)).toEqual({
    PCD_PAY_RST: 'error',
    PCD_PAY_CODE: 'X',
    PCD_PAY_MSG: 'Y',
  })
  expect(await callBillingKey(sandbox, 'PUSERINFO', key)).toEqual(UNKNOWN)
})

it('tells what happened, without a card number in it', async () => {
  const { sandbox, key } = await registered()
  await callBillingKey(sandbox, 'PUSERINFO', key)
  await callBillingKey(sandbox, 'PUSERDEL', key)
  await callBillingKey(sandbox, 'PUSERINFO', key)
  const events = sandbox.events.list().filter(({ type }) => type.startsWith('billing-key'))
  expect(events).toMatchObject([
    { type: 'billing-key.found', request: { path: `${PATH}?ACT_=PUSERINFO` }, response: { PCD_PAY_CODE: '0000' } },
    { type: 'billing-key.deleted', response: { PCD_PAY_CODE: 'PUSER0000' } },
    { type: 'billing-key.refused', response: { PCD_PAY_CODE: '[test]PUSER0003' } },
  ])
  expect(JSON.stringify(events)).not.toContain(CARD.number.replaceAll(' ', ''))
})
