import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm, watch, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { startSandbox } from './node.ts'
import { SCENARIOS } from './scenarios/catalogue.ts'

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
  [['--seed', 'x'], '--seed is "x"'],
  [['--clock', 'noon'], '--clock is "noon"'],
  [['--scenario', 'slo'], 'Did you mean "slow"?'],
  [['--scenario', 'slow,times=0'], '"times" is wrong'],
  [['--overseas-webhook', 'nowhere'], '"nowhere" is no absolute http(s) address.'],
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

it.concurrent('--scenarios lists them', async () => {
  const { out, code } = await run('--scenarios')
  expect(code).toBe(0)
  for (const id of Object.keys(SCENARIOS)) expect(out).toContain(`  ${id} `)
})

/** Starts on a free port and resolves with the address. */
async function started(...args: string[]) {
  const child = start('--port', '0', ...args)
  let out = ''
  for await (const chunk of child.stdout) {
    out += String(chunk)
    const [, url] = /\(not Payple\) on (\S+)/.exec(out) ?? []
    if (url !== undefined) return { child, url }
  }
  throw new Error(out)
}

/** A window of the client-key script, paid with a test card. */
async function buy(url: string, oid: string): Promise<string> {
  const form = (path: string, fields: Record<string, string>) =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(fields) })
  const page = await form('/index.php?ACT_=PAYM', {
    clientKey: 'test_DF55F29DA654A8CBC0F0A9DD4B556486',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'PAY',
    PCD_CARD_VER: '01',
    PCD_PAY_GOODS: 'mug',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_OID: oid,
    PCD_RST_URL: '/result',
    PCD_HTTP_REFERER: 'https://shop.example/',
  })
  const [, id = ''] = /"id":"([0-9a-f]{32})"/.exec(await page.text()) ?? []
  const card = { number: '4242424242424242', expiry: '12/39', birth: '900101', password: '12', agree: 'Y' }
  const step = (await (await form(`/_/window/${id}/card`, card)).json()) as { result?: { PCD_PAY_RST?: string } }
  return step.result?.PCD_PAY_RST ?? ''
}

it.concurrent('--state keeps everything over Ctrl-C and over kill -9', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'payple-sandbox-'))
  const file = join(folder, 'state.json')
  const written = async (event: string): Promise<void> => {
    for await (const _ of watch(folder)) if (existsSync(file) && readFileSync(file, 'utf8').includes(event)) return
  }
  const first = await started('--state', file)
  const firstWritten = written('"window.result"')
  expect(await buy(first.url, 'killed')).toBe('success')
  await firstWritten
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await started('--state', file)
  expect(await buy(second.url, 'stopped')).toBe('success')
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
  const third = await started('--state', file)
  const payments = (await (await fetch(`${third.url}/_/api/payments`)).json()) as { oid: string; status: string }[]
  expect(payments.map(({ oid, status }) => [oid, status])).toEqual([
    ['killed', 'paid'],
    ['stopped', 'paid'],
  ])
  third.child.kill('SIGTERM')
  await once(third.child, 'exit')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await rm(folder, { recursive: true })
})

it.concurrent('--state refuses a file that is none of its own, and leaves it as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'payple-sandbox-'))
  const file = join(folder, 'precious.json')
  await writeFile(file, '{"precious":true}')
  const { err, code } = await run('--state', file, '--port', '0')
  expect(code).toBe(1)
  expect(err).toContain('this is no saved sandbox')
  expect(readFileSync(file, 'utf8')).toBe('{"precious":true}')
  await rm(folder, { recursive: true })
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
