import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { startSandbox } from './node.ts'

// Every test starts a process or two, which takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url))

function start(...args: string[]) {
  return spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(...args: string[]) {
  const child = start(...args)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code }
}

it.concurrent('--version and --help', async () => {
  expect(await run('--version')).toEqual({ out: `${manifest.version}\n`, err: '', code: 0 })
  expect(await run('--help')).toMatchObject({ out: expect.stringContaining('Usage: payple-sandbox'), code: 0 })
})

it.concurrent.each([
  [['--port', 'many'], '--port is "many"'],
  [['--nope'], '--nope'],
  [['--webhook', 'nowhere'], '"nowhere" is no absolute http(s) address.'],
])('%j is refused in one line', async (args, message) => {
  const { out, err, code } = await run(...args)
  expect({ out, code }).toEqual({ out: '', code: 1 })
  expect(err).toContain(message)
})

it.concurrent('starts, prints what one needs, and stops at once on Ctrl-C', async () => {
  const child = start('--port', '0')
  let out = ''
  for await (const chunk of child.stdout) {
    out += String(chunk)
    if (out.includes('Ctrl-C')) break
  }
  for (const part of [
    'http://127.0.0.1:',
    'test_DF55F29DA654A8CBC0F0A9DD4B556486',
    '4242 4242 4242 4242',
    '4000 0000 0000 9003',
    '088 110123456789',
    'sandbox_00000000000000000000000000000001',
  ]) {
    expect(out).toContain(part)
  }
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it.concurrent('says that the port is taken, and exits with 1', async () => {
  const other = await startSandbox({ port: 0 })
  const { port } = new URL(other.url)
  const { out, err, code } = await run('--port', port)
  await other.close()
  expect({ out, err, code }).toEqual({
    out: '',
    err: `payple-sandbox: Port ${port} on 127.0.0.1 is taken. Choose another port, or 0 for any free one.\n`,
    code: 1,
  })
})
