import { createVault } from './billing-keys/vault.ts'
import type { Context } from './context.ts'
import { bothProducts } from './gateway/both-products.ts'
import { createGateway } from './gateway/gateway.ts'
import { createOverseasGateway } from './gateway/overseas/overseas-gateway.ts'
import { health } from './health.ts'
import type { Health } from './health.ts'
import { createLog } from './log.ts'
import { checkOptions } from './options/check-options.ts'
import type { PaypleOptions } from './options/options.ts'
import { createAttention } from './attention/attention.ts'
import type { Attention } from './attention/attention.ts'
import { createOperations } from './operations/operations.ts'
import type { Operations } from './operations/operations.ts'
import { reconcile } from './reconcile.ts'
import type { Reconciled } from './reconcile.ts'
import { createApp } from './routes/app.ts'
import { work } from './work.ts'
import type { WorkOptions } from './work.ts'

/** The companion server. */
export interface Payple extends Operations {
  /**
   * Answers every request below the base path; always resolves. Mount it anywhere that speaks fetch:
   * `app.all('/payple/*', (c) => payple.fetch(c.req.raw))`.
   */
  fetch(request: Request): Promise<Response>
  /** Settles what is in doubt, handles webhooks and delivers what was not delivered. One run; `work` repeats it. */
  reconcile(): Promise<Reconciled>
  /** Reconciles, delivers and tells about what needs a person until the signal aborts. In any number of processes. Never rejects. */
  work(options: WorkOptions): Promise<void>
  /**
   * Resolves when the ledger can be used; its schema is brought up to date on the way. Call it at start to fail early.
   *
   * @throws PaypleIntegrationError `LEDGER_UNUSABLE`, `LEDGER_TOO_NEW`
   */
  ready(): Promise<void>
  /** Numbers for a health page. Never rejects. */
  health(): Promise<Health>
  /** What only a person can decide. */
  readonly attention: Attention
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
  const overseas =
    settings.overseas === undefined
      ? undefined
      : createOverseasGateway({ gateway: settings.overseas.gateway, referer, world, log }, settings.overseas, timeouts)
  const context: Context = {
    settings,
    log,
    gateway: bothProducts(createGateway({ gateway: host, referer, world, log }, domestic, timeouts), overseas),
    overseas,
    vault: billingKeys === undefined ? undefined : createVault(billingKeys, world),
  }
  const operations = createOperations(context)
  return {
    fetch: createApp(context, operations),
    reconcile: () => reconcile(context),
    health: () => health(context),
    ...operations,
    attention: createAttention(context),
    work: (options) => work(context, options),
    ready: () => ledger.ready(),
    close: () => ledger.close(),
  }
}
