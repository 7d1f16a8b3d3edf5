/** What only a real browser knows: user gestures, tabs, frames and messages, Web Locks, the back-forward cache. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bundleKit, launchBrowser, openShop, PHONE, untilGone } from './testing/chromium.ts'

let browser: Browser
let kit: string
let context: BrowserContext
let shop: Awaited<ReturnType<typeof openShop>>

beforeAll(async () => {
  ;[browser, kit] = await Promise.all([launchBrowser(), bundleKit()])
})
afterAll(() => browser.close())
afterEach(() => context.close())

async function visit(display: 'callback' | 'redirect', options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext(options)
  shop = await openShop(context, kit)
  return shop.visit(display)
}
const became = async (page: Page, status: string): Promise<void> => {
  // Not by animation frames: a tab in the background has none.
  await page.waitForFunction((status) => document.title === status, status, { polling: 50 })
}
/** Anything but the end of the page itself is an error. */
const ignoreClosing = (error: Error): void => {
  if (!error.message.includes('has been closed')) throw error
}
/** Presses a button in the layer, which goes with it. */
const press = async (page: Page, name: 'pay' | 'close'): Promise<void> => {
  const layer = page.frameLocator('#cpay_ifr')
  await untilGone(layer, layer.getByText(name).click())
}
const results = (): string[] => shop.reports.filter(({ path }) => path.endsWith('/result')).map(({ body }) => body)

it('pays in the layer', async () => {
  const page = await visit('callback')
  await page.click('#pay')
  await press(page, 'pay')
  await became(page, 'paid')
  expect(await page.locator('#layer_cpay').count()).toBe(0)
  expect(shop.reports.map(({ path }) => path)).toEqual([
    '/payple/checkouts',
    '/payple/checkouts/co_1/open',
    '/payple/checkouts/co_1/result',
  ])
})

it('the buyer closes the layer', async () => {
  const page = await visit('callback')
  await page.click('#pay')
  await press(page, 'close')
  await became(page, 'canceled')
  expect(results()).toEqual([expect.stringContaining('"PCD_PAY_RST":"close"')])
})

it('on a phone the tab opens inside the tap, and pays', async () => {
  const page = await visit('callback', PHONE)
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.tap('#pay')])
  // The tab closes under the click, which may then find no page to answer to.
  await Promise.all([tab.waitForEvent('close'), tab.getByText('pay').click().catch(ignoreClosing)])
  await became(page, 'paid')
  expect(await page.locator('#layer_cpay').count(), 'the script’s stray layer is gone').toBe(0)
})

it('a tab the buyer closes is noticed', async () => {
  const page = await visit('callback', PHONE)
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.tap('#pay')])
  await became(page, 'open')
  await tab.close()
  await became(page, 'canceled')
  expect(results()).toEqual(['{"result":{"PCD_PAY_RST":"close"}}'])
})

it('Back closes the layer', async () => {
  const page = await visit('callback')
  await page.evaluate(() => history.pushState(null, '', '/next'))
  await page.click('#pay')
  await page.frameLocator('#cpay_ifr').getByText('pay').waitFor()
  await page.evaluate(() => history.back())
  await became(page, 'canceled')
  expect(await page.locator('#layer_cpay').count()).toBe(0)
})

it('a forged message with another order number pays nothing', async () => {
  const page = await visit('callback')
  await page.click('#pay')
  await page.frameLocator('#cpay_ifr').getByText('pay').waitFor()
  await page.evaluate(() =>
    postMessage({ type: 'pay_result', data: { PCD_PAY_RST: 'success', PCD_PAY_OID: 'forged' } }, '*'),
  )
  await became(page, 'canceled')
  expect(results()).toEqual(['{"result":{"PCD_PAY_RST":"close"}}'])
})

it('the second tab of the shop closes its window', async () => {
  const first = await visit('callback')
  await first.click('#pay')
  await first.frameLocator('#cpay_ifr').getByText('pay').waitFor()
  const second = await shop.visit('callback')
  await second.click('#pay')
  await became(second, 'failed')
  expect(
    await second.evaluate(() =>
      (globalThis as unknown as { checkout: { getSnapshot: () => unknown } }).checkout.getSnapshot(),
    ),
  ).toMatchObject({
    error: { code: 'ALREADY_OPEN' },
  })
  expect(await second.locator('#layer_cpay').count()).toBe(0)
  await first.bringToFront()
  await press(first, 'pay')
  await became(first, 'paid')
})

it('direct mode leaves the page; Back makes it usable again', async () => {
  const page = await visit('redirect')
  await page.click('#pay')
  await page.getByText('close').waitFor()
  expect(
    shop.reports.some(({ path }) => path.endsWith('/open')),
    'noted although the page left',
  ).toBe(true)
  await page.goBack()
  await page.locator('#pay').waitFor()
  // With the back-forward cache the page is as it was and asks; without, it is loaded anew.
  await page.waitForFunction(() => document.title !== 'open', undefined, { polling: 50 })
  expect(await page.locator('#layer_cpay').count()).toBe(0)
})
