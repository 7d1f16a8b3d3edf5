import { startSandbox } from '@payple-kit/sandbox/node'
import type { StorefrontOptions } from './options.ts'

/** Where the payments go. */
export interface Gateway {
  readonly kind: 'sandbox' | 'test'
  readonly url: string
  /** True when this process started the sandbox and has to stop it. */
  readonly own: boolean
  close: () => Promise<void>
}

/** Starts a sandbox, finds the running one, or points to Payple's public test account. */
export async function openGateway(options: StorefrontOptions): Promise<Gateway> {
  if (options.gateway === 'test') return { kind: 'test', url: 'https://democpay.payple.kr', own: false, close: nothing }
  if (options.sandboxUrl !== undefined) {
    return { kind: 'sandbox', url: new URL(options.sandboxUrl).origin, own: false, close: nothing }
  }
  try {
    const sandbox = await startSandbox({ port: options.sandboxPort, host: '127.0.0.1' })
    return {
      kind: 'sandbox',
      url: new URL(sandbox.url).origin,
      own: true,
      close: () => sandbox.close(),
    }
  } catch (cause) {
    if (!isPortTaken(cause)) throw cause
    throw new Error(
      `Port ${options.sandboxPort} is taken, so the sandbox cannot start. ` +
        `Choose another one, for example SANDBOX_PORT=${options.sandboxPort + 1}, ` +
        `or use the sandbox that runs there: SANDBOX_URL=http://127.0.0.1:${options.sandboxPort}`,
      { cause },
    )
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE'
}

async function nothing(): Promise<void> {}
