import { banner } from './banner.ts'
import { optionsFromEnv } from './options.ts'
import { startStorefront } from './start-storefront.ts'

try {
  const shop = await startStorefront(optionsFromEnv(process.env))
  console.log(banner(shop))

  const stop = (): void => {
    // A connection that does not end must not keep the terminal.
    setTimeout(() => process.exit(0), 500).unref()
    void shop.close().finally(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
