import { timingSafeEqual } from '../http/timing-safe-equal.ts'
import { readText } from '../http/read-body.ts'
import { json } from '../http/reply.ts'
import { refused } from '../http/refused.ts'
import { errorName } from '../log.ts'
import { handleWebhooks } from '../webhooks/handle.ts'
import { receiveOverseasWebhook, receiveWebhook } from '../webhooks/receive.ts'
import type { Context } from '../context.ts'
import type { Route } from './route.ts'

/**
 * `HEAD` and `POST webhooks/domestic/:secret`: Payple tells what happened (docs/protocol/domestic.md 8). JSON and forms; stored, answered, then handled:
 * the answer does not wait for questions to the gateway.
 */
export const webhookRoute: Route = (context, request, secret) =>
  answer(context, request, secret, async (fields) => {
    const stored = await receiveWebhook(context, fields)
    // The words of Payple's own receiver (8.4).
    return stored && { result: 'success', result_msg: '수신완료', PCD_PAY_OID: stored.facts.oid ?? '' }
  })

/** The same for the overseas product: `webhooks/overseas/:secret` (docs/protocol/overseas.md 6). */
export const overseasWebhookRoute: Route = (context, request, secret) =>
  answer(context, request, secret, async (fields) => {
    const stored = await receiveOverseasWebhook(context, fields)
    return stored && { result: 'success' }
  })

async function answer(
  context: Context,
  request: Request,
  secret: string,
  store: (fields: Readonly<Record<string, unknown>>) => Promise<object | undefined>,
): Promise<Response> {
  const { webhooks } = context.settings
  if (webhooks === undefined || !(await timingSafeEqual(secret, webhooks.secret))) throw refused(404, 'ROUTE_NOT_FOUND')
  // A probe, as the overseas product sends it before it trusts an address.
  if (request.method !== 'POST') return new Response(null, { status: 200 })
  const body = await readText(request)
  const reply = await store(fieldsOf(body, request.headers.get('content-type')))
  if (reply === undefined) {
    context.log('warn', 'webhook-refused', { reason: 'neither order number nor billing key' })
    throw refused(400, 'BODY_INVALID', { field: 'PCD_PAY_OID', rule: 'an order number, or PCD_PAYER_ID of a deletion' })
  }
  void handleWebhooks(context).catch((error: unknown) => {
    // Stored all the same: reconcile() tries again.
    context.log('error', 'crashed', { reason: 'webhook', error: errorName(error) })
  })
  return json(reply)
}

/** Two official texts disagree about the body (8.2), so the body itself decides where the header does not. */
function fieldsOf(body: string, type: string | null): Readonly<Record<string, unknown>> {
  if (!/urlencoded/i.test(type ?? '')) {
    try {
      const value: unknown = JSON.parse(body)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    } catch {
      // No JSON: a form, perhaps without its header.
    }
  }
  return Object.fromEntries(new URLSearchParams(body))
}
