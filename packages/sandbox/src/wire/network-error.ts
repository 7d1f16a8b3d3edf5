/** A connection that breaks, as `fetch` reports it. */

/**
 * Rejection of `sandbox.fetch` where a real server would have dropped the connection. A `TypeError`, because that is
 * what `fetch` rejects with; told apart by `name`, which survives two copies of this package.
 */
export class SandboxNetworkError extends TypeError {
  override readonly name = 'SandboxNetworkError'
}

/** Whether an error stands for a broken connection. */
export function isSandboxNetworkError(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'SandboxNetworkError'
}
