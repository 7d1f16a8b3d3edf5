import { Hono } from 'hono'
import { expect, test } from 'vitest'

import { SHOP, testShop } from '../testing/test-shop.ts'
import { toHonoHandler } from './hono.ts'

const body = JSON.stringify({ orderId: 'A-1', method: 'app-card', display: 'callback' })
const prepare = { method: 'POST', headers: { 'content-type': 'application/json' }, body }

test('a Hono app takes payments beside its own routes', async () => {
  const shop = testShop()
  shop.orders.set('A-1', { goods: '휴대폰', total: 1000, currency: 'KRW' })
  const app = new Hono()
  app.get('/hello', (c) => c.text('shop'))
  app.all('/payple/*', toHonoHandler(shop.payple))

  expect(await (await app.request(`${SHOP}/hello`)).text()).toBe('shop')
  const answer = await app.request(`${SHOP}/payple/checkouts`, prepare)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ kind: 'window', orderId: 'A-1' })
})

test('a body that other middleware has read is named as such, not hung on', async () => {
  const app = new Hono()
  app.use(async (c, next) => {
    await c.req.text()
    await next()
  })
  app.all('/payple/*', toHonoHandler(testShop().payple))
  const answer = await app.request(`${SHOP}/payple/checkouts`, prepare)
  expect(answer.status).toBeLessThan(600)
  expect(await answer.json()).toMatchObject({ error: { code: 'BODY_CONSUMED' } })
})
