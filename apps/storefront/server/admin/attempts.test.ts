import { expect, test } from 'vitest'
import { countAttempts } from './attempts.ts'

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8:1:2::1', '2001:0DB8:0001:0002:a:b:c:d', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::1', '::2', true],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
  ['192.0.2.1', '192.0.2.2', false],
])('guesses from %s also count for %s: %s', (one, other, same) => {
  const attempts = countAttempts(() => 0)
  for (let n = 0; n < 5; n += 1) attempts.failed(one)
  expect(attempts.wait(one)).toBe(600)
  expect(attempts.wait(other)).toBe(same ? 600 : 0)
})

test('a hundred guesses from as many places stop everybody for a while', () => {
  let now = 0
  const attempts = countAttempts(() => now)
  for (let n = 0; n < 100; n += 1) attempts.failed(`10.0.0.${n}`)
  expect(attempts.wait('192.0.2.1')).toBe(600)
  now += 600_000
  expect(attempts.wait('192.0.2.1')).toBe(0)
})
