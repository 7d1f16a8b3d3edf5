import type { ErrorBody } from '@payple-kit/core'

import type { Settings } from '../options/settings.ts'
import type { Refused } from './refused.ts'

/** On every answer: nothing here may be stored, sniffed or leaked through a Referer. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/** The answer to a refused request. */
export function refusal({ error, status, headers }: Refused): Response {
  return json({ error } satisfies ErrorBody, status, headers)
}

/** Adds what every answer carries; CORS for the configured origin only. */
export function finished(response: Response, request: Request, { origin }: Pick<Settings, 'origin'>): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  response.headers.append('vary', 'origin')
  if (request.headers.get('origin') === origin) response.headers.set('access-control-allow-origin', origin)
  return response
}

/** Answer to a CORS preflight. Another origin gets no allowance and its browser stops there. */
export function preflight(request: Request, { origin }: Pick<Settings, 'origin'>): Response {
  const allowed = request.headers.get('origin') === origin
  const headers = {
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '600',
  }
  return new Response(null, { status: 204, headers: allowed ? headers : {} })
}
