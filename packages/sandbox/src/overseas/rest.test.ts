/** Requests and answers as docs/protocol/overseas.md and the seed print them, written out by hand. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../sandbox.ts'
import { printed, smallestUnit } from './amounts.ts'
import type { OverseasOptions } from './options.ts'

const NOW = Date.UTC(2022, 5, 10, 2, 1, 17)
let now = NOW
let sandbox: Sandbox

beforeEach(() => {
  now = NOW
  sandbox = make()
})

function make(overseas: OverseasOptions = {}): Sandbox {
  return createSandbox({ origin: 'https://payple.test', clock: () => now, overseas })
}

type Body = Record<string, unknown>

async function post(path: string, body: Body, headers: Record<string, string> = {}, to = sandbox) {
  const request = new Request(`https://payple.test${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const response = await to.fetch(request)
  return { status: response.status, body: (await response.json()) as Body & { info: Record<string, string> } }
}

const TOKEN = { service_id: 'demo', service_key: 'abcd1234567890', code: 'as12345678' }

async function bearer(to = sandbox): Promise<Record<string, string>> {
  const { body } = await post('/gpay/oauth/1.0/token', TOKEN, {}, to)
  return { authorization: `Bearer ${String(body['access_token'])}` }
}

/** Opens the window as the script does, and pays. */
async function payInWindow(change: Record<string, string> = {}, to = sandbox, card = '4242424242424242') {
  const { authorization = '' } = await bearer(to)
  const fields = {
    Authorization: authorization.replace('Bearer ', ''),
    service_id: 'demo',
    service_oid: 'test120220608512351',
    comments: '테스트상품명',
    totalAmount: '0.10',
    currency: 'USD',
    firstName: 'Gildong',
    lastName: 'Hong',
    email: 'test@payple.kr',
    resultUrl: 'http://test.shop.com',
    isDirect: '',
    payCls: 'demo',
    serviceDefine: 'Service Define Test',
    ...change,
  }
  const form = (path: string, data: Record<string, string>) =>
    to.fetch(new Request(`https://payple.test${path}`, { method: 'POST', body: new URLSearchParams(data) }))
  const page = await (await form('/_/gpay/open', fields)).text()
  const id = /"id":"([0-9a-f]{32})"/.exec(page)?.[1]
  if (id === undefined) return { page, step: undefined }
  const { firstName, lastName, email } = fields
  const typed = { number: card, expiry: '12/29', securityCode: '123', agree: 'Y', firstName, lastName, email }
  return {
    page,
    step: (await (await form(`/_/gpay/${id}/pay`, typed)).json()) as Body & { fields: Record<string, string> },
  }
}

describe('the token', () => {
  test('is given with the eight fields of the document', async () => {
    const { status, body } = await post('/gpay/oauth/1.0/token', TOKEN)
    expect(status).toBe(200)
    expect(body).toEqual({
      result: 'T0000',
      message: 'Process Success',
      code: 'as12345678',
      access_token: expect.any(String) as string,
      token_type: 'Bearer',
      payCls: 'demo',
      expires_in: '600',
    })
    // Opaque: nothing of the partner's key is in it.
    expect(atob(String(body['access_token']))).not.toContain('abcd1234567890')
  })

  test('can be limited in number, until one has run out', async () => {
    const limited = make({ maxTokens: 2 })
    const results = async (): Promise<unknown> =>
      (await post('/gpay/oauth/1.0/token', TOKEN, {}, limited)).body['result']
    expect([await results(), await results(), await results()]).toEqual(['T0000', 'T0000', 'SIM_LIMIT'])
    now += 600_000
    expect(await results()).toBe('T0000')
  })

  test.each([
    ['service_id', '', 'T0200', 'Authentication Request Denied - service_id value does not exist.'],
    ['service_key', ' ', 'T0201', 'Authentication Request Denied - service_key value does not exist.'],
    ['code', '', 'T0210', 'Authentication Request Denied - code value does not exist.'],
    ['code', 'as123', 'T0211', 'Authentication Request Denied - code value is English letters + Numbers 10 digits'],
    [
      'code',
      'as1234567!',
      'T0211',
      'Authentication Request Denied - code value is English letters + Numbers 10 digits',
    ],
    ['service_id', 'nobody', 'T0300', 'Authentication Request Denied - User Mismatched'],
    ['service_key', 'wrong', 'T0300', 'Authentication Request Denied - User Mismatched'],
  ])('a %s of "%s" is %s', async (name, value, result, message) => {
    expect((await post('/gpay/oauth/1.0/token', { ...TOKEN, [name]: value })).body).toEqual({ result, message })
  })

  test('checks come in the order of the code numbers', async () => {
    expect((await post('/gpay/oauth/1.0/token', {})).body['result']).toBe('T0200')
    expect((await post('/gpay/oauth/1.0/token', { service_id: 'x' })).body['result']).toBe('T0201')
    expect((await post('/gpay/oauth/1.0/token', { service_id: 'x', service_key: 'y' })).body['result']).toBe('T0210')
  })

  test('whatever the content type says, the body is JSON', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'application/json;', 'text/plain'])
      expect((await post('/gpay/oauth/1.0/token', TOKEN, { 'content-type': type })).body['result']).toBe('T0000')
  })

  test('ten letters pass unless both kinds are asked for', async () => {
    const letters = { ...TOKEN, code: 'abcdefghij' }
    expect((await post('/gpay/oauth/1.0/token', letters)).body['result']).toBe('T0000')
    expect((await post('/gpay/oauth/1.0/token', letters, {}, make({ strictCode: true }))).body['result']).toBe('T0211')
  })

  test('an address that is not registered is T0310, as live answers it', async () => {
    const accounts = [{ serviceId: 'demo', serviceKey: 'abcd1234567890', allowedIps: ['203.0.113.7'] }]
    const fenced = make({ accounts })
    expect((await post('/gpay/oauth/1.0/token', TOKEN, {}, fenced)).body).toEqual({
      result: 'T0310',
      message: 'Authentication Request Denied - Not Registered WHITE IP.',
    })
    const from = { 'x-forwarded-for': '203.0.113.7' }
    expect((await post('/gpay/oauth/1.0/token', TOKEN, from, fenced)).body['result']).toBe('T0000')
  })

  test('works for ten minutes and as often as one likes; once, when asked for', async () => {
    const headers = await bearer()
    const ask = { service_id: 'demo', service_oid: 'nothing' }
    expect((await post('/gpay/paymentResult', ask, headers)).body['result']).toBe('SIM_NOT_FOUND')
    now += 599_999
    expect((await post('/gpay/paymentResult', ask, headers)).body['result']).toBe('SIM_NOT_FOUND')
    now += 1
    expect((await post('/gpay/paymentResult', ask, headers)).body['result']).toBe('SIM_TOKEN')
    const once = make({ oneUseTokens: true })
    const single = await bearer(once)
    await post('/gpay/paymentResult', ask, single, once)
    expect((await post('/gpay/paymentResult', ask, single, once)).body['result']).toBe('SIM_TOKEN')
  })

  test('of one account does not serve another', async () => {
    const accounts = [
      { serviceId: 'demo', serviceKey: 'abcd1234567890' },
      { serviceId: 'other', serviceKey: 'k' },
    ]
    const two = make({ accounts })
    const headers = await bearer(two)
    expect((await post('/gpay/paymentResult', { service_id: 'other', service_oid: 'x' }, headers, two)).body).toEqual({
      result: 'T0320',
      message: 'Token User Mismatched - T/B',
    })
    expect((await post('/gpay/paymentResult', { service_id: 'gone', service_oid: 'x' }, headers, two)).body).toEqual({
      result: 'T0322',
      message: 'Not Registered Partner service_id.',
    })
  })
})

describe('the window', () => {
  test('charges at once and posts the flat form of the seed’s fields', async () => {
    const { step } = await payInWindow()
    expect(step).toEqual({
      kind: 'deliver',
      action: 'http://test.shop.com',
      fields: {
        type: 'PAYMENT',
        result: 'A0000',
        message: '처리 성공',
        resultUrl: 'http://test.shop.com',
        api_id: expect.stringMatching(/^\d{22}$/) as string,
        api_date: '2022-06-10 11:01:17',
        service_oid: 'test120220608512351',
        comments: '테스트상품명',
        pay_type: 'card',
        billing_key: expect.stringMatching(/^[A-Za-z0-9+/]{128}$/) as string,
        totalAmount: '0.10',
        currency: 'USD',
        firstName: 'Gildong',
        lastName: 'Hong',
        email: 'test@payple.kr',
        card_number: '4242-****-****-4242',
        submitTimeUtc: '2022-06-10 02:01:17',
        serviceDefine: 'Service Define Test',
      },
    })
    expect(sandbox.control.overseasPayments()).toMatchObject([{ oid: 'test120220608512351', amount: 10, cancelled: 0 }])
  })

  test('closing posts C0998 and little else', async () => {
    const { page } = await payInWindow({}, sandbox, '4000000000003112')
    const id = /"id":"([0-9a-f]{32})"/.exec(page)?.[1] ?? ''
    const answer = await sandbox.fetch(new Request(`https://payple.test/_/gpay/${id}/close`, { method: 'POST' }))
    expect(await answer.json()).toEqual({
      kind: 'deliver',
      action: 'http://test.shop.com',
      fields: { result: 'C0998', message: expect.any(String) as string },
    })
  })

  test('a declined card may be followed by another, or is posted when asked for', async () => {
    expect((await payInWindow({}, sandbox, '4000000000003112')).step).toMatchObject({ kind: 'declined' })
    const posting = make({ declines: 'post' })
    expect((await payInWindow({}, posting, '4000000000003112')).step).toMatchObject({
      kind: 'deliver',
      fields: { result: 'SIM_DECLINED' },
    })
    expect(posting.control.overseasPayments()).toEqual([])
  })

  test.each([
    ['a relative resultUrl', { resultUrl: '/result' }, 'SIM_RESULT_URL'],
    ['no amount', { totalAmount: '' }, 'SIM_FIELD'],
    ['three decimals', { totalAmount: '1.001' }, 'SIM_AMOUNT'],
    ['won with decimals', { totalAmount: '1000.50', currency: 'KRW' }, 'SIM_AMOUNT'],
    ['a currency nobody names', { currency: 'EUR' }, 'SIM_AMOUNT'],
    ['an unknown token', { Authorization: 'x' }, 'SIM_TOKEN'],
    ['another account', { service_id: 'other' }, 'T0322'],
  ])('refuses %s before it opens', async (_what, change, code) => {
    const { page, step } = await payInWindow(change)
    expect(step).toBeUndefined()
    expect(page).toContain(code)
  })

  test('takes the token with "Bearer " in front, unless strict', async () => {
    const { authorization = '' } = await bearer()
    expect((await payInWindow({ Authorization: authorization })).step).toMatchObject({ kind: 'deliver' })
    const strict = make({ strictAuthorization: true })
    const theirs = await bearer(strict)
    expect((await payInWindow({ Authorization: theirs['authorization'] ?? '' }, strict)).step).toBeUndefined()
  })

  test('a token that ran out while the buyer typed charges nothing', async () => {
    const { authorization = '' } = await bearer()
    const open = await payInWindow({ Authorization: authorization }, sandbox, '4000000000003112')
    now += 600_000
    const id = /"id":"([0-9a-f]{32})"/.exec(open.page)?.[1] ?? ''
    const typed = { number: '4242424242424242', expiry: '12/29', securityCode: '123', agree: 'Y' }
    const request = new Request(`https://payple.test/_/gpay/${id}/pay`, {
      method: 'POST',
      body: new URLSearchParams(typed),
    })
    expect(await (await sandbox.fetch(request)).json()).toMatchObject({ kind: 'stuck' })
    expect(sandbox.control.overseasPayments()).toEqual([])
  })

  test('makes an order number when none was sent', async () => {
    const { step } = await payInWindow({ service_oid: '' })
    expect(step?.fields['service_oid']).toMatch(/^OID_220610110117\d{10}\d{7}$/)
  })

  test('a hostile product name is text', async () => {
    const { page } = await payInWindow({ comments: '<img src=x onerror=alert(1)></script>' })
    expect(page).not.toContain('<img')
    expect(page).not.toContain('</script><')
  })
})

describe('after the payment', () => {
  test('the lookup is the nested result, by order number or id, also after a cancel', async () => {
    const { step } = await payInWindow()
    const payId = step?.fields['api_id'] ?? ''
    const headers = await bearer()
    const found = (await post('/gpay/paymentResult', { service_id: 'demo', pay_id: payId }, headers)).body
    expect(found).toEqual({
      type: 'PAYMENT',
      result: 'A0000',
      message: '처리 성공',
      resultUrl: 'http://test.shop.com',
      api_id: payId,
      api_date: '2022-06-10 11:01:17',
      info: {
        service_oid: 'test120220608512351',
        comments: '테스트상품명',
        pay_type: 'card',
        billing_key: step?.fields['billing_key'],
        totalAmount: '0.10',
        currency: 'USD',
        firstName: 'Gildong',
        lastName: 'Hong',
        email: 'test@payple.kr',
        card_number: '4242-****-****-4242',
        submitTimeUtc: '2022-06-10 02:01:17',
      },
      serviceDefine: 'Service Define Test',
    })
    sandbox.control.cancelOverseasFromConsole('test120220608512351')
    const again = { service_id: 'demo', service_oid: 'test120220608512351' }
    expect((await post('/gpay/paymentResult', again, headers)).body).toEqual(found)
  })

  const cancelBody = (payId: string, change: Body = {}): Body => ({
    service_id: 'demo',
    comments: '테스트상품명',
    service_oid: 'test120220608512351',
    pay_id: payId,
    totalAmount: '0.10',
    currency: 'USD',
    ...change,
  })

  test('a cancel answers the five facts of the document', async () => {
    const payId = (await payInWindow()).step?.fields['api_id'] ?? ''
    now += 5 * 3_600_000
    const body = cancelBody(payId, { resultUrl: 'http://test.shop.com' })
    expect((await post('/gpay/cancel', body, await bearer())).body).toEqual({
      type: 'CANCEL',
      result: 'A0000',
      message: '처리 성공',
      resultUrl: 'http://test.shop.com',
      api_id: expect.stringMatching(/^\d{15}$/) as string,
      api_date: '2022-06-10 16:01:17',
      info: {
        totalAmount: '0.10',
        currency: 'USD',
        service_oid: 'test120220608512351',
        submitTimeUtc: '2022-06-10 07:01:17',
      },
      serviceDefine: '',
    })
  })

  test('cancels go up to what is left, in parts unless switched off', async () => {
    const payId = (await payInWindow()).step?.fields['api_id'] ?? ''
    const headers = await bearer()
    const cancel = async (totalAmount: string, to = sandbox) =>
      (await post('/gpay/cancel', cancelBody(payId, { totalAmount }), headers, to)).body['result']
    expect([await cancel('0.04'), await cancel('0.07'), await cancel('0.06'), await cancel('0.01')]).toEqual([
      'A0000',
      'SIM_CANCEL',
      'A0000',
      'SIM_CANCEL',
    ])
    expect(sandbox.control.overseasPayment('test120220608512351')).toMatchObject({ cancelled: 10 })
  })

  test.each<[string, Body, string]>([
    ['another order', { service_oid: 'x' }, 'SIM_NOT_FOUND'],
    ['an unknown payment', { pay_id: '1' }, 'SIM_NOT_FOUND'],
    ['another currency', { currency: 'KRW' }, 'SIM_AMOUNT'],
    ['no product name', { comments: '' }, 'SIM_FIELD'],
  ])('a cancel with %s is refused', async (_what, change, result) => {
    const payId = (await payInWindow()).step?.fields['api_id'] ?? ''
    expect((await post('/gpay/cancel', cancelBody(payId, change), await bearer())).body['result']).toBe(result)
  })

  test('a billing key charges again, with the names of the first payment', async () => {
    const key = (await payInWindow()).step?.fields['billing_key'] ?? ''
    const charge = {
      service_id: 'demo',
      service_oid: 'second',
      comments: '구독',
      billing_key: key,
      totalAmount: 5,
      currency: 'USD',
    }
    const { body } = await post('/gpay/billingKey', charge, await bearer())
    expect(body).toMatchObject({
      type: 'PAYMENT',
      result: 'A0000',
      info: { service_oid: 'second', billing_key: key, totalAmount: '5', firstName: 'Gildong', lastName: 'Hong' },
    })
    sandbox.control.revokeOverseasKey(key)
    expect((await post('/gpay/billingKey', { ...charge, service_oid: 'third' }, await bearer())).body['result']).toBe(
      'SIM_KEY',
    )
  })

  test('switches: securityCode, resultUrl of a cancel, duplicates, status of errors, real codes', async () => {
    const strict = make({
      requireSecurityCode: true,
      requireCancelResultUrl: true,
      refuseDuplicates: true,
      errorStatus: 400,
      codes: { SIM_DUPLICATE: 'A9999' },
    })
    const { step } = await payInWindow({}, strict)
    const headers = await bearer(strict)
    const key = step?.fields['billing_key']
    const base = { service_id: 'demo', comments: 'x', billing_key: key, totalAmount: '1.00', currency: 'USD' }
    expect((await post('/gpay/billingKey', base, headers, strict)).body['result']).toBe('SIM_SECURITY_CODE')
    const again = { ...base, securityCode: '123', service_oid: 'test120220608512351' }
    expect(await post('/gpay/billingKey', again, headers, strict)).toMatchObject({
      status: 400,
      body: { result: 'A9999' },
    })
    const cancel = cancelBody(step?.fields['api_id'] ?? '')
    expect((await post('/gpay/cancel', cancel, headers, strict)).body['message']).toContain('resultUrl')
  })

  test.each(['/gpay/payment', '/gpay/result'])(
    '%s, which the web invents, is 404 and names a real path',
    async (path) => {
      const answer = await post(path, {})
      expect(answer.status).toBe(404)
      expect(answer.body['nearest']).toMatch(/^\/gpay\//)
    },
  )
})

test('amounts: cents and won survive printing, and nothing else is an amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.constantFrom('USD' as const, 'KRW' as const),
      (amount, currency) => {
        expect(smallestUnit(printed(amount, currency), currency)).toBe(amount)
      },
    ),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), (text) => {
      const amount = smallestUnit(text, 'USD')
      expect(amount === undefined || /^\d+(\.\d{1,2})?$/.test(text)).toBe(true)
    }),
  )
  for (const nothing of ['0', '0.00', '', '-1', '1e3', '1,000', ' 1'])
    expect(smallestUnit(nothing, 'USD')).toBeUndefined()
})
