/** An order paid in a way the companion has not heard of yet must not be charged in another one. */
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { expect, test, vi } from 'vitest'

import { charges } from '../testing/expectations.ts'
import { payOrder, saveCard } from '../testing/saved-card.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'

const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
const domestic = { cstId, custKey, refundKey, clientKey }
const order = { goods: '구독', total: 9900, currency: 'KRW' } as const

test('a saved card is not charged for an order that was paid by a link', async () => {
  const shop = testShop({ domestic })
  const billingKey = await saveCard(shop)
  const link = await shop.payple.links.create({ orderId: 'S-1', order, idempotencyKey: 'l' })
  if (link.status !== 'created') throw new Error(link.status)
  await shop.buyer.payLink(link.url)
  await shop.payple.billingKeys.charge({ billingKey, orderId: 'S-1', order, idempotencyKey: 'c' })
  expect(charges(shop)).toBe(1)
})

test('a saved card is not charged for an order that was paid in a PAY window', async () => {
  const shop = testShop({ domestic: { ...domestic, work: 'PAY' } })
  const billingKey = await saveCard(shop)
  shop.orders.set('S-1', order)
  const { window } = await shop.window('S-1')
  await shop.buyer.submit(await shop.buyer.open(window))
  await shop.payple.billingKeys.charge({ billingKey, orderId: 'S-1', order, idempotencyKey: 'c' })
  expect(charges(shop)).toBe(1)
})

test('no link is made for an order that was paid in a PAY window', async () => {
  const shop = testShop({ domestic: { ...domestic, work: 'PAY' } })
  shop.orders.set('L-1', order)
  const { window } = await shop.window('L-1')
  await shop.buyer.submit(await shop.buyer.open(window))
  expect(await shop.payple.links.create({ orderId: 'L-1', order, idempotencyKey: 'l' })).toMatchObject({
    status: 'failed',
    error: { code: 'ORDER_TAKEN' },
  })
})

test('a link whose answer was lost is not made again for an order that was paid meanwhile', async () => {
  const shop = testShop({ domestic })
  shop.orders.set('L-1', order)
  const network = asNetwork(shop.sandbox)
  const cut = shop.another({
    fetch: async (request) => {
      const answer = await network(request)
      if (/link/i.test(request.url)) throw Object.assign(new TypeError('reset'), { cause: { code: 'ECONNRESET' } })
      return answer
    },
  })
  const link = { orderId: 'L-1', order, idempotencyKey: 'l' }
  expect((await cut.links.create(link)).status).toBe('failed')
  await payOrder(shop, 'L-1')
  expect(await shop.payple.links.create(link)).toMatchObject({ status: 'failed', error: { code: 'ORDER_TAKEN' } })
})

test('a stranger cannot send commands to the terminal that shows the log', async () => {
  const lines: string[] = []
  const warn = vi.spyOn(console, 'warn').mockImplementation((line) => void lines.push(String(line)))
  const shop = testShop({ domestic })
  const noisy = shop.another({ log: undefined })
  await shop.post(
    'checkouts',
    { orderId: 'A', method: 'card', display: 'callback', '\u001B]0;owned\u0007\u001B[2J': 1 },
    {},
    noisy,
  )
  warn.mockRestore()
  expect(lines.join('')).toContain('owned')
  expect(lines.join('')).not.toContain('\u001B')
})
