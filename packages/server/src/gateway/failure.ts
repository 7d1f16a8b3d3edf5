/** Failures in which not one byte of the request reached the gateway: name, route, connection and certificate errors. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** These prove it only while connecting: an open connection can end with them after the request was read. */
const WHILE_CONNECTING: ReadonlySet<string> = new Set([
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EHOSTDOWN',
  'ETIMEDOUT',
])
const CONNECTING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo'])

/**
 * Whether a rejection of `fetch` proves that the request never left. Only known codes count; a reset, a time-out of an open
 * connection or an error without a code may all come after the gateway has done its work.
 */
export function wasNeverSent(error: unknown): boolean {
  const causes = leaves(error)
  return causes.length > 0 && causes.every(isBeforeSending)
}

function isBeforeSending(cause: unknown): boolean {
  const code = codeOf(cause)
  if (WHILE_CONNECTING.has(code)) return CONNECTING.has((cause as { syscall?: unknown }).syscall)
  return BEFORE_SENDING.has(code)
}

/** `fetch` wraps the real error in `cause`; several addresses of one host give an `AggregateError`. */
function leaves(error: unknown, depth = 0): readonly unknown[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [error]
  const { cause, errors } = error as { cause?: unknown; errors?: unknown }
  if (Array.isArray(errors) && errors.length > 0) return errors.flatMap((each) => leaves(each, depth + 1))
  return codeOf(error) === '' && cause !== undefined ? leaves(cause, depth + 1) : [error]
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}
