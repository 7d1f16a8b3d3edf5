import { getRequestListener } from '@hono/node-server'
import { APP_PATHS, createApp } from './app.ts'
import { openCompanion } from './companion.ts'
import { devFrontend } from './frontend-dev.ts'
import { staticFrontend } from './frontend.ts'
import { openGateway, type Gateway } from './gateway.ts'
import { listen } from './listen.ts'
import { DEFAULT_OPTIONS, type StorefrontOptions } from './options.ts'
import { openOrderStore } from './order-store.ts'

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
    const store = openOrderStore(options.shopPath)
    opened.push(store.close)

    const origin = options.origin ?? `http://localhost:${http.port}`
    const payple = openCompanion(options, origin, gateway, store)
    opened.push(() => payple.close())

    const app = createApp({ store, gateway, origin, payple, secured: options.static })
    const api = getRequestListener(app.fetch)
    const pages = options.static ? staticFrontend(gateway.url) : await devFrontend(http.server)
    opened.push(pages.close)

    http.handle((request, response) => (isApi(request.url) ? api : pages.handle)(request, response))
    // Payments that were under way when the last process stopped, and from then on whatever was left in doubt.
    const reconcile = () => payple.reconcile().catch((error: unknown) => console.error(error))
    await reconcile()
    const timer = setInterval(() => void reconcile(), 60_000)
    opened.push(() => clearInterval(timer))
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
