#!/usr/bin/env node
/// <reference types="node" />
/** `payple`: the command line over a shop's own configuration. */
import { loadConfig } from './load-config.ts'
import { runCli } from './run-cli.ts'

const { stdout, stderr, stdin } = process
const write = stdout.write.bind(stdout)
// A configuration may print while it is loaded. Standard output is for answers, which programs parse.
stdout.write = stderr.write.bind(stderr)
// Whoever reads may have gone, as `head` does. What was asked for is carried out all the same.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined)

const code = await runCli({
  argv: process.argv.slice(2),
  stdout: { write: (text) => write(text), isTTY: stdout.isTTY, columns: stdout.columns },
  stderr,
  stdin,
  cwd: process.cwd(),
  env: process.env,
  clock: () => Date.now(),
  load: loadConfig,
})
// A configuration may hold a connection or a timer open; the command is over. A pipe is emptied first.
write('', () => process.exit(code))
