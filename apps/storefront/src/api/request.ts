import type { ShopErrorBody } from '../../shared/shop-api.ts'

/** An answer of the shop's server that is not the one we asked for. */
export class ShopRequestError extends Error {
  override readonly name = 'ShopRequestError'
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  /** Seconds to wait, when the server said so. */
  readonly retryAfter: number | undefined

  constructor(status: number, body?: ShopErrorBody, retryAfter?: number) {
    super(body?.error.message ?? `The shop answered ${status}.`)
    this.status = status
    this.code = body?.error.code ?? 'UNREADABLE'
    this.field = body?.error.field
    this.retryAfter = retryAfter
  }
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request(path, { signal: signal ?? null })
}

/** Changes something. JSON always: it is what forms of other sites cannot send. */
export function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object = {}): Promise<T> {
  return request(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body as T
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  throw new ShopRequestError(response.status, body as ShopErrorBody | undefined, retryAfter)
}
