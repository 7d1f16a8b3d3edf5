/** A shop, a companion and Payple's script in a real browser, all answered by Playwright: nothing leaves the machine. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright'
import { build, defaultClientConditions } from 'vite'
import { scriptText } from '../../../sandbox/src/script/script-text.ts'
import type * as Kit from '../index.ts'
import { FAR_FUTURE, PAID } from './fake-companion.ts'

/** A phone as the script's own test sees one. */
export const PHONE = {
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
  hasTouch: true,
  isMobile: true,
}

const PLACES = [process.env['PAYPLE_CHROME'], '/usr/bin/chromium', '/usr/bin/google-chrome']
const QUIET = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Starts the first browser there is. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--no-first-run', ...QUIET],
  })
}

/** A package, by default this one, as one script that puts its exports on `window.kit`. */
export async function bundleKit(entry: URL = new URL('../index.ts', import.meta.url)): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['payple-source', ...defaultClientConditions] },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: entry.pathname, formats: ['iife'], name: 'kit' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  return output && 'output' in output ? output.output[0].code : ''
}

/** What the companion was told. */
export interface Report {
  readonly path: string
  readonly body: string
}

/** Opens pages of the shop. The window that the script fetches has two buttons, `pay` and `close`. */
export async function openShop(
  context: BrowserContext,
  kit: string,
): Promise<{ reports: Report[]; visit: (display: 'callback' | 'redirect') => Promise<Page> }> {
  const reports: Report[] = []
  const window = (oid: string): string => `<!doctype html><meta charset="utf-8"><script>
    const tell = (message) => (opener ?? parent).postMessage(message, '*')
    const pay = () => { tell({ type: 'pay_result', data: { PCD_PAY_RST: 'success', PCD_PAY_OID: '${oid}' } }); if (opener) close() }
  </script><button onclick="pay()">pay</button><button onclick="tell({ type: 'close' })">close</button>`
  await context.route('https://payple.test/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({
          contentType: 'text/javascript',
          body: scriptText({ generation: 'v1', origin: 'https://payple.test', embedded: false }),
        })
      : route.fulfill({
          contentType: 'text/html',
          body: window(new URLSearchParams(route.request().postData() ?? '').get('PCD_PAY_OID') ?? ''),
        }),
  )
  await context.route('https://shop.test/**', async (route) => {
    const request = route.request()
    const { pathname } = new URL(request.url())
    const body = request.postData() ?? ''
    if (!pathname.startsWith('/payple/')) {
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><meta charset="utf-8"><button id="pay">Pay</button><script>${kit}</script>`,
      })
    }
    reports.push({ path: pathname, body })
    if (pathname.endsWith('/open')) return route.fulfill({ status: 204 })
    if (pathname.endsWith('/result'))
      return route.fulfill({ json: body.includes('success') ? PAID : { status: 'canceled' } })
    const { display } = JSON.parse(body) as { display: string }
    return route.fulfill({
      json: {
        kind: 'window',
        checkoutId: 'co_1',
        orderId: 'A-1',
        oid: 'oid-1',
        goods: '휴대폰',
        amount: 1000,
        currency: 'KRW',
        expiresAt: FAR_FUTURE,
        window: {
          scriptUrl: 'https://payple.test/js/v1/payment.js',
          request: {
            clientKey: 'k',
            PCD_PAY_TYPE: 'card',
            PCD_PAY_WORK: 'CERT',
            PCD_PAY_OID: 'oid-1',
            PCD_PAY_GOODS: '휴대폰',
            PCD_PAY_TOTAL: '1000',
            PCD_RST_URL: display === 'redirect' ? 'https://shop.test/payple/return/co_1' : '/payple/return/co_1',
          },
        },
      },
    })
  })
  return {
    reports,
    async visit(display) {
      const page = await context.newPage()
      await page.goto('https://shop.test/')
      await page.evaluate(async (display) => {
        const { kit } = globalThis as unknown as { kit: typeof Kit }
        const checkout = kit.createCheckout({ orderId: 'A-1', display })
        checkout.subscribe(() => (document.title = checkout.getSnapshot().status))
        await checkout.prepare()
        document.getElementById('pay')?.addEventListener('click', () => void checkout.start())
        Object.assign(globalThis, { checkout })
      }, display)
      return page
    },
  }
}

/**
 * For input that takes its own layer away. Chromium does not always acknowledge input whose frame went before it could, and the
 * driver would wait for that for ever: the layer's going is as good.
 */
export async function untilGone(layer: FrameLocator, input: Promise<void>): Promise<void> {
  await Promise.race([input, layer.owner().waitFor({ state: 'detached' })])
}
