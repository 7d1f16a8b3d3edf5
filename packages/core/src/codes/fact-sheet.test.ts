/** The two code tables against the pages they come from, row by row: docs/protocol/domestic.md 9.2 to 9.11 and appendix A. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INSTITUTION_CODES } from './institution-codes.ts'
import { PAYPLE_CODES } from './payple-codes.ts'

const page = readFileSync(new URL('../../../../docs/protocol/domestic.md', import.meta.url), 'utf8')

interface PageRow {
  readonly codes: readonly string[]
  readonly korean: string
}

describe("Payple's own codes", () => {
  const rows = ['9.2', '9.3', '9.4', '9.5', '9.6', '9.7', '9.8', '9.9', '9.10', '9.11'].flatMap(rowsOfSection)
  const printed = new Set(rows.flatMap((row) => row.codes))

  it('are all of the page', () => {
    expect(printed.size).toBeGreaterThan(300)
    expect([...printed].filter((code) => !Object.hasOwn(PAYPLE_CODES, code) && code !== '0000')).toEqual([])
  })

  it('are none but those of the page', () => {
    expect(Object.keys(PAYPLE_CODES).filter((code) => !printed.has(code))).toEqual([])
  })

  it('carry the Korean text of their row, where a buyer may see it', () => {
    const differing = Object.entries(PAYPLE_CODES).filter(([code, [kind, text]]) => {
      if (kind !== 'declined' && kind !== 'buyer') return false
      const texts = rows.filter((row) => row.codes.includes(code) && row.korean !== '').map((row) => plain(row.korean))
      return texts.length > 0 && !texts.some((korean) => korean.includes(plain(text)))
    })
    // The page prints the mere word "card number" for these two.
    expect(differing.map(([code]) => code)).toEqual(['CPCAD002', 'SPCD1004'])
  })
})

describe("the card institutions' codes", () => {
  const appendix = page.slice(page.indexOf('## Appendix A.'), page.indexOf('## Appendix B.'))
  const rows = tableRows(appendix).map(([codes = '', korean = '']) => ({ codes: codes.split(', '), korean }))
  const printed = new Map(rows.flatMap((row) => row.codes.map((code) => [code, row.korean] as const)))

  it('are those of the page, with its texts', () => {
    expect(printed.size).toBeGreaterThan(300)
    expect(Object.fromEntries(Object.entries(INSTITUTION_CODES).map(([code, [, text]]) => [code, text]))).toEqual(
      Object.fromEntries(printed),
    )
  })
})

function rowsOfSection(section: string): PageRow[] {
  const start = page.indexOf(`### ${section} `)
  const end = page.slice(start + 4).search(/\n(### |## |---)/)
  const text = page.slice(start, start + 4 + end)
  // 9.4 to 9.7 name the family in the heading and print only what follows it.
  const heading = /^### [\d.]+ ([A-Z]{4}):/.exec(text)?.[1] ?? ''
  return tableRows(text).flatMap(([first = '', second = '', third]) => {
    // The account family reuses numbers of the partner authentication (9.3, collision); other products' codes are not cpay's.
    if (/\(account\)|A0000/.test(first)) return []
    // 9.2 and 9.11 have no Korean column.
    return [{ codes: expand(first, heading), korean: third === undefined || /^9\.(2|11)$/.test(section) ? '' : second }]
  })
}

/** `CPAY0027, F001`, `0020 to 0023`, `SPAY0003, 0004; RPAY0003`, `**CPAY0018**`, `PCHK000` / `PCHK0000` → whole codes. */
function expand(cell: string, heading: string): string[] {
  if (cell === '`INSERT ERROR`') return ['INSERT ERROR']
  let family = heading
  const bare = cell
    .replace(/[`*]/g, '')
    .replace(/\((?:old|transfer|inside webhook text)\)/g, '')
    .trim()
  return bare.split(/[,;/]/).flatMap((part) => {
    const [from = '', to] = part
      .trim()
      .split(' to ')
      .map((code) => {
        const whole = /^(CK|cpc|[A-Z]{4})(?=.)/.exec(code)?.[1]
        family = whole ?? family
        return whole === undefined ? `${family}${code}` : code
      })
    if (to === undefined) return [from]
    const digits = /\d+$/.exec(from)?.[0] ?? ''
    const count = Number(/\d+$/.exec(to)?.[0]) - Number(digits)
    return Array.from(
      { length: count + 1 },
      (_, step) => family + String(Number(digits) + step).padStart(digits.length, '0'),
    )
  })
}

function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:Code|Bank)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

function plain(text: string): string {
  return text.replace(/[\s.!`]+/g, '')
}
