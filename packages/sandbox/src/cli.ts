#!/usr/bin/env node
/** `payple-sandbox`: starts a sandbox and says how to use it. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isLoopback, startSandbox, type StartOptions } from './node.ts'
import { TEST_ACCOUNTS } from './scenarios/accounts.ts'
import { TEST_CARDS } from './scenarios/cards.ts'
import { SANDBOX_MERCHANT, TEST_MERCHANT } from './settings.ts'

const HELP = `A local Payple to develop and test against.

Usage: payple-sandbox [--port 4100] [--host 127.0.0.1] [--webhook URL] [--deletion-webhook URL]

  --port              port to listen on, 0 for any free one (default 4100)
  --host              address to listen on (default 127.0.0.1, this machine only)
  --webhook           where both built-in accounts hear of payments, registrations and cancels (default nowhere)
  --deletion-webhook  where they hear of billing keys deleted in the console (default nowhere)
  --help              this text
  --version           the version
`

await main(process.argv.slice(2))

async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  if (options === undefined) return
  // Before the greeting: whoever reads it may press Ctrl-C at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
  try {
    const { url } = await startSandbox(options)
    process.stdout.write(greeting(url, options.host))
  } catch (error) {
    fail(error)
  }
}

type CliOptions = StartOptions & { host: string }

/** `undefined` when there is nothing to start: help, version, or a mistake that has been reported. */
function readOptions(args: string[]): CliOptions | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4100' },
        host: { type: 'string', default: '127.0.0.1' },
        webhook: { type: 'string' },
        'deletion-webhook': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    })
    if (values.help) return say(HELP)
    if (values.version) return say(`${version()}\n`)
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) {
      throw new Error(`--port is "${values.port}". Use a number from 0 to 65535.`)
    }
    const urls = { webhookUrl: values.webhook, deletionWebhookUrl: values['deletion-webhook'] }
    const merchants = [TEST_MERCHANT, SANDBOX_MERCHANT].map((merchant) => ({ ...merchant, ...urls }))
    return { port: Number(values.port), host: values.host, merchants }
  } catch (error) {
    return fail(error)
  }
}

function greeting(url: string, host: string): string {
  const cards = TEST_CARDS.map(({ number, label }) => `  ${number.replace(/(\d{4})(?=\d)/g, '$1 ')}  ${label.en}`)
  const accounts = TEST_ACCOUNTS.map(({ bank, number, label }) => `  ${bank} ${number}  ${label.en}`)
  const warning = isLoopback(host) ? '' : `\n! ${host} is reachable from other machines. The sandbox has no login.\n`
  return `Payple sandbox (not Payple) on ${url}
${warning}
Script     ${url}/js/v1/payment.js
Dashboard  ${url}/_/

Test account, the public one of Payple's documents
  cst_id      ${TEST_MERCHANT.cstId}
  custKey     ${TEST_MERCHANT.custKey}
  clientKey   ${TEST_MERCHANT.clientKey}
  refund key  ${TEST_MERCHANT.refundKey}

A second account, which may refund in parts
  cst_id      ${SANDBOX_MERCHANT.cstId}
  custKey     ${SANDBOX_MERCHANT.custKey}
  clientKey   ${SANDBOX_MERCHANT.clientKey}
  refund key  ${SANDBOX_MERCHANT.refundKey}

Test cards, any future expiry
${cards.join('\n')}

Test accounts, bank and number
${accounts.join('\n')}

Ctrl-C stops it.
`
}

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return manifest.version
}

function say(text: string): undefined {
  process.stdout.write(text)
}

function fail(error: unknown): undefined {
  process.stderr.write(`payple-sandbox: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
