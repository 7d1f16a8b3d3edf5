/** A real browser and a shop to open in it. */
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Frame,
  type FrameLocator,
  type Page,
} from 'playwright'
import { type RunningSandbox, startSandbox } from '../node.ts'
import { CLIENT_KEY } from './drive.ts'

const BROWSERS = [
  process.env['PAYPLE_CHROME'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Starts the first browser there is; Playwright's own when there is none of these. */
function launchBrowser(): Promise<Browser> {
  const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path))
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

type Buyer = 'korean' | 'english' | 'phone'

const BUYERS: Readonly<Record<Buyer, BrowserContextOptions>> = {
  korean: { locale: 'ko-KR' },
  english: { locale: 'en-US' },
  phone: {
    locale: 'ko-KR',
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
  },
}

/** Who comes to the shop, and how it looks to them. A phone keeps its own width. */
export interface Visit {
  buyer?: Buyer
  colorScheme?: 'light' | 'dark'
  width?: number
  /** Markup of the shop's page. Default: the script of 2023 on. */
  scripts?: string
}

/** A shop, a sandbox and a browser for one test file. */
export interface Stage {
  server: RunningSandbox
  shop: Shop
  /** What the page of the current visit has shown with `alert`. */
  alerts: string[]
  /** Uncaught errors of the page of the current visit. */
  errors: string[]
  /**
   * A freshly loaded shop. The page itself is kept for the next visit of the same buyer, because opening one takes
   * longer than a whole test; nothing the sandbox does outlives a navigation.
   */
  visit(visit?: Visit): Promise<Page>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const [browser, server, shop] = await Promise.all([launchBrowser(), startSandbox({ port: 0 }), openShop()])
  const pages = new Map<Buyer, Page>()
  const pageOf = async (buyer: Buyer) => {
    const page = await (await browser.newContext(BUYERS[buyer])).newPage()
    page.on('pageerror', (error) => stage.errors.push(error.message))
    page.on('dialog', (dialog) => {
      stage.alerts.push(dialog.message())
      void dialog.accept()
    })
    pages.set(buyer, page)
    return page
  }
  const stage: Stage = {
    server,
    shop,
    alerts: [],
    errors: [],
    async visit({ buyer = 'korean', colorScheme = 'light', width = 1280, scripts } = {}) {
      const page = pages.get(buyer) ?? (await pageOf(buyer))
      await page.emulateMedia({ colorScheme })
      if (buyer !== 'phone') await page.setViewportSize({ width, height: 844 })
      shop.scripts = scripts ?? `<script src="${server.url}/js/v1/payment.js"></script>`
      shop.answerAuth = async () => ({ status: 500, body: '' })
      shop.posts = []
      stage.alerts = []
      stage.errors = []
      await page.goto(shop.origin)
      return page
    },
    async close() {
      shop.close()
      await Promise.all([browser.close(), server.close()])
    },
  }
  return stage
}

interface Shop {
  origin: string
  /** What its every page is made of. */
  scripts: string
  /** Every form and call that reached it since the visit began. */
  posts: { path: string; type: string; body: string }[]
  /** What `/auth` answers; a merchant's auth file. */
  answerAuth: () => Promise<{ status: number; body: string }>
  close(): void
}

async function openShop(): Promise<Shop> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    const { method, url = '', headers } = request
    if (method === 'POST') shop.posts.push({ path: url, type: headers['content-type'] ?? '', body })
    if (url === '/auth') {
      const answered = await shop.answerAuth()
      response.writeHead(answered.status).end(answered.body)
      return
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(
      `<!doctype html><html lang="ko"><head><title>Shop</title><link rel="icon" href="data:,"></head><body><h1>Shop</h1>${shop.scripts}</body></html>`,
    )
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const shop: Shop = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scripts: '',
    posts: [],
    answerAuth: async () => ({ status: 500, body: '' }),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return shop
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}
const { source: AXE }: { source: string } = createRequire(
  createRequire(import.meta.url).resolve('@axe-core/playwright'),
)('axe-core')

/**
 * Accessibility violations of one document. The checker runs inside it instead of through `AxeBuilder`, which opens
 * another page for every analysis.
 */
export async function violationsIn(view: Page | Frame): Promise<[rule: string, html: string[]][]> {
  await view.evaluate(AXE)
  return view.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])
  })
}

/** What the page remembers of a call. */
export interface PageLog {
  results: Record<string, unknown>[]
  sameObject: boolean
  request: Record<string, unknown>
  threw: string | undefined
}

/** Calls the entry point with the usual order; `fields` on top, `undefined` removes. Never waits for a result. */
export async function callPayple(page: Page, fields: Record<string, unknown> = {}, callback = true): Promise<void> {
  const order = {
    clientKey: CLIENT_KEY,
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'CERT',
    PCD_CARD_VER: '01',
    PCD_PAY_GOODS: '휴대폰',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_OID: `order-${crypto.randomUUID()}`,
    PCD_RST_URL: '/result',
    ...fields,
  }
  await page.evaluate(
    ([request, withCallback]) => {
      const scope = window as unknown as { log: PageLog; PaypleCpayAuthCheck(request: object): unknown }
      const log: PageLog = { results: [], sameObject: false, request, threw: undefined }
      scope.log = log
      if (withCallback) {
        request['callbackFunction'] = (result: Record<string, unknown>) => {
          log.results.push(result)
          log.sameObject = result === request
        }
      }
      try {
        log.threw = scope.PaypleCpayAuthCheck(request) === undefined ? undefined : 'returned a value'
      } catch (error) {
        log.threw = String(error)
      }
    },
    [order as Record<string, unknown>, callback] as const,
  )
}

/** The page's log, functions left out. */
export function readLog(page: Page): Promise<PageLog> {
  return page.evaluate(() => JSON.parse(JSON.stringify((window as unknown as { log: PageLog }).log)))
}

/** The log once a result has arrived. */
export async function awaitResult(page: Page): Promise<PageLog> {
  await page.waitForFunction(() => (window as unknown as { log: PageLog }).log.results.length > 0)
  return readLog(page)
}

/**
 * For input that takes its own layer away. Chromium does not always acknowledge input whose frame went before it could, and the
 * driver would wait for that for ever: the layer's going is as good.
 */
export async function untilGone(layer: FrameLocator, input: Promise<void>): Promise<void> {
  await Promise.race([input, layer.owner().waitFor({ state: 'detached' })])
}

/** Fills the account step as a buyer would, with the test account of these last digits. */
export async function giveAccount(view: Page | FrameLocator, ending = '6789'): Promise<void> {
  await view.getByTestId(`test-account-${ending}`).click()
  await view.getByTestId('agree').check()
  await view.getByTestId('pay').click()
}

/** Types the number that the ARS call would have told. */
export async function verifyAccount(view: Page | FrameLocator): Promise<void> {
  const shown = view.getByTestId('verify-shown')
  await shown.waitFor()
  await view.getByTestId('verify-code').fill((await shown.textContent()) ?? '')
  await view.getByTestId('verify-submit').click()
}

/** Pays as a buyer would, with the test card of these last digits. */
export async function payInside(view: Page | FrameLocator, ending = '4242'): Promise<void> {
  await view.getByTestId(`test-card-${ending}`).click()
  await view.getByTestId('agree').check()
  await view.getByTestId('pay').click()
}
