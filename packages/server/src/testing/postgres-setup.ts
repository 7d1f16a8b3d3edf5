/** Vitest's global setup: one PostgreSQL per run, started when the first test file asks for it and stopped with the run. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the connection string. */
    readonly postgres: string
  }
}

const HOST = fileURLToPath(new URL('./postgres-host.ts', import.meta.url))

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let host: ChildProcess | undefined
  let started: Promise<string> | undefined

  const start = (): Promise<string> =>
    new Promise((resolve, reject) => {
      host = fork(HOST, { execArgv: [] })
      host.once('message', (said: { url?: string; failed?: string }) =>
        said.url === undefined ? reject(new Error(said.failed)) : resolve(said.url),
      )
      host.once('error', reject)
    })

  // Most runs are about other packages and never ask.
  const door = createServer((_request, response) => {
    started ??= start()
    started.then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('postgres', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)

  return async () => {
    door.closeAllConnections()
    door.close()
    if (host === undefined || host.exitCode !== null) return
    const over = new Promise((resolve) => host?.once('exit', resolve))
    if (host.connected) host.disconnect()
    await over
  }
}
