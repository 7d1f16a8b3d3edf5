/** Keeps a sandbox's memory in a file (Node). */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Changes within this time are written together. Milliseconds. */
const PAUSE = 100

/** A file that follows a sandbox. */
export interface StateFile {
  /** Something changed: written soon. */
  changed(): void
  /** Writes what is not written yet. */
  flush(): void
}

/** What the file holds; `undefined` when there is none yet. Rejects nothing else: a file that cannot be read throws. */
export function readState(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes `save()` into `path` after changes: beside it first, then in its place, so that a crash leaves the old file or the new one.
 *
 * @param onError told when a write fails; the sandbox works on without it
 */
export function keepState(path: string, save: () => string, onError: (error: unknown) => void): StateFile {
  let timer: NodeJS.Timeout | undefined
  const write = (): void => {
    timer = undefined
    try {
      const beside = `${path}.${process.pid}.tmp`
      writeFileSync(beside, save(), { mode: 0o600 })
      const file = openSync(beside, 'r+')
      fsyncSync(file)
      closeSync(file)
      renameSync(beside, path)
    } catch (error) {
      onError(error)
    }
  }
  return {
    changed: () => {
      timer ??= setTimeout(write, PAUSE)
    },
    flush: () => {
      if (timer === undefined) return
      clearTimeout(timer)
      write()
    },
  }
}
