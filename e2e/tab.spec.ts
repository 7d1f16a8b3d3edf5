import { devices } from '@playwright/test'
import type { Page } from '@playwright/test'
import { Buyer, CARD } from './world/buyer.ts'
import { expect, test } from './world/test.ts'

const { defaultBrowserType: _, ...iPhone } = devices['iPhone 13']
test.use({ ...iPhone, locale: 'ko-KR' })

/** The shop uses direct mode on phones. A shop that asks for the callback there gets Payple's new tab (fact sheet 3.5). */
async function askForCallback(page: Page): Promise<void> {
  await page.route('**/payple/checkouts', async (route) => {
    const body = route.request().postDataJSON() as Record<string, unknown>
    await route.continue({ postData: JSON.stringify({ ...body, display: 'callback' }) })
  })
}

test('a phone pays in a new tab, which closes by itself', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  await askForCallback(page)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)

  const opening = page.waitForEvent('popup')
  await buyer.button.click()
  const tab = await opening
  await buyer.pay(tab)

  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
  await expect.poll(() => tab.isClosed()).toBe(true)
})

test('the buyer closes the tab without a word: the button is usable again and a second try pays', async ({
  page,
  world,
}) => {
  const buyer = new Buyer(page, world)
  await askForCallback(page)
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  const opening = page.waitForEvent('popup')
  await buyer.button.click()
  await (await opening).close()
  await expect(buyer.button).toHaveAttribute('data-state', 'canceled')

  const again = page.waitForEvent('popup')
  await buyer.button.click()
  await buyer.pay(await again, CARD.approves)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})

test('a blocked pop-up is explained in Korean, and the next try pays', async ({ page, world }) => {
  const buyer = new Buyer(page, world)
  await askForCallback(page)
  await page.addInitScript(() => {
    const open = window.open.bind(window)
    let blocked = true
    window.open = (...args) => {
      if (!blocked) return open(...args)
      blocked = false
      return null
    }
  })
  const orderId = await buyer.order()
  await buyer.openPayPage(orderId)
  await buyer.button.click()
  await expect(page.getByText(/팝업을 허용/).first()).toBeVisible()

  await expect(buyer.button).toHaveAttribute('data-state', 'failed')
  const opening = page.waitForEvent('popup')
  await buyer.button.click()
  await buyer.pay(await opening)
  await buyer.expectPaid(orderId)
  await buyer.expectSettled(orderId)
})
