import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Tests run against the sources: the condition points every workspace import at `src/index.ts`, so nothing has to be built first.
// Vite's own list is replaced, not extended, hence the defaults behind it.
const resolve = { conditions: ['payple-source', ...defaultClientConditions] }
const ssr = { resolve: { conditions: ['payple-source', ...defaultServerConditions] } }

const REACT_18 = new URL('./integrations/react-18/node_modules', import.meta.url).pathname
// Root has no user namespace for Chromium's sandbox; the rest keeps it from talking to a network that is not there.
const QUIET_CHROMIUM = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const STORY_DEPENDENCIES = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'msw',
  'msw/browser',
  'msw-storybook-addon',
  'msw-storybook-addon/csf3',
  'msw-storybook-addon/preview',
  'storybook/test',
  'hono',
  'hono/html',
  '@payple-kit/sandbox > valibot',
  '@payple-kit/sandbox > devalue',
  '@payple-kit/server > valibot',
]
const EVERYWHERE = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    // Every core works: the default leaves one idle, which on a machine with two is half of it.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          // A machine under load is slow, not wrong; nothing here waits for real time.
          testTimeout: 30_000,
          environment: 'node',
          include: ['{packages,apps}/*/{src,server}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [...EVERYWHERE, '**/*.dom.test.*', '**/*.browser.test.*'],
          globalSetup: ['packages/server/src/testing/postgres-setup.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'dom',
          testTimeout: 30_000,
          environment: 'jsdom',
          include: ['packages/*/src/**/*.dom.test.{ts,tsx}'],
          exclude: EVERYWHERE,
        },
      },
      {
        // The oldest React we promise. Everything that imports React must get this copy, so nothing stays external.
        resolve: {
          ...resolve,
          alias: {
            '@testing-library/react': `${REACT_18}/@testing-library/react`,
            'react-dom': `${REACT_18}/react-dom`,
            react: `${REACT_18}/react`,
          },
        },
        ssr,
        test: {
          name: 'react18',
          testTimeout: 30_000,
          environment: 'jsdom',
          include: ['packages/react/src/**/*.dom.test.{ts,tsx}'],
          exclude: EVERYWHERE,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['packages/*/src/**/*.browser.test.ts'],
          exclude: EVERYWHERE,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook', storybookScript: 'npm run playground' })],
        // A cold cache makes Vite find these late and reload in the middle of a test.
        optimizeDeps: { include: STORY_DEPENDENCIES },
        test: {
          name: 'storybook',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env['PAYPLE_CHROME'] ?? '/usr/bin/chromium',
                args: QUIET_CHROMIUM,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
