import { Command } from 'commander'

import { attentionCommand } from './commands/attention.ts'
import { doctorCommand } from './commands/doctor.ts'
import { declareRefundCommand, declareRefundedCommand, releaseCommand } from './commands/levers.ts'
import { lookupCommand } from './commands/lookup.ts'
import { migrateCommand } from './commands/migrate.ts'
import { paymentCommand } from './commands/payment.ts'
import { paymentsCommand } from './commands/payments.ts'
import { reconcileCommand } from './commands/reconcile.ts'
import { refundCommand } from './commands/refund.ts'
import type { Run } from './session.ts'
import { version } from './version.ts'
import type { CliWorld } from './world.ts'

const AFTER = `
Exit codes: 0 done, 1 it failed or is still in doubt, 2 wrong use.
`

/** The words of the command line. Understands arguments; what they mean is in `commands/`. */
export function createProgram(
  { stdout }: CliWorld,
  { complain, run }: { readonly complain: (text: string) => void; readonly run: Run },
): Command {
  const program = new Command('payple')
    .description('What the person on call asks a shop’s Payple companion.')
    .version(version(), '-v, --version', 'the version')
    .helpOption('-h, --help', 'this text')
    .helpCommand('help [command]', 'what a command does')
    .option('--config <file>', 'the shop’s configuration (default: payple.config.ts, .mts, .js or .mjs here)')
    .option('--json', 'one JSON value instead of tables')
    .addHelpText('after', AFTER)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: complain,
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stdout.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
  for (const add of COMMANDS) add(program, run)
  return program
}

const COMMANDS: readonly ((program: Command, run: Run) => void)[] = [
  paymentsCommand,
  paymentCommand,
  refundCommand,
  lookupCommand,
  reconcileCommand,
  attentionCommand,
  releaseCommand,
  declareRefundCommand,
  declareRefundedCommand,
  migrateCommand,
  doctorCommand,
]
