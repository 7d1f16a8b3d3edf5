/** `ok`, `info`: nothing to do. `warn`: look at it. `error`: payments fail, or will. */
export type Level = 'ok' | 'info' | 'warn' | 'error'

/** One thing that was looked at. Holds no secret. */
export interface Check {
  /** Stable, such as `clock`. */
  readonly name: string
  readonly level: Level
  /** What was found and what it means. */
  readonly finding: string
  /** What to do about it; absent when nothing is to be done. */
  readonly todo?: string | undefined
}

/** Everything that was looked at. */
export interface Diagnosis {
  /** Whether no check is an error. */
  readonly ok: boolean
  readonly checks: readonly Check[]
}

/** @param todo what to do about it */
export function check(name: string, level: Level, finding: string, todo?: string): Check {
  return { name, level, finding, ...(todo === undefined ? {} : { todo }) }
}
