/** What a user of the built packages would notice first. Runs after the build, on `dist`, with plain Node. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

void test("the React entry starts with 'use client', so Next.js takes it as a client module", () => {
  assert.match(read('packages/react/dist/index.js').split('\n')[0] ?? '', /^['"]use client['"];?$/)
})

void test('every package can be imported on a server without touching window', async () => {
  assert.ok(!('window' in globalThis))
  for (const name of ['core', 'browser', 'react', 'server', 'sandbox']) {
    const module = (await import(`@payple-kit/${name}`)) as object
    assert.ok(Object.keys(module).length > 0, name)
  }
})

void test('no entry exports a default, so names stay the same everywhere', async () => {
  for (const name of ['core', 'browser', 'react', 'server', 'sandbox']) {
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
