/**
 * Writes docs/sandbox/exchanges.md: `node --conditions=payple-source scripts/exchanges/record.ts`. Every exchange is made by curl with a
 * `payple-sandbox` that was started for it.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { document, type Recorded } from './document.ts'
import { requestOf, STEPS, type Memory, type Step } from './steps.ts'

const CLI = fileURLToPath(new URL('../../packages/sandbox/src/cli.ts', import.meta.url))
const PAGE = fileURLToPath(new URL('../../docs/sandbox/exchanges.md', import.meta.url))

const messages: string[] = []
const shop = createServer((request, response) => {
  void text(request).then((body) => {
    if (request.method === 'POST') messages.push(`${request.url ?? ''}\n${body}`)
    response.end()
  })
})
await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
const hook = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`

const clock = '2026-11-25T09:00:00+09:00'
const hooks = { webhook: '/webhook', 'overseas-webhook': '/overseas', 'overseas-cancel-webhook': '/overseas-cancel' }
const flags = Object.entries(hooks).flatMap(([name, path]) => [`--${name}`, hook + path])
const child = spawn(
  process.execPath,
  ['--conditions=payple-source', CLI, '--port', '0', '--seed', '1', '--clock', clock, ...flags],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
let greeting = ''
for await (const chunk of child.stdout) if ((greeting += String(chunk)).includes('Dashboard')) break
const url = /on (http:\S+)/.exec(greeting)?.[1] ?? ''
const atUsualPort = (told: string): string => told.replaceAll(new URL(url).host, '127.0.0.1:4100')

const memory: Memory = {}
const exchanges: Recorded[] = []
for (const [name, make] of Object.entries(STEPS)) {
  const step = make(memory)
  const { status, type, body } = curl(step)
  // Messages in the order in which they were made.
  await fetch(`${url}/_/api/webhooks/settled`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const [, id = ''] = /"id":"([0-9a-f]{32})"/.exec(body) ?? []
  memory[name] = step.page ? { id } : (JSON.parse(body) as Record<string, unknown>)
  exchanges.push({ name, step, status, type, body: step.page ? '' : atUsualPort(body) })
}
child.kill()
await once(child, 'exit')
shop.close()
writeFileSync(PAGE, document(exchanges, messages.map(atUsualPort)))

function curl(step: Step): { status: number; type: string; body: string } {
  const { headers, sent } = requestOf(step)
  const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const answer = execFileSync(
    'curl',
    ['-sS', '-w', '\n%{http_code} %{content_type}', ...flags, '-d', sent, url + step.path],
    { encoding: 'utf8' },
  )
  const cut = answer.lastIndexOf('\n')
  const [status = '', ...rest] = answer.slice(cut + 1).split(' ')
  return { status: Number(status), type: rest.join(' '), body: answer.slice(0, cut) }
}
