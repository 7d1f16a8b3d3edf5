/** The way out in a real browser: above Payple's layer wherever the button stands. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleKit, launchBrowser, openShop } from '../../browser/src/testing/chromium.ts'
import type * as Kit from './testing/button-page.tsx'

let browser: Browser
let kit: string
beforeAll(async () => {
  ;[browser, kit] = await Promise.all([launchBrowser(), bundleKit(new URL('testing/button-page.tsx', import.meta.url))])
})
afterAll(() => browser.close())

it('is on top, clickable, and gives the focus back', async () => {
  const context = await browser.newContext()
  const shop = await openShop(context, kit)
  const page = await context.newPage()
  await page.goto('https://shop.test/')
  await page.evaluate(() => (globalThis as unknown as { kit: typeof Kit }).kit.mount())
  const button = page.locator('#checkout')
  await page.locator('#checkout[data-state=ready]').waitFor()
  await button.click()
  await page.frameLocator('#cpay_ifr').getByText('close').waitFor()
  await page.getByRole('button', { name: '결제창 닫기' }).click()
  await page.locator('#checkout[data-state=canceled]').waitFor()
  expect(await page.locator('#layer_cpay').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('checkout')
  expect(shop.reports.at(-1)?.path).not.toBe('/payple/checkouts/co_1/open')
  await context.close()
})
