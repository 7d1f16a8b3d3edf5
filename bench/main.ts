/** `npm run bench`: measures and prints. Nothing here passes or fails; a number is read by a person who knows the machine. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { authReport } from './auth/report.ts'
import { benchAuth } from './auth/run.ts'
import { readOptions } from './options.ts'
import type { Options } from './options.ts'
import { AUTH, QUICK_AUTH, QUICK_SANDBOX, QUICK_SETTLE, SANDBOX, SETTLE } from './plans.ts'
import { startChild } from './process/child.ts'
import { diskLine, machineLine } from './report/machine.ts'
import { settleReport } from './settle/report.ts'
import { benchSandbox } from './sandbox/run.ts'
import { benchSettle } from './settle/run.ts'

const { benches, quick } = options()
const folder = mkdtempSync(join(process.env['BENCH_DIR'] ?? tmpdir(), 'payple-bench-'))
// PostgreSQL may run as somebody else, who must get through to its own folder.
chmodSync(folder, 0o711)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    cleanUp()
    process.exit(130)
  })

try {
  print(machineLine(), diskLine(folder), quick ? 'Quick: the numbers mean little.' : '')
  if (benches.includes('settle')) {
    const plan = quick ? QUICK_SETTLE : SETTLE
    print(settleReport('SQLite', await benchSettle('sqlite', folder, plan)))
    const host = startChild<'start', { url: string; version: string }>(
      new URL('./ledgers/postgres-host.ts', import.meta.url),
      [folder],
    )
    try {
      const { url, version } = await host.ask('start')
      print(version, '', settleReport('PostgreSQL', await benchSettle('postgres', url, plan)))
    } finally {
      await host.stop()
    }
  }
  if (benches.includes('auth')) {
    const plan = quick ? QUICK_AUTH : AUTH
    print(authReport(await benchAuth(plan, folder), plan))
  }
  if (benches.includes('sandbox')) print(await benchSandbox(quick ? QUICK_SANDBOX : SANDBOX))
} finally {
  cleanUp()
}

function options(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n`)
    return process.exit(1)
  }
}

/** Gigabytes, and a database that may still be stopping. */
function cleanUp(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`\n${lines.join('\n')}\n`)
}
