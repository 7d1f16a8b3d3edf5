import type { CheckoutOutcome } from '@payple-kit/core'
import type { Command } from 'commander'

import type { LookupOutcome } from '../../operations/lookup.ts'
import { CliFailure } from '../failure.ts'
import { outcomeLine } from '../outcome-line.ts'
import type { Run } from '../session.ts'
import type { Style } from '../style.ts'
import { money } from '../words.ts'

/** `payple lookup`: asks Payple about an order. */
export function lookupCommand(program: Command, run: Run): void {
  program
    .command('lookup')
    .description('ask Payple about an order, and settle what was in doubt')
    .argument('<order>', 'order id')
    .action((orderId: string, _options: object, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const found = await payple.payments.lookup(orderId)
        if (found === undefined) {
          throw new CliFailure('NOT_FOUND', `No payment of order "${orderId}" in this ledger and environment.`)
        }
        return { value: found, text: (style) => sentences(style, found), ok: !isInDoubt(found.outcome) }
      }),
    )
}

/** Whether nobody knows yet how it ended. */
export function isInDoubt(outcome: CheckoutOutcome | undefined): boolean {
  return outcome?.status === 'unknown'
}

function sentences(style: Style, { outcome, gateway }: LookupOutcome): string {
  const says =
    gateway.status === 'inconclusive'
      ? 'Payple shows no such payment, or could not be asked. That alone does not mean that nothing was charged.'
      : gateway.refunded === undefined
        ? 'Payple shows the payment. Whether anything of it was given back it never shows.'
        : `Payple shows the payment${gateway.refunded === 0 ? '' : `, ${money(gateway.refunded, 'KRW')} of it given back`}.`
  return `${outcomeLine(style, outcome)}\n${style.dim(says)}`
}
