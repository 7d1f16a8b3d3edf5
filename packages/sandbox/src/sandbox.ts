/** Puts a sandbox together: one function from request to response, and the levers beside it. */
import { Hono } from 'hono'
import { createControl, type SandboxControl } from './control/control.ts'
import { orderPage } from './dashboard/order-page.ts'
import { dashboardPage } from './dashboard/page.ts'
import { homePage } from './dashboard/home.ts'
import { slipPage } from './dashboard/slip.ts'
import { createEventLog, type SandboxEvent } from './events.ts'
import { UnknownFieldError } from './fields/unknown.ts'
import { answerAdmin } from './routes/admin.ts'
import { answerAuth } from './routes/auth.ts'
import { BILLING_KEY_PATH, CONFIRM_PATHS, LINK_PAGE_PATH, PATHS, RECEIPT_PATH } from './routes/auth-variants.ts'
import { answerBillingKey } from './routes/billing-key.ts'
import { answerCancel } from './routes/cancel.ts'
import { answerConfirm } from './routes/confirm.ts'
import { answerLink } from './routes/link.ts'
import { answerLinkPage } from './routes/link-page.ts'
import { answerLookup } from './routes/lookup.ts'
import { answerReceipt } from './routes/receipt.ts'
import { answerRepay } from './routes/repay.ts'
import { REPAY_FAMILIES } from './routes/repay-families.ts'
import { answerGpayScript, answerScript, GPAY_SCRIPT_PATH } from './routes/script.ts'
import { answerUnknown } from './routes/unknown.ts'
import { answerWindowAct } from './routes/window-act.ts'
import { answerWindow } from './routes/window-open.ts'
import { resolveSettings, SLIP_PATH, type SandboxOptions } from './settings.ts'
import { createOverseasStore } from './overseas/state.ts'
import {
  answerCharge,
  answerCancel as answerOverseasCancel,
  answerResult,
  answerToken,
  OVERSEAS_PATHS,
} from './overseas/routes.ts'
import { answerAct, answerOpen } from './overseas/window.ts'
import { parseRule, type ScenarioRule } from './scenarios/rule.ts'
import { watchAfterwards } from './scenarios/afterwards.ts'
import { createFaultQueue } from './state/fault-queue.ts'
import { createScenarioBook } from './state/scenario-book.ts'
import { imageOf, restore } from './state/image.ts'
import { createStore } from './state/store.ts'
import { BodyTooLargeError } from './wire/fields.ts'
import { isSandboxNetworkError } from './wire/network-error.ts'
import { initialUrls } from './webhooks/webhook.ts'
import type { World } from './world.ts'

/** A local Payple. */
export interface Sandbox {
  /**
   * Answers a request as Payple would. Rejects where Payple's connection would break, like `fetch` itself:
   * faults `refuse` and `lost-answer` reject at once, `hang` when the request's signal aborts.
   */
  fetch(request: Request): Promise<Response>
  readonly control: SandboxControl
  readonly events: {
    /** What happened so far, oldest first; the last 5,000. */
    list(): readonly SandboxEvent[]
    /** Calls `listener` for every event from now on. Returns a function that stops it. */
    subscribe(listener: (event: SandboxEvent) => void): () => void
  }
  /** Everything it remembers, as text for the option `state`. Keys of partners are not in it; test cards and tokens are. */
  save(): string
  /** Breaks every call that still hangs. The state stays readable. */
  close(): void
}

/** Makes a sandbox with its own state. Throws a `TypeError` for an origin or path prefix that cannot work. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const closing = new AbortController()
  const settings = resolveSettings(options)
  const { now: clock } = settings
  settings.now = () => clock() + world.clockOffset
  const scenarios = createScenarioBook(settings.random)
  const world: World = {
    settings,
    store: createStore(),
    overseas: createOverseasStore(),
    events: createEventLog(),
    scenarios,
    clockOffset: 0,
    faults: createFaultQueue(scenarios),
    webhookUrls: initialUrls(settings.merchants, settings.overseas.accounts),
    probedUrls: new Set(),
    deliveries: new Set(),
    holdsWebhooks: false,
    webhookCount: 0,
    warnings: new WeakMap(),
    closed: closing.signal,
  }
  const control = createControl(world)
  if (options.state !== undefined) restore(world, options.state)
  watchAfterwards(world, control)
  for (const rule of (options.scenarios ?? []).map(parseRule)) if (!isOn(scenarios, rule)) control.scenario(rule)
  const app = createApp(world, control)
  return {
    fetch: async (request) => app.fetch(request),
    control,
    events: { list: world.events.list, subscribe: world.events.subscribe },
    save: () => imageOf(world),
    close: () => closing.abort(),
  }
}

/** A header takes printable ASCII only. */
function headerText(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 1000)
}

/** Whether a remembered rule says the same: a restart does not switch it on twice; in one list it may stand twice. */
function isOn(scenarios: World['scenarios'], rule: ScenarioRule): boolean {
  const names = ['scenario', 'orders', 'times', 'chance'] as const
  return scenarios.list().some((known) => names.every((name) => known[name] === rule[name]))
}

function createApp(world: World, control: SandboxControl): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    const warnings = world.warnings.get(c.req.raw)
    if (warnings !== undefined) c.res.headers.set('x-sandbox-warning', headerText(warnings.join(' ')))
  })
  const prefix = world.settings.pathPrefix
  const without = (path: string) => path.split('?')[0] ?? ''
  const confirmPaths = Object.values(CONFIRM_PATHS).map(without)
  app.get('/js/v1/payment.js', (c) => answerScript(world, c.req.raw, 'v1'))
  app.get('/js/cpay.payple.1.0.1.js', (c) => answerScript(world, c.req.raw, '1.0.1'))
  app.get(GPAY_SCRIPT_PATH, (c) => answerGpayScript(world, c.req.raw))
  app.post(OVERSEAS_PATHS.token, (c) => answerToken(world, c.req.raw))
  app.post(OVERSEAS_PATHS.charge, (c) => answerCharge(world, c.req.raw))
  app.post(OVERSEAS_PATHS.cancel, (c) => answerOverseasCancel(world, c.req.raw))
  app.post(OVERSEAS_PATHS.lookup, (c) => answerResult(world, c.req.raw))
  app.post('/_/gpay/open', (c) => answerOpen(world, c.req.raw))
  app.post('/_/gpay/:id/:act', (c) => answerAct(world, c.req.raw, c.req.param('id'), c.req.param('act')))
  app.post('/php/auth.php', (c) => answerAuth(world, c.req.raw))
  app.post('/index.php', (c) => answerWindow(world, c.req.raw))
  // A confirm at any other known address must hear AUTH0008 instead of a bare 404.
  for (const path of new Set([...confirmPaths.map((path) => prefix + path), ...confirmPaths])) {
    app.post(path, (c) => answerConfirm(world, c.req.raw))
  }
  app.post(prefix + PATHS.lookup, (c) => answerLookup(world, c.req.raw))
  for (const family of REPAY_FAMILIES) {
    app.post(prefix + without(PATHS[family.purpose]), (c) => answerRepay(world, c.req.raw, family))
  }
  app.post(prefix + PATHS.cancel, (c) => answerCancel(world, c.req.raw))
  app.post(prefix + BILLING_KEY_PATH, (c) => answerBillingKey(world, c.req.raw))
  app.post(prefix + RECEIPT_PATH, (c) => answerReceipt(world, c.req.raw))
  app.post(prefix + without(PATHS.link), (c) => answerLink(world, c.req.raw))
  app.get(prefix + LINK_PAGE_PATH, (c) => answerLinkPage(world, c.req.raw))
  app.post('/_/window/:id/:act', (c) => answerWindowAct(world, c.req.raw, c.req.param('id'), c.req.param('act')))
  app.all('/_/api/*', (c) => answerAdmin(world, control, c.req.raw))
  app.get('/_/healthz', (c) => c.json({ status: 'ok' }))
  app.get(SLIP_PATH, (c) => slipPage(world, c.req.raw))
  app.get('/_/', (c) => dashboardPage(world, control, c.req.raw))
  app.get('/_/order', (c) => orderPage(world, control, c.req.raw))
  app.get('/_', (c) => c.redirect('/_/'))
  app.get('/', (c) => homePage(world, c.req.raw))
  app.notFound((c) => answerUnknown(c.req.raw, prefix))
  app.onError((error, c) => {
    if (error instanceof UnknownFieldError)
      return c.json({ error: error.message, field: error.field, nearest: error.nearest }, 400)
    if (error instanceof BodyTooLargeError) return c.json({ error: error.message }, 413)
    // A broken connection, or the caller's own abort, has to reach the caller as a rejection.
    if (isSandboxNetworkError(error) || c.req.raw.signal.aborted) throw error
    return c.json({ error: `The sandbox failed: ${error.message}` }, 500)
  })
  return app
}
