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
  /** How long ago that was, such as `3 h ago`. */
  readonly ago: (at: number | string) => string
}

/** Colours only on a terminal and without `NO_COLOR` (no-color.org: set and not empty). */
export function styleFor({ stdout, clock, env = {}, timeZone }: CliWorld): Style {
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
    ago: (at) => ago(clock() - new Date(at).getTime()),
  }
}

function ago(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} min ago`
  return minutes < 2_880 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1_440)} days ago`
}
