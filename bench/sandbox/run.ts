/** How fast the sandbox is, and whether many payments make it or its dashboard slower. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { createSandbox } from '@payple-kit/sandbox'
import { median, percentile, short } from '../report/numbers.ts'
import { table } from '../report/table.ts'
import { buy, dashboard } from './drive.ts'

export interface SandboxPlan {
  /** Payments that are there before a round. */
  readonly stored: readonly number[]
  /** Payments per round. */
  readonly payments: number
  readonly rounds: number
  /** Starts of the command line. */
  readonly starts: number
}

/** Measures and prints as a table. */
export async function benchSandbox(plan: SandboxPlan): Promise<string> {
  const rows: string[][] = []
  for (const stored of plan.stored) rows.push(await measure(plan, stored))
  const starts = await startTimes(plan.starts)
  const head = ['stored', 'payments/s', 'payment p50 ms', 'payment p99 ms', 'dashboard p50 ms', 'dashboard kB']
  return [
    `${plan.rounds} rounds of ${plan.payments} payments (window, card, confirm), without a socket:`,
    '',
    table(head, rows),
    '',
    `\`payple-sandbox\` answers ${short(median(starts))} ms after it was started (median of ${starts.length}, slowest ${short(Math.max(...starts))}).`,
  ].join('\n')
}

async function measure({ payments, rounds }: SandboxPlan, stored: number): Promise<string[]> {
  const sandbox = createSandbox({ seed: 1 })
  for (let n = 0; n < stored; n++) await buy(sandbox, `stored-${n}`)
  const perSecond: number[] = []
  const each: number[] = []
  const pages: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (let n = 0; n < payments; n++) {
      const before = performance.now()
      await buy(sandbox, `round-${round}-${n}`)
      each.push(performance.now() - before)
    }
    perSecond.push((payments * 1000) / (performance.now() - start))
    const before = performance.now()
    bytes = await dashboard(sandbox)
    pages.push(performance.now() - before)
  }
  const numbers = [median(perSecond), median(each), percentile(each, 0.99), median(pages), bytes / 1000]
  return [stored.toLocaleString('en-US'), ...numbers.map(short)]
}

/** Milliseconds from `spawn` to the greeting, which is printed once the port is open. */
async function startTimes(count: number): Promise<number[]> {
  const manifest = createRequire(import.meta.url).resolve('@payple-kit/sandbox/package.json')
  const cli = join(dirname(manifest), 'dist/cli.js')
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const start = performance.now()
    const child = spawn(process.execPath, [cli, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [first] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    if (!(first instanceof Buffer))
      throw new Error('payple-sandbox did not start; build the packages first (npm test -- build).')
    times.push(performance.now() - start)
    child.kill()
    await once(child, 'exit')
  }
  return times
}
