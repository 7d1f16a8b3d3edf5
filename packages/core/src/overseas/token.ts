import { fieldReader } from '../domestic/read-fields.ts'
import { overseasField } from './check.ts'

/** The partner account of the overseas product. */
export interface OverseasCredentials {
  /** `service_id` */
  readonly serviceId: string
  /** `service_key`. Secret. */
  readonly serviceKey: string
}

/**
 * Body of `POST /gpay/oauth/1.0/token` (docs/protocol/overseas.md 2.1).
 *
 * @throws PaypleIntegrationError `FIELD_INVALID` unless `code` is ten letters and digits with both kinds in it (8.1 row 3)
 */
export function tokenBody({
  serviceId,
  serviceKey,
  code,
}: OverseasCredentials & { readonly code: string }): Record<string, string> {
  if (!/^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9]{10}$/.test(code)) {
    throw overseasField('2.1', 'code', 'ten letters and digits, both kinds')
  }
  return { service_id: serviceId, service_key: serviceKey, code }
}

/** What the token request came to. */
export type TokenAnswer =
  | {
      readonly ok: true
      /** A secret. Never log it: the partner's service key can be read in it (2.4). */
      readonly accessToken: string
      /** `payCls`, which the window asks for in test. */
      readonly payClass?: string | undefined
      readonly expiresInSeconds: number
    }
  | { readonly ok: false; readonly code?: string | undefined }

/** How long a token lives when the answer does not say (2.3). */
const TEN_MINUTES = 600

/**
 * Reads the answer of the token request (2.2).
 *
 * @param code the one that was sent: an answer with another one is somebody else's
 */
export function readTokenAnswer(raw: unknown, code: string): TokenAnswer {
  const fields = fieldReader(raw)
  const result = fields?.text('result')
  const accessToken = fields?.text('access_token')
  if (result !== 'T0000' || accessToken === undefined)
    return { ok: false, code: result === 'T0000' ? undefined : result }
  if (fields?.text('code') !== code) return { ok: false }
  const seconds = Number(fields.text('expires_in'))
  return {
    ok: true,
    accessToken,
    payClass: fields.text('payCls'),
    expiresInSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : TEN_MINUTES,
  }
}
