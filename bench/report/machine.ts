/** The machine in one line, without its name, and what the disk takes for a durable write: most of a settle is waiting for that. */
import { closeSync, fdatasyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'

import { median, short } from './numbers.ts'

const TMPFS = 0x0102_1994

export function machineLine(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0] ?? 0
  const day = new Date().toISOString().slice(0, 10)
  return `${day} · ${availableParallelism()} cores, ${memory} GiB · Node ${process.versions.node}, SQLite ${process.versions['sqlite'] ?? '?'} · load ${load.toFixed(2)}`
}

/** Median of many small writes that are on disk when they return. */
export function diskLine(folder: string): string {
  const file = join(folder, 'sync-probe')
  const handle = openSync(file, 'w')
  const page = new Uint8Array(4096)
  const took = Array.from({ length: 200 }, () => {
    const start = performance.now()
    writeSync(handle, page)
    fdatasyncSync(handle)
    return performance.now() - start
  })
  closeSync(handle)
  rmSync(file)
  const where = statfsSync(folder).type === TMPFS ? ' IN MEMORY: set BENCH_DIR to a folder on a disk' : ''
  return `Disk: 4 KiB written and synced in ${short(median(took))} ms (median)${where}`
}
