/** The way to a shop on payple-kit's companion server, by its public routes (ARCHITECTURE.md, "The companion's routes"). */
import type { Fields, MerchantShop, ShopAnswer, ShopState } from './shop.ts'

/** Options of `companionShop`. */
export interface CompanionShopOptions {
  /** Reaches the server: `fetch`, or `payple.fetch` itself. */
  fetch: (request: Request) => Promise<Response>
  /** Address of the companion, such as `https://shop.example/payple`. */
  base: string
  /** Makes an order in the shop and resolves with its id. */
  createOrder: MerchantShop['createOrder']
  /** Method to pay with; `overseas-card` for the checks of that product. Default `card`. */
  method?: string | undefined
  /** Sent along, such as the session's cookie. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Last part of `webhooks/domestic/<secret>` and `webhooks/overseas/<secret>`. Without it webhooks are not checked. */
  webhookSecret?: string | undefined
  refund?: MerchantShop['refund']
  later?: MerchantShop['later']
  visible?: MerchantShop['visible']
}

interface Prepared {
  checkoutId?: string
  window?: { request?: Fields }
  outcome?: { status?: string }
}

const STATES: Readonly<Record<string, ShopState>> = {
  paid: 'paid',
  registered: 'paid',
  failed: 'failed',
  canceled: 'canceled',
  unknown: 'unknown',
}

/** The adapter. `later`, `refund` and `visible` are taken over as they are. */
export function companionShop(options: CompanionShopOptions): MerchantShop {
  const { base, method = 'card', headers = {}, webhookSecret, createOrder, refund, later, visible } = options
  const checkouts = new Map<string, string>()
  const call = (path: string, body?: object): Promise<Response> =>
    options.fetch(
      new Request(`${base}/${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', origin: new URL(base).origin, ...headers },
      }),
    )
  const form = (path: string, fields: Fields): Promise<Response> =>
    options.fetch(
      new Request(`${base}/${path}`, { method: 'POST', body: new URLSearchParams({ ...fields }), redirect: 'manual' }),
    )
  const overseas = method === 'overseas-card'
  const idOf = (orderId: string): string => {
    const id = checkouts.get(orderId)
    if (id === undefined) throw new Error(`Order ${orderId} was not prepared.`)
    return id
  }
  return {
    createOrder,
    async prepare(orderId) {
      const response = await call('checkouts', { orderId, method, display: 'callback' })
      const prepared = (await response.json()) as Prepared
      const request = prepared.window?.request
      if (request === undefined || prepared.checkoutId === undefined)
        throw new Error(
          `The companion prepared no window: status ${response.status} ${JSON.stringify(prepared).slice(0, 300)}`,
        )
      checkouts.set(orderId, prepared.checkoutId)
      if (!overseas) return request
      // The token comes on the click.
      const { authorization: Authorization, payCls } = (await (
        await call(`checkouts/${prepared.checkoutId}/open`, {})
      ).json()) as Fields
      return { ...request, Authorization: Authorization ?? '', ...(payCls === undefined ? {} : { payCls }) }
    },
    deliver: async (orderId, result) =>
      answerOf(
        overseas
          ? await form(`return/${idOf(orderId)}`, result)
          : await call(`checkouts/${idOf(orderId)}/result`, { result }),
      ),
    async stateOf(orderId) {
      const { outcome } = (await (await call(`checkouts/${idOf(orderId)}`)).json()) as Prepared
      return STATES[outcome?.status ?? ''] ?? 'open'
    },
    ...(webhookSecret === undefined
      ? {}
      : {
          webhook: async (fields: object) =>
            answerOf(await call(`webhooks/${overseas ? 'overseas' : 'domestic'}/${webhookSecret}`, fields)),
        }),
    ...(refund === undefined ? {} : { refund }),
    ...(later === undefined ? {} : { later }),
    ...(visible === undefined ? {} : { visible }),
  }
}

async function answerOf(response: Response): Promise<ShopAnswer> {
  const contentType = response.headers.get('content-type') ?? ''
  const location = response.headers.get('location') ?? undefined
  return { status: response.status, contentType, body: await response.text(), location }
}
