/** Thrown for defects of the integration: no provider, an option that cannot work. Never for a payment's outcome. */
export class PaypleIntegrationError extends Error {
  override readonly name = 'PaypleIntegrationError'
  /** Stable, upper-case code. */
  readonly code: string

  /**
   * @param code stable code
   * @param message what, which value, what is allowed, where to read. Never a key, token or card digit
   */
  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(`[payple-kit] ${message}`, options)
    this.code = code
  }
}

/** True for a `PaypleIntegrationError`, also one from a second copy of this package or after minification. */
export function isPaypleIntegrationError(error: unknown): error is PaypleIntegrationError {
  return (error as { name?: unknown } | null)?.name === 'PaypleIntegrationError'
}
