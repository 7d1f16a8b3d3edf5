import type { HTTPException } from 'hono/http-exception'
import { describe, expect, it } from 'vitest'
import { readNewOrder } from './order-input.ts'

const buyer = { name: '홍길동', phone: '010-1234-5678', email: 'dev@payple.kr' }
const lines = [{ productId: 'phone', quantity: 1 }]

/** The code and field of the error that `body` provokes. */
async function refusal(body: unknown): Promise<{ status: number; code: string; field?: string }> {
  try {
    readNewOrder(body)
  } catch (error) {
    const response = (error as HTTPException).getResponse()
    const { error: told } = (await response.json()) as { error: { code: string; field?: string } }
    return { status: response.status, code: told.code, ...(told.field === undefined ? {} : { field: told.field }) }
  }
  throw new Error('The body was accepted.')
}

describe('readNewOrder', () => {
  it('keeps products, quantities and the buyer, and nothing else', () => {
    const read = readNewOrder({
      lines: [{ productId: 'phone', quantity: 2, price: 1 }],
      buyer: { ...buyer, admin: true },
      total: 1,
    })
    expect(read).toEqual({ lines: [{ productId: 'phone', quantity: 2 }], buyer: { ...buyer, phone: '01012345678' } })
  })

  it.each([
    ['no body', null, 'body'],
    ['no lines', { buyer }, 'lines'],
    ['empty lines', { lines: [], buyer }, 'lines'],
    ['a line twice', { lines: [...lines, ...lines], buyer }, 'lines'],
    ['zero pieces', { lines: [{ productId: 'phone', quantity: 0 }], buyer }, 'lines.0.quantity'],
    ['half a piece', { lines: [{ productId: 'phone', quantity: 0.5 }], buyer }, 'lines.0.quantity'],
    ['too many pieces', { lines: [{ productId: 'phone', quantity: 11 }], buyer }, 'lines.0.quantity'],
    ['a quantity as text', { lines: [{ productId: 'phone', quantity: '1' }], buyer }, 'lines.0.quantity'],
    ['no buyer', { lines }, 'buyer'],
    ['a blank name', { lines, buyer: { ...buyer, name: ' ' } }, 'buyer.name'],
    ['a foreign phone number', { lines, buyer: { ...buyer, phone: '+1 555 0100' } }, 'buyer.phone'],
    ['half an address', { lines, buyer: { ...buyer, email: 'dev@' } }, 'buyer.email'],
  ])('refuses %s and names the field', async (_, body, field) => {
    expect(await refusal(body)).toEqual({ status: 422, code: 'INVALID_FIELD', field })
  })

  it('refuses what the shop does not have', async () => {
    const order = (productId: string) => ({ lines: [{ productId, quantity: 1 }], buyer })
    expect(await refusal(order('yacht'))).toMatchObject({ status: 422, code: 'PRODUCT_NOT_FOUND' })
    expect(await refusal(order('clock-jajeong'))).toMatchObject({ status: 409, code: 'SOLD_OUT' })
  })
})
