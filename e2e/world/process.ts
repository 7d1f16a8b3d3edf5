import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A server of ours in its own process, so that a test can kill it. */
export interface RunningProcess {
  /** Everything it printed so far. */
  output(): string
  /** `SIGKILL`: no chance to tidy up. Resolves when the process is gone. */
  kill(): Promise<void>
  /** Ctrl-C. Resolves when the process is gone. */
  stop(): Promise<void>
}

/** Starts a TypeScript file of the repository and waits until `healthUrl` answers 200. */
export async function startProcess(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  healthUrl: string,
): Promise<RunningProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=payple-source', '--disable-warning=ExperimentalWarning', file, ...args],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await untilHealthy(child, healthUrl, () => output)
  return { output: () => output, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGINT') }
}

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilHealthy(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}:\n${output()}`)
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(2000) })).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} did not answer 200 within 30 s:\n${output()}`)
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
