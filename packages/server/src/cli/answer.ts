import type { Style } from './style.ts'

/** What a command found: one value for programs, a text for people. */
export interface Answer {
  /** Printed by `--json`. */
  readonly value: unknown
  /** Printed otherwise; ends without a line break. */
  readonly text: (style: Style) => string
  /** `false` makes the exit code 1. Default `true`. */
  readonly ok?: boolean | undefined
}
