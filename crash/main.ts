/** `npm run test:crash`: see README.md. */
import { reportOf } from './audit/report.ts'
import { readOptions } from './options.ts'
import type { RunOptions } from './options.ts'
import { run } from './run.ts'

async function play(options: RunOptions): Promise<void> {
  process.stdout.write(`${options.engine}: ${options.payments} stories, seed ${options.seed}\n`)
  const { text, ok } = reportOf(await run(options))
  process.stdout.write(`${text}\n\n`)
  if (!ok) process.exitCode = 1
}

try {
  const runs = readOptions(process.argv.slice(2)) ?? []
  // The short form mostly waits for time-outs, so its runs wait side by side.
  if (runs.some((each) => each.short)) await Promise.all(runs.map(play))
  else for (const options of runs) await play(options)
} catch (error) {
  process.stderr.write(`payple-kit: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
