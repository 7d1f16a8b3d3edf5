import { createServer, request as httpRequest } from 'node:http'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { testShop } from '../testing/test-shop.ts'
import { toNodeHandler } from './node.ts'

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
})

async function serve(payple: {
  fetch(request: Request): Promise<Response>
}): Promise<{ origin: string; port: number }> {
  server = createServer(toNodeHandler(payple))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, port }
}

test('a payment travels through node:http', async () => {
  const shop = testShop()
  const { origin } = await serve(shop.payple)
  shop.orders.set('A-1', { goods: '휴대폰', total: 1000, currency: 'KRW' })
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${origin}/payple/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const prepared = await (await post('checkouts', { orderId: 'A-1', method: 'card', display: 'callback' })).json()
  expect((await post(`checkouts/${prepared.checkoutId}/open`, {})).status).toBe(204)
  const { result } = await shop.buyer.pay(prepared.window)
  const outcome = await post(`checkouts/${prepared.checkoutId}/result`, { result })
  expect(outcome.headers.get('cache-control')).toBe('no-store')
  expect(await outcome.json()).toMatchObject({ status: 'paid' })
  const back = await fetch(`${origin}/payple/return/${prepared.checkoutId}`, { redirect: 'manual' })
  expect([back.status, back.headers.get('location')]).toEqual([
    303,
    `https://shop.example/checkout/return?checkout=${prepared.checkoutId}`,
  ])
})

test('an upload without end is answered with 413 while it still runs', async () => {
  const { port } = await serve(testShop().payple)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const upload = httpRequest(
      { port, host: '127.0.0.1', method: 'POST', path: '/payple/checkouts', headers },
      (response) => {
        resolve(response.statusCode)
        upload.destroy()
      },
    )
    upload.on('error', reject)
    const more = (): void => void upload.write(new Uint8Array(16_384), () => upload.destroyed || setImmediate(more))
    more()
  })
  expect(status).toBe(413)
})

test('a body that a parser has taken before is named as the mistake it is', async () => {
  const { payple } = testShop()
  const handler = toNodeHandler(payple)
  server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => setImmediate(() => handler(incoming, outgoing)))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`http://127.0.0.1:${port}/payple/checkouts`, { method: 'POST', headers, body: '{}' })
  expect(await response.json()).toMatchObject({ error: { code: 'BODY_CONSUMED' } })
})

test('a visitor who leaves aborts the request', async () => {
  let left: (request: Request) => void = () => undefined
  const gone = new Promise<Request>((resolve) => {
    left = resolve
  })
  const { port } = await serve({
    fetch: (request) =>
      new Promise(() => {
        request.signal.addEventListener('abort', () => left(request))
        socket.destroy()
      }),
  })
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /payple/x HTTP/1.1\r\nhost: x\r\n\r\n'))
  expect((await gone).signal.aborted).toBe(true)
})

test('a request that was answered is not aborted afterwards', async () => {
  const seen: Request[] = []
  const { origin } = await serve({
    fetch: async (request) => {
      seen.push(request)
      return new Response('done')
    },
  })
  // The second answer comes after the first one's end was noticed.
  for (let visit = 0; visit < 2; visit += 1) expect(await (await fetch(origin)).text()).toBe('done')
  expect(seen.map(({ signal }) => signal.aborted)).toEqual([false, false])
})

test('forwarded headers and the Host header change nothing', async () => {
  const seen: string[] = []
  const { port } = await serve({
    fetch: async (request) => {
      seen.push(request.url)
      return new Response(null, { status: 204 })
    },
  })
  await new Promise<void>((resolve, reject) => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    httpRequest({ port, host: '127.0.0.1', path: '/payple/x?y=1', headers }, (response) =>
      response.resume().on('end', resolve),
    )
      .on('error', reject)
      .end()
  })
  expect(seen).toEqual(['http://companion.invalid/payple/x?y=1'])
})

test.each(['CONNECT-LIKE //', '//evil.example/payple/x', '/\\evil'])(
  'an odd request target "%s" is answered',
  async (target) => {
    const { port } = await serve(testShop().payple)
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
      )
      let text = ''
      socket.on('data', (chunk) => (text += String(chunk))).on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/)
  },
)
