import { CommanderError } from 'commander'

import type { Answer } from './answer.ts'
import { failureOf, WRONG_USE } from './failure.ts'
import { createProgram } from './program.ts'
import { redactor } from './secrets.ts'
import type { Redact } from './secrets.ts'
import { openSession } from './session.ts'
import { styleFor } from './style.ts'
import { withoutValues } from './without-values.ts'
import type { CliWorld } from './world.ts'

/**
 * The command line `payple`. Never rejects and never prints a configured secret.
 *
 * @returns the exit code: 0 done, 1 it failed or is still in doubt, 2 wrong use
 */
export async function runCli(world: CliWorld): Promise<number> {
  let code = 0
  let misuse = ''
  const program = createProgram(world, {
    complain: (text) => {
      misuse += withoutValues(text)
    },
    run: async (command, task) => {
      const { config, json } = command.optsWithGlobals<{ config?: string; json?: boolean }>()
      const session = openSession(world, config)
      try {
        code = print(world, await task(session), session.redact, json === true)
      } catch (error) {
        code = report(world, error, session.redact, json === true)
      } finally {
        await session.close()
      }
    },
  })
  try {
    await program.parseAsync(world.argv, { from: 'user' })
    return code
  } catch (error) {
    const json = world.argv.includes('--json')
    if (!(error instanceof CommanderError)) return report(world, error, redactor(undefined), json)
    if (error.exitCode === 0) return 0
    if (json) world.stdout.write(jsonText({ error: { code: 'WRONG_USE', message: misuse.trim() } }))
    world.stderr.write(misuse)
    return WRONG_USE
  }
}

function print(world: CliWorld, answer: Answer, redact: Redact, json: boolean): number {
  const text = json ? jsonText(answer.value, redact) : `${redact(answer.text(styleFor(world)))}\n`
  world.stdout.write(text)
  return answer.ok === false ? 1 : 0
}

/** The sentence goes to people on stderr; programs get one JSON value here, too. */
function report(world: CliWorld, error: unknown, redact: Redact, json: boolean): number {
  const { code, message, exitCode } = failureOf(error)
  if (json) world.stdout.write(jsonText({ error: { code, message } }, redact))
  world.stderr.write(`payple: ${redact(message)}\n`)
  return exitCode
}

function jsonText(value: unknown, redact: Redact = (text) => text): string {
  const clean = (_name: string, each: unknown): unknown => (typeof each === 'string' ? redact(each) : each)
  // JSON leaves C1 controls as they are, and some terminals obey them.
  const text = JSON.stringify(value ?? null, clean, 2)
  return `${text.replaceAll(/[\u007f-\u009f]/g, (each) => `\\u00${each.charCodeAt(0).toString(16)}`)}\n`
}
