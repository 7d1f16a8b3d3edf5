import { expect, it } from 'vitest'
import { gatewayPath } from './path.ts'

it.each([
  ['https://cpay.payple.kr/php/PayConfirmAct.php', '/php/PayConfirmAct.php'],
  ['/php/PayCardConfirmAct.php?ACT_=PAYM', '/php/PayCardConfirmAct.php?ACT_=PAYM'],
  ['http://127.0.0.1:4100/v2/php/X.php?a=b&c=%20', '/v2/php/X.php?a=b&c=%20'],
])('%s → %s', (address, path) => {
  expect(gatewayPath(address)).toBe(path)
})

it.each([
  '//evil.example/php',
  'https://a@evil.example/x',
  'https://evil.example\\@cpay.payple.kr/x',
  '/\\evil.example',
  '/php/../../etc',
  'php/x.php',
  'javascript:alert(1)',
  'ftp://x/y',
  '/a b',
  '/a\nb',
  '/a#b',
  '',
  undefined,
  42,
  `/${'a'.repeat(600)}`,
])('refuses %j', (address) => {
  expect(gatewayPath(address)).toBeUndefined()
})
