import { buyerProblem, phoneDigits, type BuyerField } from '../../shared/buyer-rules.ts'
import { MAX_LINES, MAX_QUANTITY, type Buyer, type CartLine, type NewOrder } from '../../shared/shop-api.ts'
import { findProduct } from '../catalog.ts'
import { shopError } from '../shop-error.ts'

/**
 * Reads the body of `POST /api/orders`. Whatever else the body holds, an amount for instance, is ignored.
 *
 * @throws a 4xx shop error naming the field
 */
export function readNewOrder(body: unknown): NewOrder {
  const { lines, buyer } = asRecord(body, 'body')
  if (!Array.isArray(lines) || lines.length === 0) throw invalid('lines', 'Order at least one product.')
  if (lines.length > MAX_LINES) throw invalid('lines', `Order at most ${MAX_LINES} different products.`)
  const read = lines.map(readLine)
  if (new Set(read.map((line) => line.productId)).size !== read.length) {
    throw invalid('lines', 'Name each product once.')
  }
  const currencies = new Set(read.map((line) => findProduct(line.productId)?.currency ?? 'KRW'))
  if (currencies.size > 1) throw invalid('lines', 'Order won and dollars apart.')
  return { lines: read, buyer: readBuyer(buyer) }
}

function readLine(value: unknown, index: number): CartLine {
  const { productId, quantity } = asRecord(value, `lines.${index}`)
  const product = typeof productId === 'string' ? findProduct(productId) : undefined
  if (!product) throw shopError(422, 'PRODUCT_NOT_FOUND', 'This product does not exist.', `lines.${index}.productId`)
  if (product.soldOut) throw shopError(409, 'SOLD_OUT', 'This product is sold out.', `lines.${index}.productId`)
  if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    throw invalid(`lines.${index}.quantity`, `Use a whole number from 1 to ${MAX_QUANTITY}.`)
  }
  return { productId: product.id, quantity }
}

function readBuyer(value: unknown): Buyer {
  const record = asRecord(value, 'buyer')
  const read = (field: BuyerField): string => {
    const text = record[field]
    const problem = typeof text === 'string' ? buyerProblem(field, text) : 'required'
    if (problem) throw invalid(`buyer.${field}`, problem)
    return (text as string).trim()
  }
  return { name: read('name'), phone: phoneDigits(read('phone')), email: read('email') }
}

function asRecord(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field, 'Use a JSON object.')
  return value as Record<string, unknown>
}

function invalid(field: string, message: string): Error {
  return shopError(422, 'INVALID_FIELD', message, field)
}
