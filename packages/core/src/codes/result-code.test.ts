import { expect, it } from 'vitest'
import { INSTITUTION_CODES } from './institution-codes.ts'
import { PAYPLE_CODES } from './payple-codes.ts'
import { resultCode } from './result-code.ts'

it.each([
  ['SPCD1001', 'no answer from the card company'],
  ['RPCD1001', 'no answer from the card company'],
  ['CPAY0018', 'withdrawal result not received'],
  ['SPAY0011', 'withdrawal result not received'],
  ['RPAY0013', 'withdrawal result not received'],
  ['SPCD9997', 'Payple wanted to take an approval back and could not'],
  ['BILL0003', 'the receipt failed, after the transfer'],
])('%s means that money may have moved: %s', (code) => {
  expect(resultCode(code)?.kind).toBe('unknown')
  expect(resultCode(code)?.buyer.en).toMatch(/do not pay again/)
})

it.each([
  ['CPCA0201', 'duplicate'],
  ['SPCD0014', 'duplicate'],
  // Each may also be the monthly guard; the code does not say which, and a duplicate is looked up.
  ['CPAY0202', 'duplicate'],
  ['INSERT ERROR', 'duplicate'],
  ['RPAY0008', 'guard'],
  ['CPCA0001', 'expired'],
  ['ARSA9998', 'maintenance'],
  ['CPAY9998', 'maintenance'],
  ['SPAY9998', 'maintenance'],
  ['RPAY9998', 'maintenance'],
  // The same number means "wrong access" or "no such service" in the card families.
  ['SPCD9998', 'merchant'],
  ['RPCD9998', 'merchant'],
  ['CPCA9998', 'merchant'],
  ['CDAU9998', 'merchant'],
  ['AUTH9998', 'merchant'],
  ['AUTH0004', 'merchant'],
  ['3112', 'declined'],
  ['3133', 'declined'],
  ['3122', 'declined'],
  ['3115', 'buyer'],
  ['3119', 'buyer'],
  ['CPCA0023', 'declined'],
  // An expired card is not an expired checkout.
  ['3100', 'declined'],
  ['2141', 'buyer'],
  ['SPCD0000', 'success'],
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

it('stays in doubt whatever explains the refusal', () => {
  expect(resultCode('SPCD1001/3112')?.kind).toBe('unknown')
  expect(resultCode('SPCD0014/3168')?.kind).toBe('duplicate')
})

it('tells a buyer of the monthly guard that nothing was charged twice', () => {
  expect(resultCode('RPAY0008')).toMatchObject({
    buyer: { en: 'This month was already paid. You were not charged again.' },
    hint: expect.stringContaining('Look up the charge of that month') as unknown,
  })
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
