import type { PaypleError } from '@payple-kit/core'

import { serverError } from '../errors.ts'
import type { ServerErrorCode } from '../errors.ts'

/** Statuses the companion refuses with. */
export type RefusalStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 500 | 502 | 503

/** Thrown inside a route to answer with an error; caught at the top. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: RefusalStatus
  readonly error: PaypleError
  readonly headers: Readonly<Record<string, string>>

  constructor(status: RefusalStatus, error: PaypleError, headers: Readonly<Record<string, string>> = {}) {
    super(error.code)
    this.status = status
    this.error = error
    this.headers = headers
  }
}

/** Builds a `Refused` from the error table. */
export function refused(
  status: RefusalStatus,
  code: ServerErrorCode,
  details?: Pick<PaypleError, 'field' | 'rule' | 'gatewayCode'>,
): Refused {
  return new Refused(status, serverError(code, details))
}
