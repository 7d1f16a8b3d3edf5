#!/usr/bin/env node
/** `payple-sandbox`: starts a sandbox and says how to use it. */
import { readFileSync } from 'node:fs'
import { HELP, readCommand } from './cli/options.ts'
import { greeting, scenarioList } from './cli/texts.ts'
import { startSandbox } from './node.ts'

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`payple-sandbox: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function main(args: string[]): Promise<void> {
  const command = readCommand(args)
  if (command.do !== 'start')
    return print({ help: () => HELP, version: () => `${version()}\n`, scenarios: scenarioList }[command.do]())
  const { options } = command
  const starting = startSandbox(options)
  // Before the greeting: whoever reads it may press Ctrl-C at once. The state is written before it is gone.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void starting.then(({ close }) => close()).finally(() => process.exit(0)))
  }
  const { url } = await starting
  print(greeting(url, options.host))
}

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return manifest.version
}

function print(text: string): void {
  process.stdout.write(text)
}
