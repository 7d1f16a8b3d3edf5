/** The dashboard as a developer uses it: lists, and the buttons of the console. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStage, type Stage, violationsIn } from '../testing/browser.ts'
import { payOverseas } from '../testing/drive-overseas.ts'
import { keysFor, pay, postJson, registerCard, repay, transfer } from '../testing/drive.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** A card payment, a charge, a transfer, a link, and a shop that hears of them. */
beforeEach(async () => {
  const { sandbox } = stage.server
  sandbox.control.reset()
  await sandbox.control.setWebhookUrls({ payment: `${stage.shop.origin}/hook`, deletion: `${stage.shop.origin}/gone` })
  await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'card-order' }, { expiry: '12/99' })
  const key = await registerCard(sandbox, { number: '5500000000000004', expiry: '12/99' })
  await repay(sandbox, 'SPCD', key, { PCD_PAY_OID: 'charge-order' })
  await transfer(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'transfer-order' })
  await postJson(sandbox, '/php/link/api/LinkRegAct.php?ACT_=LINKREG', {
    ...(await keysFor(sandbox, { PCD_PAY_WORK: 'LINKREG' })),
    PCD_PAY_WORK: 'LINKREG',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_GOODS: '링크상품',
    PCD_PAY_TOTAL: '1000',
  })
  await sandbox.control.webhooksSettled()
})

async function open(view = 'payments', language: 'ko' | 'en' = 'en', path = '/_/'): Promise<void> {
  page = await stage.visit()
  await page.goto(
    `${stage.server.url}${path}?${new URLSearchParams({ view, lang: language, oid: 'card-order' }).toString()}`,
  )
  await page.locator('h1').waitFor()
}

const live = () => page.locator('#live')

describe('the dashboard', () => {
  it('lists payments of both products with their means, keys, links and webhooks, each in a view of its own', async () => {
    await payOverseas(stage.server.sandbox, { service_oid: 'abroad' })
    await open()
    await live().getByText('re-payment').waitFor()
    await live().getByText('Shinhan').waitFor()
    await live().getByText('USD 19.90').waitFor()
    await page.getByRole('link', { name: 'Billing keys' }).click()
    expect(await live().locator('table').first().locator('tbody tr').count()).toBe(3)
    expect(await live().locator('table').last().locator('tbody tr').count()).toBe(1)
    await page.getByRole('link', { name: 'Links' }).click()
    await live().getByText('링크상품').waitFor()
    await page.getByRole('link', { name: 'Webhooks' }).click()
    expect(await live().locator('tbody tr').count()).toBe(4)
    await page.getByRole('link', { name: 'Calls' }).click()
    await live().getByText('link.made').waitFor()
  })

  it('a payment appears by itself, and what was opened stays open', async () => {
    await open('calls')
    await live().getByText('link.made').waitFor()
    await live().locator('summary').first().click()
    await pay(stage.server.sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'new-order' })
    await live().getByText('new-order').first().waitFor()
    expect(await live().locator('details[open]').count()).toBe(1)
  })

  it('explains every field of a call, with its section', async () => {
    await open('calls')
    const call = live().locator('tr', { hasText: 'repay.charged' })
    await call.locator('summary').click()
    await call.getByText('Billing key; treat it like a secret domestic.md 3.8').first().waitFor()
    const names = await call.locator('dt').allTextContents()
    expect(await call.locator('.meaning').count()).toBe(names.length)
  })

  it('cancels a payment, by keyboard', async () => {
    await open()
    await page.getByRole('button', { name: 'Cancel card-order' }).press('Enter')
    await page.getByLabel('Amount').press('Enter')
    await page.getByText('Done.').waitFor()
    await live().getByText('refunded', { exact: true }).waitFor()
    expect(stage.server.sandbox.control.payment('card-order')).toMatchObject({
      status: 'refunded',
      refunds: [{ amount: 1000, by: 'console' }],
    })
  })

  it('says why it cannot', async () => {
    await open()
    await page.getByRole('button', { name: 'Cancel card-order' }).click()
    await page.getByLabel('Amount').fill('400')
    await page.getByRole('button', { name: 'Give it back' }).click()
    await page.getByText('the test account cannot refund in parts.').waitFor()
    expect(stage.server.sandbox.control.payment('card-order')).toMatchObject({ status: 'paid' })
  })

  it('cancels an overseas payment in part', async () => {
    await payOverseas(stage.server.sandbox, { service_oid: 'abroad' })
    await open()
    await page.getByRole('button', { name: 'Cancel abroad' }).click()
    await page.getByLabel('Amount').fill('4.95')
    await page.getByRole('button', { name: 'Give it back' }).click()
    await live().getByText('USD 4.95 refunded').waitFor()
    expect(stage.server.sandbox.control.overseasPayment('abroad')).toMatchObject({ cancelled: 495 })
  })

  it('deletes a billing key, which the shop hears of, and sends a webhook again', async () => {
    await open('keys')
    stage.shop.posts = []
    await page.getByRole('button', { name: 'Delete 신한은행' }).click()
    await page.getByText('Done.').waitFor()
    await stage.server.sandbox.control.webhooksSettled()
    expect(stage.shop.posts).toMatchObject([{ path: '/gone' }])
    await page.getByRole('link', { name: 'Webhooks' }).click()
    await page.getByRole('button', { name: 'Send again' }).last().click()
    await page.getByText('Done.').waitFor()
    expect(stage.shop.posts).toHaveLength(2)
  })

  it('switches a scenario on with limits, shows what it struck, and switches it off', async () => {
    const { sandbox } = stage.server
    await open('scenarios')
    await page.getByLabel('Order numbers that begin with').fill('BAD-')
    await page.getByLabel('Number of calls').fill('1')
    await page.getByRole('button', { name: 'Switch on Declined: limit exceeded' }).press('Enter')
    await page.getByText('Switched on', { exact: true }).waitFor()
    expect(await page.getByLabel('Order numbers that begin with').inputValue()).toBe('BAD-')
    await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'BAD-1' }, { expiry: '12/99' })
    await page.getByText('1 / 1').waitFor()
    expect(sandbox.control.payment('BAD-1')).toMatchObject({ status: 'declined' })
    await page.getByRole('button', { name: 'Switch off Declined: limit exceeded' }).click()
    await page.getByText('Switched on', { exact: true }).waitFor({ state: 'detached' })
    expect(sandbox.control.scenarios()).toEqual([])
  })

  it('moves the clock', async () => {
    const before = stage.server.sandbox.control.time()
    await open('scenarios')
    await page.getByRole('button', { name: '+1 d Clock' }).click()
    await page.getByText('+1 d from real time').waitFor()
    expect(stage.server.sandbox.control.time() - before).toBeGreaterThanOrEqual(86_400_000)
    await page.getByRole('button', { name: 'Back to real time' }).click()
    await page.getByText('from real time').waitFor({ state: 'detached' })
  })

  it('tells the way of one payment: drawn for the eye, numbered for everybody', async () => {
    await open('payments', 'en', '/_/order')
    const steps = live().locator('ol.steps > li')
    expect(await steps.locator('strong').allTextContents()).toEqual([
      'Page → Payple',
      'Payple → Page',
      'Payple → Server',
    ])
    expect(await live().locator('svg.diagram .arrow').count()).toBe(await steps.count())
    stage.shop.posts = []
    await page.getByRole('button', { name: 'Send webhooks again' }).click()
    await page.getByText('Done.').waitFor()
    expect(stage.shop.posts).toHaveLength(1)
  })

  it('a hostile goods name is a name', async () => {
    const goods = '<img src=x onerror="document.title=1">'
    await pay(stage.server.sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: '"><b>x', PCD_PAY_GOODS: goods })
    await open()
    await live().getByText(goods).waitFor()
    await live().getByText('"><b>x').click()
    await page.getByRole('heading', { name: '"><b>x' }).waitFor()
    expect(await page.locator('#live img, #live b, h1 b').count()).toBe(0)
    expect(stage.errors).toEqual([])
  })

  it('a thousand payments come by the page', async () => {
    const { sandbox } = stage.server
    await sandbox.control.setWebhookUrls({ payment: null, deletion: null })
    for (let n = 0; n < 1000; n++)
      await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: `many-${n}` }, { expiry: '12/99' })
    await open()
    expect(await live().locator('tbody tr').count()).toBe(50)
    await page.getByText(/^1–50 \/ 1004$/).waitFor()
    await page.getByRole('link', { name: 'Older' }).click()
    await page.getByText(/^51–100 /).waitFor()
  })

  it.each([
    ['light', 1280, 'ko'],
    ['dark', 390, 'en'],
  ] as const)('every view is accessible and fits: %s, %i wide, %s', async (colorScheme, width, language) => {
    await payOverseas(stage.server.sandbox, { service_oid: 'abroad' })
    stage.server.sandbox.control.scenario('slow')
    for (const view of ['payments', 'keys', 'links', 'webhooks', 'calls', 'scenarios', 'order']) {
      await (view === 'order' ? open('', language, '/_/order') : open(view, language))
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      if (view === 'calls' || view === 'order') await live().locator('summary').first().click()
      expect([view, await violationsIn(page)]).toEqual([view, []])
      expect([view, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([view, true])
    }
    await open('payments', language)
    await page.locator('[data-cancel]').first().click()
    await page.locator('#cancel-amount').waitFor()
    expect(await violationsIn(page)).toEqual([])
  })
})
