/** One request to the merchant's server. Goes to the registered address and nowhere else: redirects are not followed. */
import type { World } from '../world.ts'
import type { WebhookAttempt, WebhookRecord } from './webhook.ts'

/** How much of an answer is remembered. */
const REMEMBERED = 1000

/** Sends a message once. Never rejects: whatever goes wrong is in the attempt. */
export function postOnce(world: World, url: string, webhook: WebhookRecord): Promise<WebhookAttempt> {
  const json = webhook.body !== undefined || world.settings.webhooks.format === 'json'
  return attempt(world, {
    url,
    method: 'POST',
    headers: { 'content-type': json ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded' },
    body: json ? JSON.stringify(webhook.body ?? webhook.fields) : String(new URLSearchParams(webhook.fields)),
  })
}

/** Asks whether there is anybody at an address, as Payple's overseas product does on registration (section 8.4). */
export function probe(world: World, url: string): Promise<WebhookAttempt> {
  return attempt(world, { url, method: 'HEAD' })
}

/** Only 200 counts as received (section 8.4). */
export function isReceived({ status }: WebhookAttempt): boolean {
  return status === 200
}

interface Call {
  url: string
  method: 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string
}

async function attempt(world: World, { url, ...init }: Call): Promise<WebhookAttempt> {
  const { now, deliver, webhooks } = world.settings
  const at = now()
  const limit = new AbortController()
  const late = new Promise<never>((_, reject) => {
    world.settings.later(webhooks.timeoutMs, () => {
      limit.abort()
      reject(new Error(`no answer within ${webhooks.timeoutMs} ms`))
    })
  })
  late.catch(() => {})
  const request = new Request(url, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.any([limit.signal, world.closed]),
  })
  const answer = async () => {
    const response = await deliver(request)
    return { at, status: response.status, body: (await response.text()).slice(0, REMEMBERED) }
  }
  try {
    return await Promise.race([answer(), late])
  } catch (error) {
    return { at, error: error instanceof Error ? error.message : String(error) }
  }
}
