/** A report as a person reads it in a terminal. */
import type { Language } from '../window/language.ts'
import type { ConformanceReport, ConformanceResult } from './run.ts'

/** Options of `formatReport`. */
export interface FormatOptions {
  /** Default `en`. */
  locale?: Language | undefined
  /** With ANSI colours. Default `false`. */
  color?: boolean | undefined
}

const WORDS = {
  ko: {
    passed: '통과',
    failed: '실패',
    'not-checked': '검사 안 함',
    why: '왜',
    todo: '할 일',
    sum: '통과 {p}, 실패 {f}, 검사 안 함 {n}',
  },
  en: {
    passed: 'passed',
    failed: 'FAILED',
    'not-checked': 'not checked',
    why: 'why',
    todo: 'to do',
    sum: '{p} passed, {f} failed, {n} not checked',
  },
} as const

const COLORS = { passed: '32', failed: '31', 'not-checked': '33' } as const

/** One line per check; below a failed one what happened, why it matters and what to do. */
export function formatReport(report: ConformanceReport, { locale = 'en', color = false }: FormatOptions = {}): string {
  const words = WORDS[locale]
  const paint = (text: string, outcome: ConformanceResult['outcome']): string =>
    color ? `\u001B[${COLORS[outcome]}m${text}\u001B[0m` : text
  const width = Math.max(words.passed.length, words.failed.length, words['not-checked'].length)
  const lines = report.results.flatMap(({ outcome, id, title, detail, why, advice, section }) => {
    const head = `${paint(words[outcome].padEnd(width), outcome)}  ${id}  ${title[locale]}`
    if (outcome === 'passed') return [head]
    if (outcome === 'not-checked') return [head, `    ${detail}`]
    return [
      head,
      `    ${detail}`,
      `    ${words.why}: ${why[locale]}`,
      `    ${words.todo}: ${advice[locale]} (${section})`,
    ]
  })
  const sum = words.sum
    .replace('{p}', String(report.passed))
    .replace('{f}', String(report.failed))
    .replace('{n}', String(report.notChecked))
  return `${[...lines, '', sum].join('\n')}\n`
}
