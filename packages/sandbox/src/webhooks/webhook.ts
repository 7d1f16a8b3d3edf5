/** A message to the merchant's server, and what became of it (docs/protocol/domestic.md section 8). */
import { addressee, type OverseasAccount } from '../overseas/options.ts'
import type { Merchant } from '../settings.ts'
import type { Answer } from '../wire/answers.ts'

/** The addresses a partner can register: two of each product (section 8.1; docs/protocol/overseas.md section 6.1). */
export const WEBHOOK_TARGETS = ['payment', 'deletion', 'overseas-payment', 'overseas-cancel'] as const
export type WebhookTarget = (typeof WEBHOOK_TARGETS)[number]

/** What a message is about. `authentication` is the optional early event of a CERT; `custom` comes from a test. */
export type WebhookKind =
  | 'payment'
  | 'authentication'
  | 'registration'
  | 'cancel'
  | 'deletion'
  | 'overseas-payment'
  | 'overseas-cancel'
  | 'custom'

/** One POST, or one that was meant to be. */
export interface WebhookAttempt {
  /** Epoch milliseconds. */
  at: number
  /** HTTP status of the answer. */
  status?: number
  /** The beginning of the answer. */
  body?: string
  /** Why there is no answer. */
  error?: string
}

/** One message. Mutable and internal; snapshots leave the package. */
export interface WebhookRecord {
  id: string
  kind: WebhookKind
  target: WebhookTarget
  merchant: Pick<Merchant, 'cstId'>
  oid: string
  fields: Answer
  /** What is posted when that is not `fields`: the nested messages of the overseas product. */
  body?: object | undefined
  /** `held`: until it is released. `waiting`: for its first attempt or the next one. */
  status: 'held' | 'waiting' | 'delivered' | 'failed'
  attempts: WebhookAttempt[]
  createdAt: number
}

/** Where each partner wants its messages, by `cst_id`. Changes at run time and survives a reset. */
export type WebhookUrls = Map<string, Partial<Record<WebhookTarget, string>>>

/** The addresses the partners were created with. Throws a `TypeError` for one that nothing can be posted to. */
export function initialUrls(merchants: readonly Merchant[], accounts: readonly OverseasAccount[] = []): WebhookUrls {
  const overseas = accounts.map(
    (account) =>
      [
        addressee(account).cstId,
        {
          ...(account.webhookUrl === undefined ? {} : { 'overseas-payment': checkUrl(account.webhookUrl) }),
          ...(account.cancelWebhookUrl === undefined ? {} : { 'overseas-cancel': checkUrl(account.cancelWebhookUrl) }),
        },
      ] as const,
  )
  const domestic = merchants.map(
    ({ cstId, webhookUrl, deletionWebhookUrl }) =>
      [
        cstId,
        {
          ...(webhookUrl === undefined ? {} : { payment: checkUrl(webhookUrl) }),
          ...(deletionWebhookUrl === undefined ? {} : { deletion: checkUrl(deletionWebhookUrl) }),
        },
      ] as const,
  )
  return new Map<string, Partial<Record<WebhookTarget, string>>>([...domestic, ...overseas])
}

/** The address itself, when it is an absolute http(s) one without credentials. */
export function checkUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.username !== '') {
    throw new TypeError(`[payple-sandbox] webhook address: ${JSON.stringify(url)} is no absolute http(s) address.`)
  }
  return url
}
