import Table from 'cli-table3'

import type { Style } from './style.ts'

/** One column: its heading, and how it is set. */
export interface Column {
  readonly head: string
  readonly align?: 'left' | 'right' | undefined
  /** Longer texts are cut. A Korean letter takes two columns of a terminal. */
  readonly width?: number | undefined
}

const EDGES = ['top', 'bottom', 'left', 'right', 'mid'] as const
const NO_LINES: Readonly<Record<string, string>> = Object.fromEntries(
  EDGES.flatMap((edge) => [edge, `${edge}-mid`, `${edge}-left`, `${edge}-right`].map((name) => [name, ''])),
)

/** Rows under headings, without lines around them. */
export function table(style: Style, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const printed = new Table({
    head: columns.map(({ head }) => style.dim(head)),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    colWidths: columns.map(({ width }) => width ?? null),
    chars: { ...NO_LINES, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  printed.push(...rows.map((row) => [...row]))
  return printed
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}
