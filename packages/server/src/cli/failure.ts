import { isPaypleIntegrationError } from '@payple-kit/core'

import { plainMessage } from '../doctor/plain-message.ts'
import { errorName } from '../log.ts'

/** Wrong use: unknown words, missing options, no configuration. */
export const WRONG_USE = 2
/** The thing itself failed: a refund was refused, something is still in doubt. */
const FAILED = 1

/** Ends a command with one sentence for the person at the keyboard. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure'
  readonly code: string
  readonly exitCode: number

  constructor(code: string, message: string, exitCode: number = FAILED) {
    super(message)
    this.code = code
    this.exitCode = exitCode
  }
}

/** What to say about anything thrown: a code, a sentence and an exit code. Never a stack. */
export function failureOf(error: unknown): Pick<CliFailure, 'code' | 'message' | 'exitCode'> {
  if (error instanceof CliFailure) return error
  if (isPaypleIntegrationError(error)) {
    const misused = error.code === 'INPUT_INVALID' || error.code === 'CONFIG_INVALID'
    return { code: error.code, message: plainMessage(error), exitCode: misused ? WRONG_USE : FAILED }
  }
  const said = error instanceof Error && error.message !== '' ? `: ${error.message}` : ''
  return { code: 'UNEXPECTED', message: `${errorName(error)}${said}`, exitCode: FAILED }
}
