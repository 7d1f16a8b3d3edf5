import type { Receipts } from '@payple-kit/server'
import { Hono } from 'hono'
import { isReceiptNumber, type ReceiptResult, type ReceiptUse } from '../../shared/cash-receipt.ts'
import { readJson, readText, refuse, smallBody } from '../read-json.ts'
import { sessionOf } from '../session.ts'
import type { OrderStore } from './order-store.ts'

export interface CashReceiptOptions {
  readonly orders: OrderStore
  readonly receipts: Pick<Receipts, 'issue'>
}

/** Cash receipts (현금영수증) of orders paid by transfer. Asked twice, the second answer is the first receipt's number. */
export function cashReceiptApi({ orders, receipts }: CashReceiptOptions): Hono {
  const api = new Hono()
  api.post('/orders/:id/cash-receipt', smallBody, async (c) => {
    const body = await readJson(c)
    const session = sessionOf(c.req.raw)
    const order = session === undefined ? undefined : orders.find(c.req.param('id'), session)
    if (!order?.payment?.bank) return refuse(404, 'ORDER_NOT_FOUND', 'There is no such order paid by transfer.')
    const use = readText(body, 'use', /^(personal|company)$/) as ReceiptUse
    const number = readText(body, 'number', /^[\d -]{8,20}$/)
    if (!isReceiptNumber(use, number)) refuse(422, 'INVALID_FIELD', 'Use a mobile or business number.', 'number')
    return c.json(await issue(order.id, use, number))
  })
  return api

  async function issue(orderId: string, use: ReceiptUse, number: string): Promise<ReceiptResult> {
    const outcome = await receipts.issue({ orderId, for: { use, number } })
    if (outcome.status === 'issued') {
      orders.noteCashReceipt(orderId, outcome.number)
      return outcome
    }
    if (outcome.status !== 'failed') return { status: 'unknown' }
    const { code, gatewayCode, buyer } = outcome.error
    return { status: 'failed', error: { code, gatewayCode, buyer } }
  }
}
