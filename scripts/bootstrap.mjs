// Runs on whatever Node the machine has (20 or newer): brings pnpm, the pinned Node and the packages, then hands over to them.
// Plain JavaScript on purpose: nothing is installed yet when this starts.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM_VERSION = '12.21.0'
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [task = 'start', ...rest] = process.argv.slice(2)

const TASKS = {
  start: ['--conditions=payple-source', 'apps/storefront/server/main.ts'],
  sandbox: ['--conditions=payple-source', 'packages/sandbox/src/cli.ts'],
  test: ['scripts/test.ts'],
  crash: ['--conditions=payple-source', 'crash/main.ts'],
  playground: ['node_modules/storybook/dist/bin/dispatcher.js', 'dev', '-p', '6006', '--no-open'],
  bench: ['--conditions=payple-source', 'bench/main.ts'],
  format: ['node_modules/oxfmt/bin/oxfmt'],
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.versions.node} is too old; use Node 20 or newer.`)
if (!Object.hasOwn(TASKS, task)) fail(`unknown task "${task}"; use one of ${Object.keys(TASKS).join(', ')}`)

process.chdir(root)
installPackages()
handOver()

function installPackages() {
  const stamp = join(root, 'node_modules', '.payple-kit-installed')
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']
  const wanted = createHash('sha256')
    .update(manifests.map((file) => readFileSync(join(root, file))).join('\n'))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return

  const pnpm = join(root, '.tools', 'node_modules', 'pnpm', 'package.json')
  if (!existsSync(pnpm) || JSON.parse(readFileSync(pnpm, 'utf8')).version !== PNPM_VERSION) {
    console.log(`Installing pnpm ${PNPM_VERSION} into .tools …`)
    run('npm', [
      'install',
      '--prefix',
      '.tools',
      '--no-save',
      '--no-fund',
      '--no-audit',
      '--loglevel=error',
      `pnpm@${PNPM_VERSION}`,
    ])
  }
  console.log('Installing packages …')
  // An install that was cut short leaves a stamp from before; take it away first.
  rmSync(stamp, { force: true })
  run(join('.tools', 'node_modules', '.bin', 'pnpm'), [
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--loglevel=warn',
  ])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function handOver() {
  const binFolders = [join(root, 'node_modules', '.bin'), join(root, '.tools', 'node_modules', '.bin')]
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  // The shop's variable for the same port.
  const port = task === 'sandbox' && process.env.SANDBOX_PORT ? ['--port', process.env.SANDBOX_PORT] : []
  const child = spawn(existsSync(node) ? node : process.execPath, [...TASKS[task], ...port, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH: [...binFolders, process.env.PATH].join(process.platform === 'win32' ? ';' : ':') },
  })
  // Ctrl-C reaches the child by itself; the parent only waits, so that the child can stop in order.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 130
  })
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error !== undefined) fail(`${command} could not be started: ${error.message}`)
  if (status !== 0) fail(`"${command} ${args.join(' ')}" failed; its own words are above.`)
}

function fail(message) {
  console.error(`payple-kit: ${message}`)
  process.exit(1)
}
