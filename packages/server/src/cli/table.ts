import Table from 'cli-table3'

import type { Style } from './style.ts'

/** One column: its heading, and how it is set. */
export interface Column {
  readonly head: string
  readonly align?: 'left' | 'right' | undefined
  /** Columns of the terminal; longer texts are cut. */
  readonly most?: number | undefined
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
    colWidths: columns.map(({ most }, index) => {
      const texts = rows.map((row) => row[index] ?? '')
      return most !== undefined && texts.some((text) => widthOf(text) > most) ? most : null
    }),
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

/** At most so many columns of a terminal: Korean letters, and whatever comes after them, take two. */
function widthOf(text: string): number {
  return Array.from(text, (letter) => (letter >= '\u1100' ? 2 : 1)).reduce<number>((sum, width) => sum + width, 0)
}
