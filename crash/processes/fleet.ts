import type { Chance } from '../random.ts'
import { startChild } from './child.ts'
import type { Child } from './child.ts'

/** The companions of a run. They come back on the port they had, as behind a load balancer. */
export interface Fleet {
  /** Address of the companion on a place, dead or alive; places beyond the last start again at the first. */
  at(place: number): string
  readonly size: number
  readonly kills: number
  /**
   * Every `everyMs` kills a random companion that has been up for as long, until `stopKilling`. On a slow machine, where starting takes longer than that,
   * somebody would otherwise never get to work.
   */
  startKilling(chance: Chance, everyMs: number): void
  stopKilling(): Promise<void>
  /** Kills all of them at once and starts them again. */
  restart(): Promise<void>
  close(): Promise<void>
  /** What they printed: nothing, when all is well. */
  complaints(): string
}

/** Starts `size` companions. */
export async function startFleet(size: number, env: Readonly<Record<string, string>>): Promise<Fleet> {
  const start = (port = 0): Promise<Child> => startChild('companion', { ...env, PORT: String(port) })
  // The first one alone: it creates the tables.
  const first = await start()
  const others = await Promise.all(Array.from({ length: size - 1 }, () => start()))
  const ports = [first, ...others].map((child) => child.port)
  const running: (Child | undefined)[] = [first, ...others]
  const upSince: number[] = running.map(() => performance.now())
  const starting = new Set<Promise<void>>()
  let complaints = ''
  let kills = 0
  let timer: NodeJS.Timeout | undefined

  async function end(place: number): Promise<void> {
    const child = running[place]
    running[place] = undefined
    await child?.kill()
    complaints += child?.output() ?? ''
  }

  async function replace(place: number): Promise<void> {
    await end(place)
    running[place] = await start(ports[place])
    upSince[place] = performance.now()
  }

  return {
    size,
    at: (place) => `http://127.0.0.1:${ports[place % size]}`,
    get kills() {
      return kills
    },
    startKilling(chance, everyMs) {
      timer = setInterval(() => {
        const longEnough = performance.now() - everyMs
        const up = running.flatMap((child, place) =>
          child !== undefined && (upSince[place] ?? 0) <= longEnough ? [place] : [],
        )
        const [one, ...more] = up
        if (one === undefined) return
        kills += 1
        const replaced = replace(chance.pick([one, ...more])).finally(() => starting.delete(replaced))
        starting.add(replaced)
      }, everyMs)
    },
    async stopKilling() {
      clearInterval(timer)
      await Promise.all(starting)
    },
    async restart() {
      await Promise.all(running.map((_, place) => end(place)))
      await Promise.all(running.map((_, place) => replace(place)))
    },
    async close() {
      await Promise.all(running.map((_, place) => end(place)))
    },
    complaints: () => complaints,
  }
}
