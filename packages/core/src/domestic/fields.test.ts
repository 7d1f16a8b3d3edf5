import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { WINDOW_FIELDS, WINDOW_KINDS } from './fields.ts'

const page = readFileSync(new URL('../../../../docs/protocol/domestic.md', import.meta.url), 'utf8')
const table = page.slice(page.indexOf('### 3.8'), page.indexOf('### 3.9'))

it('holds every field of the fact sheet, and no other', () => {
  const documented = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1]))
    .map((name) => (name === 'PCD_USER_DEFINE2' ? 'PCD_USER_DEFINE2' : name))
  expect(documented.toSorted()).toEqual(Object.keys(WINDOW_FIELDS).toSorted())
})

it('says for every field what each of the five windows does with it', () => {
  for (const [name, field] of Object.entries(WINDOW_FIELDS)) {
    expect(field.use, name).toMatch(new RegExp(`^[O\\-cxms]{${WINDOW_KINDS.length}}$`))
  }
})
