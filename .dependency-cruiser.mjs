/** The walls of ARCHITECTURE.md, "Rooms", as rules. A room may import what its row names and nothing else of ours. */
const room = (name, mayImport) => ({
  name: `${name}-walls`,
  comment: `packages/${name} may import ${mayImport.length > 0 ? mayImport.join(', ') : 'no other room'} (ARCHITECTURE.md, Rooms).`,
  severity: 'error',
  from: { path: `^packages/${name}/src`, pathNot: '\\.(test|test-d)\\.tsx?$|/testing/' },
  to: { path: '^(packages|apps|e2e|\\.storybook)/', pathNot: `^packages/(${[name, ...mayImport].join('|')})/` },
})

// A command line is a Node process; what `doctor` checks is not, it only runs in one.
const NODE_ONLY_FILES =
  '^packages/(server/src/(adapters|cli|ledger/(sqlite|postgres))|sandbox/src/(node\\.ts|state-file\\.ts|cli\\.ts|cli/))'

export default {
  forbidden: [
    room('core', []),
    room('browser', ['core']),
    room('react', ['core', 'browser']),
    room('server', ['core']),
    room('sandbox', []),
    {
      name: 'sandbox-reads-the-wire-alone',
      comment: 'Not even its tests may use the kit: a shared misreading would pass every test.',
      severity: 'error',
      from: { path: '^packages/sandbox/' },
      to: { path: '^packages/(core|browser|react|server)/' },
    },
    {
      name: 'published-entries-only',
      comment: 'The shop uses what a user of the npm packages could use: entry points, never files inside src.',
      severity: 'error',
      from: { path: '^apps/storefront/' },
      to: {
        path: '^packages/[^/]+/src/',
        pathNot:
          '^packages/[^/]+/src/(index|node|msw|conformance/index|adapters/(node|hono)|ledger/(sqlite|postgres))\\.tsx?$',
      },
    },
    {
      name: 'no-node-outside-adapters',
      comment:
        'Core, browser and react run in a page; server and sandbox stay fetch-standard outside adapters and stores.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: `${NODE_ONLY_FILES}|\\.(test|test-d)\\.tsx?$|/testing/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-from-npm-in-the-browser',
      comment: 'Browser packages have no runtime dependency but React.',
      severity: 'error',
      from: { path: '^packages/(core|browser|react)/src', pathNot: '\\.(test|test-d)\\.tsx?$|/testing/' },
      to: { path: 'node_modules', pathNot: 'node_modules/(@types/)?react/|node_modules/\\.pnpm/(@types\\+)?react@' },
    },
    {
      name: 'command-line-stays-aside',
      comment: 'Who mounts the companion loads neither the command line nor what it is made of.',
      severity: 'error',
      from: { path: '^packages/server/src', pathNot: '^packages/server/src/cli/|\\.test\\.ts$' },
      to: { path: '^packages/server/src/cli/|node_modules/(commander|cli-table3)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: { path: '^packages' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['payple-source', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
    combinedDependencies: true,
  },
}
