/// <reference types="node" />
import type { Command } from 'commander'

import type { Check, Level } from '../../doctor/check.ts'
import { examine } from '../../doctor/doctor.ts'
import type { Run } from '../session.ts'
import type { Style } from '../style.ts'
import { safe } from '../words.ts'

/** `payple doctor`: checks everything a payment needs, and says what to fix. */
export function doctorCommand(program: Command, run: Run): void {
  program
    .command('doctor')
    .description('check configuration, origin, clock, ledger and gateway; moves no money')
    .action((_options: object, command: Command) =>
      run(command, async (session) => {
        const { env = {}, nodeVersion = process.versions.node } = session.world
        const diagnosis = await examine({ open: session.shop, nodeVersion, mode: env['NODE_ENV'] })
        return { value: diagnosis, text: (style) => report(style, diagnosis.checks), ok: diagnosis.ok }
      }),
    )
}

const WIDTH = 24

function report(style: Style, checks: readonly Check[]): string {
  const lines = checks.map(({ name, level, finding, todo }) => {
    const first = `${mark(style, level)} ${name.padEnd(WIDTH)} ${safe(finding)}`
    return todo === undefined ? first : `${first}\n${' '.repeat(WIDTH + 7)}${style.bold(`→ ${safe(todo)}`)}`
  })
  const errors = checks.filter(({ level }) => level === 'error').length
  const warnings = checks.filter(({ level }) => level === 'warn').length
  const end = errors === 0 ? style.good('No errors') : style.bad(`${errors} ${errors === 1 ? 'error' : 'errors'}`)
  return [...lines, '', `${end}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`].join('\n')
}

function mark(style: Style, level: Level): string {
  const paint = { ok: style.good, info: style.dim, warn: style.doubtful, error: style.bad }[level]
  return paint(level.padEnd(5))
}
