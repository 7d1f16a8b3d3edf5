/**
 * `npm test`: everything, in an order that finds cheap mistakes first. Ends with a table and the line `N passed, N failed`.
 * `npm test -- unit e2e` runs only the steps whose names contain one of the words.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './find-browser.ts'
import { runStep } from './run-step.ts'
import type { Counts, Step, StepResult } from './run-step.ts'

const REPORTS = '.cache/reports'
const PACKAGES = ['core', 'browser', 'react', 'server', 'sandbox']
const only = process.argv.slice(2)

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

let browser: string
try {
  browser = await findBrowser()
} catch (error) {
  console.error(`payple-kit: ${(error as Error).message}`)
  process.exit(1)
}
const env = { PAYPLE_CHROME: browser, CI: 'true' }

/** Steps of one group run side by side; groups run one after the other. */
const groups: readonly (readonly Step[])[] = [
  [
    { name: 'format', command: ['oxfmt', '--check'] },
    {
      name: 'walls',
      command: ['depcruise', 'packages', 'apps', 'e2e', 'crash', 'bench', '--config', '.dependency-cruiser.mjs'],
    },
    ...typecheckSteps(),
  ],
  [vitest('unit', ['--project', 'unit', '--project', 'dom', '--project', 'react18', '--project', 'browser'])],
  // A package is built against the built packages it imports.
  [build('core'), build('sandbox')],
  [build('browser'), build('server')],
  [build('react')],
  [
    ...PACKAGES.map((name): Step => ({
      name: `publint ${name}`,
      command: ['publint', 'run', '--strict', `packages/${name}`],
    })),
    ...PACKAGES.map((name): Step => ({
      name: `attw ${name}`,
      command: ['attw', '--profile', 'esm-only', '--exclude-entrypoints', 'styles.css', '--pack', `packages/${name}`],
    })),
    // After the build: files outside a tsconfig find the packages' types in dist only.
    { name: 'lint (type-aware)', command: ['oxlint', '--deny-warnings'] },
    { name: 'built packages', command: ['node', '--test', 'scripts/built-packages.check.ts'] },
    { name: 'types of the built packages', command: ['tsc', '-p', 'scripts/tsconfig.dist-check.json'] },
    { name: 'unused code', command: ['knip'] },
    { name: 'size budgets', command: ['size-limit'] },
    { name: 'build shop', command: ['vite', 'build', 'apps/storefront', '--logLevel', 'warn'] },
  ],
  [
    vitest('stories', ['--project', 'storybook']),
    // Real processes, killed for real; mostly waits for time-outs. `npm run test:crash` is the long form.
    { name: 'crash', command: ['node', '--conditions=payple-source', 'crash/main.ts', '--short'], loud: true },
  ],
  [playwright()],
]

const results: StepResult[] = []
for (const group of groups) {
  const steps = group.filter((step) => only.length === 0 || only.some((word) => step.name.includes(word)))
  results.push(
    ...(await Promise.all(steps.map(async (step) => report(await runStep({ ...step, env: { ...env, ...step.env } }))))),
  )
}
summarize()

function typecheckSteps(): Step[] {
  const projects = [
    ...PACKAGES.map((name) => `packages/${name}`),
    'apps/storefront',
    'apps/storefront/tsconfig.server.json',
    'e2e',
    'crash',
    'bench',
    '.storybook',
    'scripts',
  ]
  return projects.map((project) => ({ name: `typecheck ${project}`, command: ['tsc', '-p', project] }))
}

function build(name: string): Step {
  return { name: `build ${name}`, command: ['tsc', '-p', `packages/${name}/tsconfig.build.json`] }
}

function vitest(name: string, projects: readonly string[]): Step {
  const file = `${REPORTS}/${name}.json`
  return {
    name,
    command: ['vitest', 'run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    count: async () => {
      const { numPassedTests, numFailedTests } = readReport(file) as { numPassedTests: number; numFailedTests: number }
      return { passed: numPassedTests, failed: numFailedTests }
    },
  }
}

function playwright(): Step {
  const file = `${REPORTS}/e2e.json`
  return {
    name: 'e2e',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${process.cwd()}/${file}` },
    count: async () => {
      const { stats } = readReport(file) as {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number }
      }
      // A skipped or flaky test is a test that did not hold.
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
    },
  }
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function report(result: StepResult): StepResult {
  const tests = result.passed + result.failed > 1 ? ` (${result.passed} passed, ${result.failed} failed)` : ''
  console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${result.name}${tests} ${result.seconds.toFixed(1)} s`)
  if (!result.ok || result.loud) console.log(result.output.replace(/^/gm, '     '))
  return result
}

function summarize(): void {
  if (only.length === 0) console.log(`\nBudgets and reports: ${REPORTS} (${readdirSync(REPORTS).join(', ')})`)
  const total = results.reduce<Counts>(
    (sum, result) => ({ passed: sum.passed + result.passed, failed: sum.failed + result.failed }),
    { passed: 0, failed: 0 },
  )
  for (const result of results.filter((each) => !each.ok)) console.log(`failed: ${result.name}`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}
