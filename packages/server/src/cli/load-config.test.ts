import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { loadConfig } from './load-config.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'payple-config-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

test('the first of four names in the working directory', async () => {
  write('payple.config.mjs', "export default { from: 'mjs' }")
  expect(await loadConfig(undefined, folder)).toEqual({ from: 'mjs' })
  write('payple.config.mts', "export default { from: 'mts' as const }")
  expect(await loadConfig(undefined, folder)).toEqual({ from: 'mts' })
})

test('or the file that was named', async () => {
  write('shop.mjs', "export default { from: 'shop' }")
  expect(await loadConfig('./shop.mjs', folder)).toEqual({ from: 'shop' })
  expect(await loadConfig(join(folder, 'shop.mjs'), '/elsewhere')).toEqual({ from: 'shop' })
})

test('a missing one is told with an example', async () => {
  await expect(loadConfig(undefined, folder)).rejects.toMatchObject({
    code: 'CONFIG_MISSING',
    exitCode: 2,
    message: expect.stringMatching(
      /^No payple\.config\.ts, .+ in .+\. It exports the options of createPayple, such as\n/,
    ),
  })
  await expect(loadConfig('nope.ts', folder)).rejects.toThrow('nope.ts does not exist.')
})

test('one that throws is told by its message, and our own errors stay what they are', async () => {
  write('a.mjs', "throw new Error('PAYPLE_CUST_KEY is not set')")
  await expect(loadConfig('a.mjs', folder)).rejects.toMatchObject({
    code: 'CONFIG_UNREADABLE',
    message: expect.stringMatching(/a\.mjs cannot be loaded: Error: PAYPLE_CUST_KEY is not set$/),
  })
  const ours = "throw Object.assign(new Error('no'), { name: 'PaypleIntegrationError', code: 'LEDGER_TOO_NEW' })"
  write('b.mjs', ours)
  await expect(loadConfig('b.mjs', folder)).rejects.toMatchObject({ code: 'LEDGER_TOO_NEW' })
})
