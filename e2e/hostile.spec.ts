import type { Page } from '@playwright/test'
import { Buyer } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

/** A hostile script in the page changes what reaches Payple, or what comes back. */
async function tamper(page: Page, change: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((fields) => {
    const host = window as unknown as { PaypleCpayAuthCheck: (request: object) => void }
    const open = host.PaypleCpayAuthCheck
    host.PaypleCpayAuthCheck = (request) => open(Object.assign(request, fields))
  }, change)
}

async function sendResult(
  page: Page,
  world: { shopUrl: string },
  checkoutId: string,
  result: object,
): Promise<{ status: number; body: { status?: string; error?: { code: string } } }> {
  const answer = await page.request.post(`${world.shopUrl}/payple/checkouts/${checkoutId}/result`, { data: { result } })
  return { status: answer.status(), body: (await answer.json()) as { status?: string; error?: { code: string } } }
}

test('an amount in the prepare request is refused by name', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const answer = await page.request.post(`${world.shopUrl}/payple/checkouts`, {
    data: { orderId, method: 'card', display: 'callback', amount: 1 },
  })
  expect(answer.status()).toBeGreaterThanOrEqual(200)
  const body = JSON.stringify(await answer.json())
  if (answer.status() === 200) expect(body).toContain('"PCD_PAY_TOTAL":"1000"')
  else expect(body).toContain('amount')
})

test('the page asks Payple for 100 won instead of 1,000: nothing is charged', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await tamper(page, { PCD_PAY_TOTAL: '100' })
  await buyer.button.click()
  await expect(buyer.layer.getByTestId('total')).toContainText('100')
  await buyer.pay(buyer.layer)

  await expect(buyer.button).toHaveAttribute('data-state', 'failed')
  expect(await buyer.charges(orderId)).toBe(0)
  expect(world.history(world.ledger(orderId)[0]?.id ?? '')).toContain('evidence_refused')
})

test('the page pays 100 won and claims it was 1,000: the charge is cancelled at once and written down', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const { oid } = await buyer.openPayPage(orderId)
  await tamper(page, { PCD_PAY_TOTAL: '100' })
  await page.route('**/payple/checkouts/*/result', async (route) => {
    const body = route.request().postDataJSON() as { result: Record<string, unknown> }
    await route.continue({ postData: JSON.stringify({ result: { ...body.result, PCD_PAY_TOTAL: '1000' } }) })
  })
  await buyer.button.click()
  await buyer.pay(buyer.layer)

  await expect.poll(() => world.ledger(orderId)[0]?.state).toBe('mismatch_voided')
  expect(await world.gatewayPayment(oid)).toMatchObject({ status: 'refunded', refundedTotal: 100 })
  await expect(page).not.toHaveURL(/paid/)
})

test('a success forged by postMessage pays nothing', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const { oid } = await buyer.openPayPage(orderId)
  await buyer.button.click()
  await expect(buyer.layer.getByTestId('pay')).toBeVisible()
  await page.evaluate((data) => window.postMessage({ type: 'pay_result', data }, '*'), {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: '0000',
    PCD_PAY_WORK: 'CERT',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_OID: oid,
    PCD_PAY_TOTAL: '1000',
    PCD_AUTH_KEY: 'forged',
    PCD_PAY_REQKEY: 'forged',
    PCD_PAY_COFURL: `${world.sandboxUrl}/php/PayCardConfirmAct.php?ACT_=PAYM`,
  })
  await expect(buyer.button).toHaveAttribute('data-state', 'failed')
  expect(await buyer.charges(orderId)).toBe(0)
  expect(world.ledger(orderId).map((row) => row.state)).not.toContain('paid')
})

test('the result of another order changes nothing', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const [mine, other] = [await buyer.order(), await buyer.order()]
  const reported = page.waitForRequest('**/payple/checkouts/*/result')
  await buyer.openPayPage(other)
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  const { result } = (await reported).postDataJSON() as { result: object }
  await buyer.expectPaid(other)

  const { checkoutId } = await buyer.openPayPage(mine)
  const answer = await sendResult(page, world, checkoutId, result)
  expect(answer.body.status).toBe('failed')
  expect(await buyer.charges(mine)).toBe(0)
  expect(world.ledger(mine)[0]?.state).toBe('created')
  expect(world.history(checkoutId)).toContain('evidence_refused')
  await buyer.expectSettled(other)
})

test('a confirm address on another host gets nothing', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  const { createServer } = await import('node:http')
  const stolen: string[] = []
  const thief = createServer((request, response) => {
    stolen.push(request.url ?? '')
    response.end('{}')
  })
  await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve))
  const { port } = thief.address() as { port: number }
  await page.route('**/payple/checkouts/*/result', async (route) => {
    const body = route.request().postDataJSON() as { result: Record<string, unknown> }
    const result = { ...body.result, PCD_PAY_COFURL: `http://127.0.0.1:${port}/php/PayCardConfirmAct.php?ACT_=PAYM` }
    await route.continue({ postData: JSON.stringify({ result }) })
  })
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
  expect(stolen).toEqual([])
  thief.close()
})

test("another browser cannot pay or see this buyer's order", async ({ page, world, browser }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const stranger = await browser.newContext()
  const answer = await stranger.request.post(`${world.shopUrl}/payple/checkouts`, {
    data: { orderId, method: 'card', display: 'callback' },
  })
  expect(answer.status()).toBe(404)
  expect(await answer.json()).toMatchObject({ error: { code: 'ORDER_NOT_FOUND' } })
  await stranger.close()
})

test('another site cannot post to the companion', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order()
  const { checkoutId } = await buyer.openPayPage(orderId)
  for (const headers of [
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json', origin: 'https://evil.example' },
  ]) {
    const answer = await page.request.post(`${world.shopUrl}/payple/checkouts/${checkoutId}/result`, {
      headers,
      data: '{"result":{"PCD_PAY_RST":"close"}}',
    })
    expect(answer.status()).toBeGreaterThanOrEqual(400)
    expect(answer.status()).toBeLessThan(500)
  }
  expect(world.ledger(orderId)[0]?.state).toBe('created')
})

test('a goods name with quotes, angle brackets, an emoji and 60 characters is paid like any other', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  const orderId = await buyer.order('keyboard-gift-set')
  const { goods, oid } = await buyer.openPayPage(orderId)
  expect(goods).toMatch(/^타닥 키보드 "한정판" & 12" 손목 받침 <선물 포장> 세트 리뷰/)
  expect([...goods].length).toBeLessThanOrEqual(50)

  await buyer.button.click()
  await expect(buyer.layer.getByTestId('goods')).toHaveText(goods)
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId, 189_000)
  expect(await world.gatewayPayment(oid)).toMatchObject({ goods })
})
