import { PURPOSE_FIELDS } from './auth-purpose.ts'
import type { AuthPurpose } from './auth-purpose.ts'
import { gatewayPath } from './path.ts'

/** The merchant's secret pair for `auth.php`. Server only. */
export interface GatewayCredentials {
  readonly cstId: string
  readonly custKey: string
}

/** Body of `POST /php/auth.php`. Built from a fixed list: nothing of a caller's body reaches it. */
export function authBody(credentials: GatewayCredentials, purpose: AuthPurpose): Record<string, string> {
  return { cst_id: credentials.cstId, custKey: credentials.custKey, ...PURPOSE_FIELDS[purpose] }
}

/** Tokens for one following call. Secrets: short-lived, but enough to act as the merchant. */
export interface GatewayTokens {
  readonly cstId: string
  readonly custKey: string
  readonly authKey: string
}

/** `auth.php`'s answer, read. */
export type AuthAnswer =
  | (GatewayTokens & { readonly ok: true; readonly path: string })
  | { readonly ok: false; readonly code?: string | undefined; readonly message: string }

/**
 * Reads the answer of `auth.php` in the names of 2020 and after: `PCD_PAY_URL`, then `return_url`, then the seed's `cPayUrl`
 * (docs/protocol/domestic.md 2.3). Only the path is taken. A refusal's code is searched in every text, because no source says
 * where it stands (2.6).
 */
export function readAuthAnswer(raw: unknown): AuthAnswer {
  const answer = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>
  const { cst_id: cstId, custKey, AuthKey: authKey } = answer
  if (answer['result'] !== 'success') {
    const texts = Object.values(answer).filter((value): value is string => typeof value === 'string')
    const code = /AUTH\d{4}/.exec(texts.join('\n'))?.[0]
    const message = answer['result_msg']
    return {
      ok: false,
      code,
      message: typeof message === 'string' && message !== '' ? message : 'auth.php refused without a message',
    }
  }
  const path = gatewayPath(answer['PCD_PAY_URL']) ?? gatewayPath(answer['return_url']) ?? gatewayPath(answer['cPayUrl'])
  if (!isText(cstId) || !isText(custKey) || !isText(authKey) || path === undefined) {
    return { ok: false, message: 'auth.php said success without usable tokens or path' }
  }
  return { ok: true, cstId, custKey, authKey, path }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
