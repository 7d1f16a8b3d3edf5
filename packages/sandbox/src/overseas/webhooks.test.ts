/** The two messages of the overseas product, exactly as the seed prints them. */
import { expect, test } from 'vitest'
import { createSandbox } from '../sandbox.ts'

const NOW = Date.UTC(2022, 5, 10, 2, 1, 17)

function listening() {
  const got: { method: string; url: string; type: string | null; body: unknown }[] = []
  let now = NOW
  const sandbox = createSandbox({
    origin: 'https://payple.test',
    clock: () => now,
    deliver: async (request) => {
      const text = await request.text()
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      got.push({ method: request.method, url: request.url, type: request.headers.get('content-type'), body })
      return new Response(null)
    },
    overseas: {
      utcSkewSeconds: 1,
      accounts: [
        {
          serviceId: 'demo',
          serviceKey: 'abcd1234567890',
          webhookUrl: 'https://shop.example/paid',
          cancelWebhookUrl: 'https://shop.example/cancelled',
        },
      ],
    },
  })
  const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    sandbox.fetch(new Request(`https://payple.test${path}`, { method: 'POST', headers, body }))
  const pay = async (): Promise<void> => {
    const ask = { service_id: 'demo', service_key: 'abcd1234567890', code: 'as12345678' }
    const token = (await (await post('/gpay/oauth/1.0/token', JSON.stringify(ask))).json()) as { access_token: string }
    const fields = new URLSearchParams({
      Authorization: token.access_token,
      service_id: 'demo',
      service_oid: 'test120220608512351',
      comments: '테스트상품명',
      totalAmount: '0.10',
      currency: 'USD',
      phoneNumber: '01012345678',
      resultUrl: 'http://test.shop.com',
      serviceDefine: 'Service Define Test',
    })
    const id = /"id":"([0-9a-f]{32})"/.exec(await (await post('/_/gpay/open', fields)).text())?.[1] ?? ''
    const who = { firstName: 'Gildong', lastName: 'Hong', email: 'test@payple.kr' }
    const typed = { number: '1234567812347890', expiry: '12/29', securityCode: '123', agree: 'Y', ...who }
    await post(`/_/gpay/${id}/pay`, new URLSearchParams(typed))
    await sandbox.control.webhooksSettled()
  }
  return { sandbox, got, pay, wait: (ms: number) => (now += ms) }
}

test('a payment: a probe, then the nested body of the seed to its own address', async () => {
  const { got, pay } = listening()
  await pay()
  expect(got).toEqual([
    { method: 'HEAD', url: 'https://shop.example/paid', type: null, body: undefined },
    {
      method: 'POST',
      url: 'https://shop.example/paid',
      type: 'application/json; charset=utf-8',
      body: {
        type: 'PAYMENT',
        result: 'A0000',
        message: '처리 성공',
        resultUrl: 'http://test.shop.com',
        api_id: expect.stringMatching(/^\d{22}$/) as string,
        api_date: '2022-06-10 11:01:17',
        info: {
          service_oid: 'test120220608512351',
          comments: '테스트상품명',
          pay_type: 'card',
          billing_key: expect.any(String) as string,
          totalAmount: '0.10',
          currency: 'USD',
          firstName: 'Gildong',
          lastName: 'Hong',
          email: 'test@payple.kr',
          phoneNumber: '01012345678',
          card_number: '1234-****-****-7890',
          submitTimeUtc: '2022-06-10 02:01:16',
        },
        serviceDefine: 'Service Define Test',
      },
    },
  ])
})

test('a cancel by hand: to the other address, with nothing of the request in it', async () => {
  const { sandbox, got, pay, wait } = listening()
  await pay()
  wait(5 * 3_600_000)
  sandbox.control.cancelOverseasFromConsole('test120220608512351', '0.10')
  await sandbox.control.webhooksSettled()
  expect(got.at(-1)).toEqual({
    method: 'POST',
    url: 'https://shop.example/cancelled',
    type: 'application/json; charset=utf-8',
    body: {
      type: 'CANCEL',
      result: 'A0000',
      message: '처리 성공',
      resultUrl: '',
      api_id: expect.stringMatching(/^\d{15}$/) as string,
      api_date: '2022-06-10 16:01:17',
      info: {
        totalAmount: '0.10',
        currency: 'USD',
        service_oid: 'test120220608512351',
        submitTimeUtc: '2022-06-10 07:01:17',
      },
      serviceDefine: '',
    },
  })
})

test('duplicate, altered, held and forged messages come by the same levers as the domestic ones', async () => {
  const { sandbox, got, pay } = listening()
  sandbox.control.fault({ operation: 'webhook', effect: { type: 'alter', fields: { totalAmount: '9999.00' } } })
  await pay()
  expect(got.at(-1)?.body).toMatchObject({ info: { totalAmount: '9999.00' } })
  const before = got.length
  const [message] = sandbox.control.webhooks()
  await sandbox.control.redeliver(message?.id ?? '', { times: 2 })
  expect(got.length).toBe(before + 2)
  await sandbox.control.sendWebhook({ type: 'CANCEL', result: 'A0000' }, { target: 'overseas-cancel' })
  expect(got.at(-1)).toMatchObject({ url: 'https://shop.example/cancelled', body: { type: 'CANCEL' } })
})
