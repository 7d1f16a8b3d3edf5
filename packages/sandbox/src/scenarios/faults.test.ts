import { expect, it } from 'vitest'
import { parseFault } from './faults.ts'

it.each([
  [{ operation: 'confirm', effect: { type: 'explode' } }, 'effect.type'],
  [{ operation: 'everything', effect: { type: 'refuse' } }, 'operation'],
  [{ operation: 'confirm', effect: { type: 'delay', ms: -1 } }, 'effect.ms'],
  [{ operation: 'confirm', effect: { type: 'status', status: 42 } }, 'effect.status'],
  [{ operation: 'confirm', effect: { type: 'refuse' }, times: 0 }, 'times'],
  [{ operation: 'confirm', effect: { type: 'refuse' }, order: 'x' }, 'order'],
  [{ operation: 'script', effect: { type: 'alter', fields: {} } }, 'script'],
  ['refuse', 'fault'],
  [null, 'fault'],
])('%j is refused by name', (input, named) => {
  expect(() => parseFault(input)).toThrow(TypeError)
  expect(() => parseFault(input)).toThrow(named)
})
