/** The operator's levers: declarations about what only partner admin can tell. */
import { Argument } from 'commander'
import type { Command } from 'commander'

import { CliFailure } from '../failure.ts'
import { outcomeLine } from '../outcome-line.ts'
import type { Run } from '../session.ts'
import { money, stateWord } from '../words.ts'
import { isInDoubt } from './lookup.ts'

const NOTE = 'who decided and why; no personal data'
const UNASKED = 'declare it although Payple cannot be asked right now'

interface Options {
  readonly note: string
  readonly unasked?: boolean
}

/** `payple release`: an attempt in doubt charged nothing. */
export function releaseCommand(program: Command, run: Run): void {
  program
    .command('release')
    .description('declare, after looking in partner admin, that an attempt in doubt charged nothing')
    .argument('<checkout>', 'checkout id')
    .requiredOption('--note <text>', NOTE)
    .option('--unasked', UNASKED)
    .action((checkoutId: string, { note, unasked }: Options, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const outcome = await payple.payments.release(checkoutId, note, { unasked })
        if (outcome === undefined) {
          const sentence = `No checkout "${checkoutId}" that could be released in this ledger and environment.`
          throw new CliFailure('NOT_FOUND', sentence)
        }
        return { value: outcome, text: (style) => outcomeLine(style, outcome), ok: !isInDoubt(outcome) }
      }),
    )
}

/** `payple declare-refunded`: partner admin gave money back where no lookup shows it. */
export function declareRefundedCommand(program: Command, run: Run): void {
  program
    .command('declare-refunded')
    .description('declare what partner admin shows as given back of an overseas payment')
    .argument('<order>', 'order id')
    .argument('<total>', 'everything given back so far, such as 19.90')
    .requiredOption('--note <text>', NOTE)
    .action((orderId: string, amount: string, { note }: Options, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const payment = await payple.payments.declareRefunded({ orderId, total: amount, note })
        if (payment === undefined)
          throw new CliFailure('NOT_FOUND', `No payment of order "${orderId}" in this ledger and environment.`)
        const { refunded = 0, currency } = payment
        return {
          value: payment,
          text: () =>
            `Order ${orderId}: ${money(refunded, currency)} of ${money(payment.amount, currency)} given back.`,
        }
      }),
    )
}

/** `payple declare-refund`: a refund in doubt was carried out, or was not. */
export function declareRefundCommand(program: Command, run: Run): void {
  program
    .command('declare-refund')
    .description('declare, after looking in partner admin, how a refund in doubt ended')
    .argument('<refund>', 'refund id, rf_…')
    .addArgument(new Argument('<result>', 'how it ended').choices(['done', 'failed']))
    .requiredOption('--note <text>', NOTE)
    .option('--unasked', UNASKED)
    .action((id: string, result: 'done' | 'failed', { note, unasked }: Options, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const refund = await payple.payments.declareRefund(id, result, note, { unasked })
        if (refund === undefined) {
          throw new CliFailure('NOT_FOUND', `No refund "${id}" in this ledger and environment.`)
        }
        return {
          value: refund,
          text: (style) =>
            `Refund ${refund.id}, ${money(refund.amount, refund.currency)}: ${stateWord(style, refund.state)}.`,
          // Payple's own word wins over a declaration.
          ok: refund.state === result,
        }
      }),
    )
}
