import { PaypleIntegrationError } from './errors/integration-error.ts'

/** Which Payple to talk to: the public test account's, the real one, or a local sandbox by its origin. */
export type Environment = 'test' | 'live' | { readonly sandbox: string }

/** The window's script of the overseas product (docs/protocol/overseas.md 1.1). */
const OVERSEAS_SCRIPT = '/common/js/gpay-1.0.1.js'

/** The two script generations (docs/protocol/domestic.md 1.2). */
export const SCRIPT_PATHS = {
  /** 2023-07 onward; authenticates with a client key. Needs no jQuery as far as is known. */
  clientKey: '/js/v1/payment.js',
  /** 2018 to 2023; authenticates with an auth file. Needs jQuery before it (1.2.2). */
  authFile: '/js/cpay.payple.1.0.1.js',
} as const

/**
 * Origin of the domestic gateway, without a trailing slash (docs/protocol/domestic.md 1.1).
 * The old test host `testcpay.payple.kr` is not used (11.1 row 1).
 *
 * @throws PaypleIntegrationError `ENVIRONMENT_INVALID` for anything else
 */
export function gatewayOrigin(environment: Environment): string {
  if (environment === 'test') return 'https://democpay.payple.kr'
  if (environment === 'live') return 'https://cpay.payple.kr'
  const origin = environment?.sandbox
  if (typeof origin === 'string' && /^https?:\/\/[^/?#\s]+$/.test(origin)) return origin
  const slash = typeof origin === 'string' && origin.endsWith('/') ? ', with no slash at the end' : ''
  throw new PaypleIntegrationError(
    'ENVIRONMENT_INVALID',
    `"environment" is ${JSON.stringify(environment)}. Use 'test', 'live' or { sandbox: 'http://127.0.0.1:4100' }${slash}.`,
  )
}

/**
 * Origin of the overseas REST API (docs/protocol/overseas.md 1.1); a sandbox is both products in one.
 *
 * @throws PaypleIntegrationError `ENVIRONMENT_INVALID` for anything else
 */
export function overseasOrigin(environment: Environment): string {
  if (environment === 'test') return 'https://demo-api.payple.kr'
  return environment === 'live' ? 'https://api.payple.kr' : gatewayOrigin(environment)
}

/** Address of the overseas window's script, on a third host (docs/protocol/overseas.md 1.1). Throws as `overseasOrigin`. */
export function overseasScriptUrl(environment: Environment): string {
  if (environment === 'test') return `https://demo-gpay.payple.kr${OVERSEAS_SCRIPT}`
  return environment === 'live'
    ? `https://gpay.payple.kr${OVERSEAS_SCRIPT}`
    : gatewayOrigin(environment) + OVERSEAS_SCRIPT
}
