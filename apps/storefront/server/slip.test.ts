import { expect, it } from 'vitest'
import { shownPayment } from './slip.ts'

const printed = 'https://www.danalpay.com/receipt/creditcard/view.aspx?dataType=receipt&data=20261125'
const payment = { oid: 'o', method: 'card', amount: 1000, paidAt: '2026-11-25T00:00:00Z', receiptUrl: printed }

it('leads from a practice payment to the sandbox, never to the live internet', () => {
  const shown = shownPayment({ kind: 'sandbox', url: 'http://127.0.0.1:4100' })
  expect(shown(payment).receiptUrl).toBe('http://127.0.0.1:4100/_/slip?dataType=receipt&data=20261125')
  expect(shown({ ...payment, receiptUrl: undefined }).receiptUrl).toBeUndefined()
})

it('leaves the slips of Payple alone', () => {
  expect(shownPayment({ kind: 'test', url: 'https://democpay.payple.kr' })(payment)).toBe(payment)
})
