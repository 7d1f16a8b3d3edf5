import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A program of this folder in a process of its own. */
export interface Child {
  readonly port: number
  /** The last of what it printed. */
  output(): string
  /** `SIGKILL`: no chance to tidy up. Resolves when the process is gone. */
  kill(): Promise<void>
}

/** Starts a program and waits until it says on which port it listens. */
export async function startChild(name: string, env: Readonly<Record<string, string>>): Promise<Child> {
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  const flags = ['--conditions=payple-source', '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (said) => resolve(Number(said)))
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${output}`)))
  })
  return { port, output: () => output, kill: () => kill(child) }
}

function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
