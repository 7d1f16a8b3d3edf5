import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

// The snippets are compiled against the built packages (scripts/tsconfig.dist-check.json); here they are held to the documents.
describe.each(['README.md', 'README.ko.md'])('%s', (file) => {
  const document = read(file)

  it.each([
    'storefront.tsx',
    'return-page.tsx',
    'server.ts',
    'after.ts',
    'save-card.tsx',
    'overseas.ts',
    'overseas.tsx',
  ])('shows docs/snippets/%s word for word', (snippet) => {
    expect(document).toContain(read(`docs/snippets/${snippet}`).trim())
  })

  it('names the two commands, and package.json has them', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
    for (const command of ['start', 'test']) {
      expect(document).toContain(`npm ${command}`)
      expect(scripts[command]).toContain('bootstrap.mjs')
    }
  })

  it('links to nothing that is not there', () => {
    const targets = [...document.matchAll(/\]\((?!https?:|#)([^)#]+)(#[^)]*)?\)/g)].map((match) => match[1] ?? '')
    expect(targets.length).toBeGreaterThan(5)
    for (const target of targets)
      expect(() => readFileSync(new URL(`../${target}`, import.meta.url)), target).not.toThrow(/ENOENT/)
  })

  it('says that this is not Payple', () => {
    expect(document).toMatch(/not (made|affiliated)|비공식/i)
  })
})
