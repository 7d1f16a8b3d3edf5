/** What this process has used so far. */
export interface Usage {
  /** Processor time, in milliseconds, all threads. */
  readonly cpuMs: number
  /** Resident memory, in MiB. */
  readonly rssMb: number
}

export function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 }
}
