/** Looking at webhooks and disturbing them, from a test. */
import { redact } from '../events.ts'
import { addressee } from '../overseas/options.ts'
import type { Merchant } from '../settings.ts'
import { isReceived } from '../webhooks/post.ts'
import { announce, probeUrl, sendInOrder, settled, urlFor } from '../webhooks/outbox.ts'
import {
  checkUrl,
  WEBHOOK_TARGETS,
  type WebhookAttempt,
  type WebhookKind,
  type WebhookRecord,
  type WebhookTarget,
} from '../webhooks/webhook.ts'
import { findMerchant, type World } from '../world.ts'

/** A message to the merchant's server as a test sees it. A snapshot. */
export interface SandboxWebhook {
  id: string
  kind: WebhookKind
  target: WebhookTarget
  cstId: string
  /** Order number, or `''`. */
  oid: string
  /** What was posted, long tokens shortened. */
  fields: Readonly<Record<string, string>>
  status: 'held' | 'waiting' | 'delivered' | 'failed'
  /** Oldest first. */
  attempts: readonly WebhookAttempt[]
  /** Epoch milliseconds. */
  createdAt: number
}

/** Whether an address answered the HEAD that asks for it. */
export interface WebhookProbe extends WebhookAttempt {
  url: string
  ok: boolean
}

/** Levers of webhooks. */
export interface WebhookControl {
  /** Every message, oldest first. */
  webhooks(): readonly SandboxWebhook[]
  /**
   * Registers addresses, as a merchant does in the admin console, and asks each by HEAD whether it answers. They are
   * registered even when it does not. `null` removes one. Throws a `TypeError` for an address that cannot work.
   *
   * @param cstId default: the first partner; for overseas addresses the `service_id`, default the first account
   */
  setWebhookUrls(urls: Partial<Record<WebhookTarget, string | null>>, cstId?: string): Promise<readonly WebhookProbe[]>
  /**
   * Sends messages again, one after the other, without retries.
   *
   * @param times how often the whole list is sent, default 1
   * @param order `reversed`: the last one first
   */
  redeliver(
    ids: string | readonly string[],
    options?: { times?: number; order?: 'given' | 'reversed' },
  ): Promise<readonly SandboxWebhook[]>
  /** Keeps every new message back until `releaseWebhooks`. */
  holdWebhooks(): void
  /** Sends what was kept back, one after the other, and keeps nothing back any more. */
  releaseWebhooks(options?: { order?: 'given' | 'reversed' }): Promise<readonly SandboxWebhook[]>
  /** Posts any fields to a registered address, as somebody would who forges a message. Waits for the answer. */
  sendWebhook(
    fields: Readonly<Record<string, string>>,
    options?: { target?: WebhookTarget; cstId?: string },
  ): Promise<SandboxWebhook>
  /** Waits until no attempt is under way. Retries that are due later are not waited for. */
  webhooksSettled(): Promise<void>
}

/** The levers of one world. */
export function createWebhookControl(world: World): WebhookControl {
  const { store } = world
  const send = async (webhooks: WebhookRecord[], order: 'given' | 'reversed' = 'given') => {
    await sendInOrder(world, order === 'reversed' ? webhooks.toReversed() : webhooks)
    return [...new Set(webhooks)].map(webhookSnapshot)
  }
  return {
    webhooks: () => [...store.webhooks.values()].map(webhookSnapshot),
    async setWebhookUrls(urls, cstId) {
      // An unknown partner is refused even when there is nothing to change.
      if (cstId !== undefined && Object.keys(urls).length === 0) merchantOf(world, cstId, 'payment')
      const added: string[] = []
      for (const target of WEBHOOK_TARGETS) {
        const url = urls[target]
        if (url === undefined) continue
        const { cstId: id } = merchantOf(world, cstId, target)
        const registered = { ...world.webhookUrls.get(id) }
        if (url === null) delete registered[target]
        else added.push((registered[target] = checkUrl(url)))
        world.webhookUrls.set(id, registered)
      }
      return Promise.all(
        added.map(async (url) => {
          const attempt = await probeUrl(world, url)
          return { ...attempt, url, ok: isReceived(attempt) }
        }),
      )
    },
    async redeliver(ids, { times = 1, order } = {}) {
      const webhooks = [ids].flat().map((id) => {
        const webhook = store.webhooks.get(id)
        if (webhook === undefined) throw new RangeError(`[payple-sandbox] redeliver: there is no webhook ${id}.`)
        return webhook
      })
      return send(Array.from({ length: times }, () => webhooks).flat(), order)
    },
    holdWebhooks() {
      world.holdsWebhooks = true
    },
    releaseWebhooks({ order } = {}) {
      world.holdsWebhooks = false
      return send(
        [...store.webhooks.values()].filter(({ status }) => status === 'held'),
        order,
      )
    },
    async sendWebhook(fields, { target = 'payment', cstId } = {}) {
      const merchant = merchantOf(world, cstId, target)
      if (urlFor(world, merchant, target) === undefined) {
        throw new TypeError(`[payple-sandbox] sendWebhook: ${merchant.cstId} has registered no ${target} address.`)
      }
      const webhook = announce(world, { kind: 'custom', target, merchant, oid: fields['PCD_PAY_OID'] ?? '', fields })
      await settled(world)
      return webhookSnapshot(webhook as WebhookRecord)
    },
    webhooksSettled: () => settled(world),
  }
}

/** A message as it stands now. */
function webhookSnapshot(webhook: WebhookRecord): SandboxWebhook {
  const { id, kind, target, merchant, oid, fields, status, attempts, createdAt } = webhook
  return Object.freeze({
    id,
    kind,
    target,
    cstId: merchant.cstId,
    oid,
    fields: redact(fields),
    status,
    attempts: attempts.map((attempt) => ({ ...attempt })),
    createdAt,
  })
}

function merchantOf(world: World, cstId: string | undefined, target: WebhookTarget): Pick<Merchant, 'cstId'> {
  if (target.startsWith('overseas-')) {
    const { accounts } = world.settings.overseas
    const account = cstId === undefined ? accounts[0] : accounts.find(({ serviceId }) => serviceId === cstId)
    if (account === undefined) throw new RangeError(`[payple-sandbox] there is no overseas account ${cstId ?? ''}.`)
    return addressee(account)
  }
  const merchant = cstId === undefined ? world.settings.merchants[0] : findMerchant(world, cstId)
  if (merchant === undefined) throw new RangeError(`[payple-sandbox] there is no partner ${cstId ?? ''}.`)
  return merchant
}
