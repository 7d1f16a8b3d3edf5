import { createPayple, type Ledger, type Payple, type TimeoutOptions } from '@payple-kit/server'
import type { AdminSessions } from './admin/admin-sessions.ts'
import { adminsOnly } from './admin/authorize.ts'
import { isRegistrationId } from './cards/registration.ts'
import type { Gateway } from './gateway.ts'
import { orderLoader } from './load-order.ts'
import { merchantOf, OVERSEAS } from './merchant.ts'
import type { StorefrontOptions } from './options.ts'
import { takeSettled } from './settled.ts'
import type { ShopStore } from './shop-store.ts'

/** Encrypts stored billing keys. For trying out only: a real shop keeps its own 32 random bytes in the environment. */
const DEMO_KEY = { id: 'demo', secret: Buffer.from('payple-kit storefront demo key!!').toString('base64') }

export interface CompanionParts {
  readonly options: StorefrontOptions
  readonly origin: string
  readonly gateway: Gateway
  readonly store: ShopStore
  readonly ledger: Ledger
  readonly admins: AdminSessions
}

/** The companion: everything a shop has to write to take payments. */
export function openCompanion({ options, origin, gateway, store, ledger, admins }: CompanionParts): Payple {
  return createPayple({
    environment: gateway.kind === 'test' ? 'test' : { sandbox: gateway.url },
    origin,
    domestic: {
      ...merchantOf(gateway),
      authentication: options.authentication,
      work: options.work,
      ...jquery(options, gateway),
    },
    overseas: OVERSEAS,
    ledger,
    // Where a phone comes back to: the member's cards, or the order.
    landing: (view) => (isRegistrationId(view.orderId) ? '/cards/return' : '/checkout/return'),
    billingKeys: { keys: [DEMO_KEY] },
    webhooks: options.webhookSecret === undefined ? undefined : { secret: options.webhookSecret },
    loadOrder: orderLoader(store.orders),
    authorize: adminsOnly(admins),
    onSettled: (settled) => takeSettled(store, settled),
    // A real shop would send this to whoever is on call. The same list is on the admin page.
    onAttention: ({ kind, orderId, advice }) =>
      console.error(`[payple] needs a person: ${kind} ${orderId ?? ''}. ${advice}`),
    timeouts: timeouts(options.timeoutMs),
  })
}

/** One limit for every call. */
function timeouts(ms: number | undefined): TimeoutOptions | undefined {
  return ms === undefined ? undefined : { authMs: ms, confirmMs: ms, lookupMs: ms }
}

/** The script of 2020 needs jQuery. Whether the present one does is not documented, so Payple's own gets it too. */
function jquery(options: StorefrontOptions, gateway: Gateway): { jqueryUrl?: string } {
  return options.authentication === 'auth-file' || gateway.kind === 'test' ? { jqueryUrl: '/vendor/jquery.js' } : {}
}
