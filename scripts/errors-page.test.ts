import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { errorsPage } from './errors-page.ts'

it('docs/errors.md is what the tables say', () => {
  expect(readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8')).toBe(errorsPage())
})
