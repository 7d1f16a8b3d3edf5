import { expect, it } from 'vitest'
import { createSandbox } from './sandbox.ts'
import { authenticate, pay, testSandbox } from './testing/drive.ts'

it.each(['http://a.test/', 'a.test', 'http://a.test/path', ''])('refuses the origin %j', (origin) => {
  expect(() => createSandbox({ origin })).toThrow('"origin"')
})

it.each(['v2', '/v2/', '/a b', '/?x'])('refuses the prefix %j', (pathPrefix) => {
  expect(() => createSandbox({ pathPrefix })).toThrow('"pathPrefix"')
})

it('works with nothing but defaults', async () => {
  const sandbox = createSandbox()
  expect(await authenticate(sandbox)).toMatchObject({ result: 'success' })
  expect(await pay(sandbox, {}, { expiry: '12/99' })).toMatchObject({ PCD_PAY_RST: 'success' })
})

it('keeps a thousand payments apart', { timeout: 60_000 }, async () => {
  const { sandbox } = testSandbox()
  for (let order = 0; order < 1000; order += 1) await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: `o${order}` })
  expect(new Set(sandbox.control.payments().map((payment) => payment.tradeNumber)).size).toBe(1000)
  expect(sandbox.control.payment('o999')).toMatchObject({ status: 'paid', chargeCount: 1 })
  expect(sandbox.control.billingKeys()).toHaveLength(1)
})
