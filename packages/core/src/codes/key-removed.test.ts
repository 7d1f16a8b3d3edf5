import { expect, it } from 'vitest'
import { isKeyRemoved } from './key-removed.ts'
import { PAYPLE_CODES } from './payple-codes.ts'

// docs/protocol/domestic.md 6.1 names the four.
it('knows the four refusals after which the card must be registered again', () => {
  expect(Object.keys(PAYPLE_CODES).filter(isKeyRemoved)).toEqual(['CPCAD002', 'SPCD1002', 'SPCD1004', 'RPCD1002'])
})

it.each(['SPCD1004/3122', '[test]SPCD1004'])('sees it in %s', (code) => {
  expect(isKeyRemoved(code)).toBe(true)
})

it.each([undefined, '', '3122', 'SPCD0012', 'SPCD10041'])('%j keeps the key', (code) => {
  expect(isKeyRemoved(code)).toBe(false)
})
