import { createVault } from './billing-keys/vault.ts'
import type { Context } from './context.ts'
import { createGateway } from './gateway/gateway.ts'
import { health } from './health.ts'
import type { Health } from './health.ts'
import { createLog } from './log.ts'
import { checkOptions } from './options/check-options.ts'
import type { PaypleOptions } from './options/options.ts'
import { createPayments } from './payments.ts'
import type { Payments } from './payments.ts'
import { reconcile } from './reconcile.ts'
import type { Reconciled } from './reconcile.ts'
import { createApp } from './routes/app.ts'

/** The companion server. */
export interface Payple {
  /**
   * Answers every request below the base path; always resolves. Mount it anywhere that speaks fetch:
   * `app.all('/payple/*', (c) => payple.fetch(c.req.raw))`.
   */
  fetch(request: Request): Promise<Response>
  /** Settles what is in doubt and delivers what was not delivered. Run it about once a minute. */
  reconcile(): Promise<Reconciled>
  /** Numbers for a health page. Never rejects. */
  health(): Promise<Health>
  readonly payments: Payments
  /**
   * The billing key behind a `bk_…` reference, for the shop's own recurring charges. Keep it on the server.
   *
   * @returns `undefined` for an unknown reference or without the `billingKeys` option
   * @throws PaypleIntegrationError `BILLING_KEY_UNREADABLE` when its sealing key is no longer configured
   */
  revealBillingKey(reference: string): Promise<string | undefined>
  /** Closes the ledger. Requests after that are answered with 500. */
  close(): Promise<void>
}

/**
 * Creates the companion: it keeps the secrets, decides amounts, and is the only one that can say "paid".
 *
 * @throws PaypleIntegrationError `CONFIG_INVALID` or `ENVIRONMENT_INVALID` for options that cannot work
 */
export function createPayple(options: PaypleOptions): Payple {
  const settings = checkOptions(options)
  const { world, gateway: host, origin: referer, domestic, timeouts, billingKeys, ledger } = settings
  const log = createLog(settings.log, world.clock)
  const context: Context = {
    settings,
    log,
    gateway: createGateway({ gateway: host, referer, world, log }, domestic, timeouts),
    vault: billingKeys === undefined ? undefined : createVault(billingKeys, world),
  }
  return {
    fetch: createApp(context),
    reconcile: () => reconcile(context),
    health: () => health(context),
    payments: createPayments(context),
    revealBillingKey: async (reference) => {
      const stored = await ledger.billingKey(reference)
      return stored === undefined || stored.scope !== settings.scope ? undefined : context.vault?.open(stored)
    },
    close: () => ledger.close(),
  }
}
