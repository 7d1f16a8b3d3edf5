import { getRequestListener } from '@hono/node-server'
import { adminSessions } from './admin/admin-sessions.ts'
import { APP_PATHS, createApp } from './app.ts'
import { openCompanion } from './companion.ts'
import { devFrontend } from './frontend-dev.ts'
import { staticFrontend } from './frontend.ts'
import { openGateway, type Gateway } from './gateway.ts'
import { openLedger } from './ledger.ts'
import { listen } from './listen.ts'
import { merchantOf } from './merchant.ts'
import { DEFAULT_OPTIONS, type StorefrontOptions } from './options.ts'
import { openShopStore } from './shop-store.ts'
import { shownPayment } from './slip.ts'
import { runCharges } from './subscription/runner.ts'
import { announceWebhooks } from './webhooks.ts'

export interface RunningStorefront {
  /** Origin of the shop. */
  readonly url: string
  readonly gateway: Gateway
  close: () => Promise<void>
}

/** Starts sandbox, companion and shop. Whatever was opened is closed again when a later part fails. */
export async function startStorefront(partial: Partial<StorefrontOptions> = {}): Promise<RunningStorefront> {
  const options: StorefrontOptions = { ...DEFAULT_OPTIONS, ...partial }
  const opened: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const step of opened.splice(0).toReversed()) await step()
  }

  try {
    const http = await listen(options.port, options.host)
    opened.push(http.close)
    const gateway = await openGateway(options)
    opened.push(gateway.close)
    const store = openShopStore(options.shopPath, shownPayment(gateway))
    opened.push(store.close)

    const origin = options.origin ?? `http://localhost:${http.port}`
    const clock = Date.now
    const admins = adminSessions(clock)
    const ledger = await openLedger(options.ledger)
    const payple = openCompanion({ options, origin, gateway, store, ledger, admins })
    opened.push(() => payple.close())
    await payple.ready()

    const { adminPassword, static: secured } = options
    const app = createApp({ store, gateway, origin, payple, admins, adminPassword, clock, secured })
    const api = getRequestListener(app.fetch)
    const pages = options.static ? staticFrontend(gateway.url) : await devFrontend(http.server)
    opened.push(pages.close)

    http.handle((request, response) => (isApi(request.url) ? api : pages.handle)(request, response))
    if (options.webhookSecret !== undefined) {
      // By the port, not the origin: the gateway stands on the same machine, and perhaps the origin's name is known elsewhere only.
      const address = `http://127.0.0.1:${http.port}/payple/webhooks/domestic/${options.webhookSecret}`
      await announceWebhooks(gateway, merchantOf(gateway).cstId, address)
    }

    // Payments that were under way when the last process stopped, whatever is left in doubt from now on, and what is due this month.
    const stop = new AbortController()
    const working = payple.work({ signal: stop.signal })
    runCharges({ store: store.subscriptions, charge: payple.billingKeys.charge, clock }, stop.signal)
    opened.push(() => {
      stop.abort()
      return working
    })
    return { url: origin, gateway, close }
  } catch (error) {
    await close()
    throw error
  }
}

function isApi(url = '/'): boolean {
  const path = url.split('?', 1)[0] ?? '/'
  return APP_PATHS.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}
