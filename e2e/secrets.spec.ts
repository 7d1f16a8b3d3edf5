import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Buyer, CARD } from './world/buyer.ts'
import { expect, test } from './world/test.ts'
import { Wallet } from './world/wallet.ts'

/** The merchants' secrets: the public test account and the sandbox's own partner, found nowhere by chance. */
const SECRETS = [
  'sandbox-custkey-0001',
  '5a4d00000000000000000000000000000000000000000000000000000000c0de',
  'abcd1234567890',
  'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0',
  'payple-kit storefront demo key!!',
]

test('no secret in any bundle', () => {
  const folder = new URL('../apps/storefront/dist/', import.meta.url).pathname
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8')
    for (const secret of SECRETS) expect(text.includes(secret), file.name).toBe(false)
  }
})

test('no secret, token or billing key in any answer of the shop or any line of its log', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  const answers: { url: string; body: string }[] = []
  page.on('response', async (response) => {
    if (!response.url().startsWith(world.shopUrl) || response.status() >= 300) return
    answers.push({ url: response.url(), body: await response.text().catch(() => '') })
  })
  const results: Record<string, string>[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/result'))
      results.push((request.postDataJSON() as { result: Record<string, string> }).result)
  })

  const paid = await buyer.order()
  await buyer.openPayPage(paid)
  await page.getByRole('radio').first().check()
  await expect(buyer.button).toHaveAttribute('data-state', 'ready')
  await buyer.button.click()
  await buyer.pay(buyer.layer)
  await buyer.expectPaid(paid)

  const declined = await buyer.order()
  await buyer.openPayPage(declined)
  await buyer.button.click()
  await buyer.pay(buyer.layer, CARD.limitExceeded)
  await expect.poll(() => world.ledger(declined)[0]?.state).toBe('declined')
  await page.goto(`${world.shopUrl}/orders`)

  await page.goto(`${world.shopUrl}/subscription`)
  await new Wallet(page, world).register()
  await page.getByRole('button', { name: /구독하기$/ }).click()
  await expect(page.getByText('구독 중')).toBeVisible()
  await page.goto(`${world.shopUrl}/cards`)
  await expect(page.getByRole('button', { name: /삭제$/ })).toBeVisible()

  const keys = results
    .flatMap((result) => [result['PCD_AUTH_KEY'], result['PCD_PAY_REQKEY'], result['PCD_PAYER_ID']])
    .filter((key): key is string => key !== undefined && key !== '')
  expect(keys.length).toBeGreaterThanOrEqual(4)
  expect(answers.filter((answer) => answer.url.includes('/payple/')).length).toBeGreaterThanOrEqual(4)
  for (const secret of [...SECRETS, ...keys]) {
    for (const answer of answers) expect(answer.body.includes(secret), answer.url).toBe(false)
    expect(world.shopLog().includes(secret), 'log').toBe(false)
  }
})
