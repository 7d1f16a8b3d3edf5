import type { Attention, Payments } from '@payple-kit/server'
import { Hono, type MiddlewareHandler } from 'hono'
import type { AttentionPage, Doubt } from '../../shared/admin-api.ts'
import { readJson, readText, refuse, smallBody } from '../read-json.ts'
import type { AdminSessions } from './admin-sessions.ts'

export interface DoubtsOptions {
  readonly attention: Attention
  readonly payments: Pick<Payments, 'release' | 'declareRefund'>
  readonly admins: Pick<AdminSessions, 'has'>
}

const PAGE = 20
const SUBJECT = /^[\w-]{1,64}$/
/** What was seen and decided; it stays in the payment's history. */
const NOTE = /^\s*\S.{1,498}$/s

/**
 * What only a person can decide, below `/api/admin`. The companion has no routes for these levers on purpose, so the shop builds
 * the ones it wants from `payple.attention` and `payple.payments`.
 */
export function doubtsApi({ attention, payments, admins }: DoubtsOptions): Hono {
  const api = new Hono()
  const adminOnly: MiddlewareHandler = async (c, next) => {
    if (!admins.has(c.req.raw)) refuse(403, 'FORBIDDEN', 'Log in first.')
    await next()
  }
  api.use('/attention', adminOnly)
  api.use('/attention/*', adminOnly)

  api.get('/attention', async (c) => {
    const before = c.req.query('before')
    if (before !== undefined && !/^\d{1,15}$/.test(before))
      refuse(422, 'INVALID_FIELD', 'Use a whole number.', 'before')
    const items = await attention.list({ limit: PAGE + 1, before: before === undefined ? undefined : Number(before) })
    const shown: readonly Doubt[] = items.slice(0, PAGE)
    const page: AttentionPage = { items: shown, next: items.length > PAGE ? shown.at(-1)?.id : undefined }
    return c.json(page)
  })

  // The attempt charged nothing, or its wrong charge went back by hand. Payple is asked once more, and a payment found there wins.
  api.post('/attention/:subject/release', smallBody, async (c) => {
    const note = readText(await readJson(c), 'note', NOTE)
    const outcome = await payments.release(subjectOf(c.req.param('subject')), note)
    return c.json({ status: outcome?.status ?? 'gone' })
  })

  // The refund was carried out, or was not.
  api.post('/attention/:subject/refund', smallBody, async (c) => {
    const body = await readJson(c)
    const result = readText(body, 'result', /^(done|failed)$/) as 'done' | 'failed'
    const refund = await payments.declareRefund(subjectOf(c.req.param('subject')), result, readText(body, 'note', NOTE))
    return c.json({ status: refund?.state ?? 'gone' })
  })

  api.post('/attention/:subject/close', smallBody, async (c) => {
    const note = readText(await readJson(c), 'note', NOTE)
    const closed = await attention.close(subjectOf(c.req.param('subject')), note)
    return c.json({ status: closed > 0 ? 'closed' : 'gone' })
  })

  return api
}

function subjectOf(text: string): string {
  return SUBJECT.test(text) ? text : refuse(422, 'INVALID_FIELD', 'Use the subject of an entry.', 'subject')
}
