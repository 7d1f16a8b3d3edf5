import { expect, it } from 'vitest'
import { gatewayOrigin } from './environment.ts'

it('knows the hosts', () => {
  expect(gatewayOrigin('test')).toBe('https://democpay.payple.kr')
  expect(gatewayOrigin('live')).toBe('https://cpay.payple.kr')
  expect(gatewayOrigin({ sandbox: 'http://127.0.0.1:4100' })).toBe('http://127.0.0.1:4100')
})

it.each(['prod', undefined, { sandbox: 'http://127.0.0.1:4100/' }, { sandbox: '127.0.0.1' }, {}])(
  'refuses %j with what is allowed',
  (value) => {
    expect(() => gatewayOrigin(value as never)).toThrow(/Use 'test', 'live' or/)
  },
)
