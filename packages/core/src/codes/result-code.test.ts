import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INSTITUTION_CODES } from './institution-codes.ts'
import { PAYPLE_CODES } from './payple-codes.ts'
import { resultCode } from './result-code.ts'

const page = readFileSync(new URL('../../../../docs/protocol/domestic.md', import.meta.url), 'utf8')

describe('the table is the fact sheet', () => {
  it('has every full code that section 9 prints', () => {
    const section = page.slice(page.indexOf('### 9.3'), page.indexOf('### 9.11'))
    const printed = new Set(
      [...section.matchAll(/\|\s*((?:AUTH|CDAU|CPAY|BILL|SPAY|RPAY|ARSA|BKAU)\d{4})\b/g)].map((match) => match[1]),
    )
    expect(printed.size).toBeGreaterThan(80)
    expect([...printed].filter((code) => !(code in PAYPLE_CODES))).toEqual([])
  })
  it('has every institution code of appendix A', () => {
    const appendix = page.slice(page.indexOf('## Appendix A.'), page.indexOf('## Appendix B.'))
    const printed = [...appendix.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap((match) =>
      (match[1] ?? '').split(',').map((code) => code.trim()),
    )
    expect(printed.length).toBeGreaterThan(300)
    expect(printed.filter((code) => !(code in INSTITUTION_CODES))).toEqual([])
  })
})

it.each(['SPCD1001', 'CPAY0018', 'SPAY0011', 'RPAY0013'])('%s means that money may have moved', (code) => {
  expect(resultCode(code)?.kind).toBe('unknown')
  expect(resultCode(code)?.buyer.en).toMatch(/do not pay again/)
})

it.each([
  ['CPCA0201', 'duplicate'],
  ['SPCD0014', 'duplicate'],
  ['RPAY0008', 'duplicate'],
  ['CPCA0001', 'expired'],
  ['SPAY9998', 'maintenance'],
  ['AUTH0004', 'merchant'],
  ['3112', 'declined'],
  ['3133', 'declined'],
  ['3122', 'declined'],
  ['3115', 'buyer'],
  ['3119', 'buyer'],
  ['CPCA0023', 'declined'],
])('%s is %s', (code, kind) => {
  expect(resultCode(code)?.kind).toBe(kind)
})

it('reads through the [test] prefix', () => {
  expect(resultCode('[test]CPCA0022')?.code).toBe('CPCA0022')
})

it('lets the institution speak where both codes are known', () => {
  expect(resultCode('CPCA0010/3112')).toMatchObject({
    code: 'CPCA0010/3112',
    kind: 'declined',
    buyer: { ko: '한도가 초과하였습니다.', en: 'Limit exceeded.' },
  })
  expect(resultCode('XXXX0000/3112')?.kind).toBe('declined')
  expect(resultCode('CPCA0023/nobody')?.kind).toBe('declined')
})

it('never tells a buyer about keys and accounts', () => {
  for (const code of [...Object.keys(PAYPLE_CODES), ...Object.keys(INSTITUTION_CODES)]) {
    const { buyer } = resultCode(code) ?? { buyer: { ko: '', en: '' } }
    expect(buyer.ko, code).not.toBe('')
    expect(buyer.en, code).not.toMatch(/custKey|cst_id|key|database|ERROR/)
    expect(buyer.ko, code).not.toMatch(/custKey|cst_id|ERROR/)
  }
})

it.each([undefined, '', 'XXXX0000', 'constructor', '__proto__'])('%j is not a known code', (code) => {
  expect(resultCode(code)).toBeUndefined()
})
