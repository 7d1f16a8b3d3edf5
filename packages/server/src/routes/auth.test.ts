import { expect, test } from 'vitest'

import { DOMESTIC, SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

const AUTH_FILE = { authentication: 'auth-file', jqueryUrl: '/jquery.js' } as const

/** The script's synchronous call: multipart, one empty field. */
function ask(shop: TestShop, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const body = new FormData()
  body.append('payple_dir_path', '')
  return shop.payple.fetch(new Request(SHOP + path, { method: 'POST', headers: { origin: SHOP, ...headers }, body }))
}

test('answers the script with what it reads and nothing more, and the window opens with it', async () => {
  const shop = testShop({ domestic: AUTH_FILE })
  const { checkoutId, window } = await shop.window('A-1')
  expect(window).toMatchObject({
    scriptUrl: 'https://payple.test/js/cpay.payple.1.0.1.js',
    jqueryUrl: '/jquery.js',
    request: { payple_auth_file: `/payple/auth/${checkoutId}` },
  })
  expect(window.request).not.toHaveProperty('clientKey')
  const response = await ask(shop, window.request['payple_auth_file'] ?? '')
  const answer = await response.json()
  expect(Object.keys(answer).toSorted()).toEqual(['AuthKey', 'cst_id', 'custKey', 'result', 'result_msg', 'return_url'])
  expect(answer.result).toBe('success')
  expect(answer.custKey).not.toBe(DOMESTIC.custKey)

  // As the script does (docs/protocol/domestic.md 3.2).
  const form = {
    PCD_CST_ID: answer.cst_id,
    PCD_CUST_KEY: answer.custKey,
    PCD_AUTH_KEY: answer.AuthKey,
    PCD_PAY_URL: answer.return_url,
  }
  const { result } = await shop.buyer.pay(window, undefined, form)
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
})

test('a refusal of the gateway is told in the way the script shows it', async () => {
  const shop = testShop({ domestic: { ...AUTH_FILE, custKey: 'wrong-on-purpose' } })
  const { window } = await shop.window('A-1')
  const response = await ask(shop, window.request['payple_auth_file'] ?? '')
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ result: 'error', result_msg: expect.stringContaining('[AUTH0002]') })
})

test('no tokens for strangers, other sites, finished attempts and other modes', async () => {
  const shop = testShop({ domestic: AUTH_FILE })
  const { checkoutId, window } = await shop.window('A-1')
  const path = window.request['payple_auth_file'] ?? ''
  expect((await ask(shop, '/payple/auth/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
  expect((await ask(shop, path, { origin: 'https://evil.example' })).status).toBe(403)
  await shop.result(checkoutId, shop.buyer.close(window))
  expect((await ask(shop, path)).status).toBe(409)

  const late = await shop.window('A-2')
  shop.world.advance(600_000)
  expect((await ask(shop, late.window.request['payple_auth_file'] ?? '')).status).toBe(409)

  const modern = testShop()
  const { checkoutId: id } = await modern.window('A-1')
  expect((await ask(modern, `/payple/auth/${id}`)).status).toBe(404)
})
