/** What a user of the built packages would notice first. Runs after the build, on `dist`, with plain Node. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createElement, type FunctionComponent } from 'react'
import { renderToString } from 'react-dom/server'

const NAMES = ['core', 'browser', 'react', 'server', 'sandbox']

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

void test("the React entry starts with 'use client', so Next.js takes it as a client module", () => {
  assert.match(read('packages/react/dist/index.js').split('\n')[0] ?? '', /^['"]use client['"];?$/)
})

void test('every entry of every package can be imported on a server without touching window', async () => {
  assert.ok(!('window' in globalThis))
  for (const entry of NAMES.flatMap(entriesOf)) {
    const module = (await import(entry)) as object
    assert.ok(Object.keys(module).length > 0, entry)
  }
})

void test('provider and button, of either kind, render from the built package', async () => {
  const kit = await import('@payple-kit/react')
  const Direct: FunctionComponent = () => {
    const window = kit.usePaypleWindow({ environment: 'test' })
    return createElement(kit.PaypleCheckoutButton, { request: { clientKey: 'k', PCD_PAY_TOTAL: '1000' }, window })
  }
  const html = renderToString(
    createElement(
      kit.PaypleProvider,
      { locale: 'en' },
      createElement(kit.PaypleCheckoutButton, { orderId: 'A-1' }),
      createElement(Direct),
    ),
  )
  assert.match(html, />Pay<\/button>/)
  assert.match(html, />Pay ₩1,000<\/button>/)
})

void test('no entry exports a default, so names stay the same everywhere', async () => {
  for (const name of NAMES) {
    assert.ok(!('default' in ((await import(`@payple-kit/${name}`)) as object)), name)
  }
})

void test('the sandbox command answers --help', () => {
  const help = execFileSync(process.execPath, ['packages/sandbox/dist/cli.js', '--help'], { encoding: 'utf8' })
  assert.match(help, /--port/)
})

void test('no option of the browser packages could carry a merchant secret', () => {
  for (const entry of ['packages/browser/dist/index.d.ts', 'packages/react/dist/index.d.ts']) {
    assert.doesNotMatch(read(entry), /custKey|refundKey/)
  }
})

/** Every address a shop can import from a package, as its own `package.json` says. */
function entriesOf(name: string): string[] {
  const { exports } = JSON.parse(read(`packages/${name}/package.json`)) as { exports: Record<string, unknown> }
  const scripts = Object.keys(exports).filter((entry) => !/\.(json|css)$/.test(entry))
  return scripts.map((entry) => `@payple-kit/${name}${entry.slice(1)}`)
}
