/** The sandbox on a port of this machine. */
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { keepState, readState } from './state-file.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import type { SandboxOptions } from './settings.ts'
import { isSandboxNetworkError } from './wire/network-error.ts'

/** Options of `startSandbox`. */
export interface StartOptions extends Omit<SandboxOptions, 'state'> {
  /** Default 4100. 0 takes any free port. */
  port?: number | undefined
  /** Address to listen on. Default `127.0.0.1`: only this machine. */
  host?: string | undefined
  /**
   * File that keeps the state across restarts: read at start, written 0.1 s after a change and when the sandbox is closed. Anything but
   * a file of this sandbox's own is refused. Default: none, everything is forgotten.
   */
  stateFile?: string | undefined
}

/** A sandbox that listens. */
export interface RunningSandbox {
  /** For example `http://127.0.0.1:4100`. */
  url: string
  sandbox: Sandbox
  /** Stops at once, dropping calls that are under way. */
  close(): Promise<void>
}

/** Starts a sandbox. Rejects with one clear sentence when the port is taken or the address cannot be used. */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = 4100, host = '127.0.0.1', stateFile, ...rest } = options
  const sandbox = createSandbox({ ...rest, state: stateFile === undefined ? undefined : readState(stateFile) })
  const file =
    stateFile === undefined ? undefined : keepState(stateFile, () => sandbox.save(), complainAbout(stateFile))
  if (file !== undefined) sandbox.events.subscribe(() => file.changed())
  const local = isLoopback(host)
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: (request: Request, bindings) => {
      const { incoming } = bindings as HttpBindings
      if (local && !isLoopback(new URL(request.url).hostname)) return strangerHost(request)
      const answer = sandbox.fetch(request).catch((error: unknown) => {
        if (!isSandboxNetworkError(error) && !request.signal.aborted) throw error
        incoming.socket.destroy()
        return RESPONSE_ALREADY_SENT
      })
      // Not every change is an event: addresses, held messages, faults.
      return request.method === 'GET' ? answer : answer.finally(() => file?.changed())
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(explain(error, host, port), { cause: error })),
    )
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    sandbox,
    close: () =>
      new Promise((resolve) => {
        sandbox.close()
        file?.flush()
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

const complainAbout =
  (path: string) =>
  (error: unknown): void => {
    process.stderr.write(`payple-sandbox: ${path} could not be written: ${String(error)}\n`)
  }

/** Whether a host name can only mean this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|[\w.-]+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
}

/** A foreign name that resolves to this machine is how a web page reaches local servers behind the browser's back. */
function strangerHost(request: Request): Response {
  const error = `The sandbox listens on this machine only and does not answer to "${new URL(request.url).hostname}".`
  return Response.json({ error }, { status: 421 })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken. Choose another port, or 0 for any free one.`
  if (error.code === 'EACCES') return `Port ${port} needs more rights. Choose a port of 1024 or above.`
  return `Cannot listen on ${host}:${port}: ${error.message}`
}
