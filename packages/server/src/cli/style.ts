/// <reference types="node" />
import { styleText } from 'node:util'

import type { CliWorld } from './world.ts'

type Paint = (text: string) => string

/** How text looks. Every function returns its text unchanged where colours are unwelcome. */
export interface Style {
  readonly bold: Paint
  readonly dim: Paint
  readonly good: Paint
  readonly bad: Paint
  readonly doubtful: Paint
  /** A moment in local time, such as `2026-11-21 23:30:00`. */
  readonly time: (at: number | string) => string
  /** Columns of the terminal; `undefined` when it is none. */
  readonly columns: number | undefined
}

/** Colours only on a terminal and without `NO_COLOR` (no-color.org: set and not empty). */
export function styleFor({ stdout, env = {}, timeZone }: CliWorld): Style {
  const coloured = stdout.isTTY === true && (env['NO_COLOR'] ?? '') === ''
  const paint =
    (format: Parameters<typeof styleText>[0]): Paint =>
    (text) =>
      coloured ? styleText(format, text, { validateStream: false }) : text
  // Swedish writes dates the ISO way.
  const times = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone })
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    good: paint('green'),
    bad: paint('red'),
    doubtful: paint('yellow'),
    time: (at) => times.format(new Date(at)),
    columns: stdout.isTTY === true ? stdout.columns : undefined,
  }
}
