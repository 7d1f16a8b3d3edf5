import { Option } from 'commander'
import type { Command } from 'commander'

import type { CheckoutState } from '../../ledger/checkout-row.ts'
import { ALL_STATES } from '../../ledger/transitions.ts'
import type { AttemptPage, AttemptSummary } from '../../payments.ts'
import type { Answer } from '../answer.ts'
import { wholeNumber } from '../arguments.ts'
import type { Run } from '../session.ts'
import type { Style } from '../style.ts'
import { table } from '../table.ts'
import { money, safe, stateWord } from '../words.ts'

interface Options {
  readonly state?: readonly CheckoutState[]
  readonly before?: number
  readonly limit?: number
}

/** `payple payments`: a page of attempts, newest first. */
export function paymentsCommand(program: Command, run: Run): void {
  program
    .command('payments')
    .description('attempts, newest first')
    .addOption(new Option('--state <state...>', 'only these states').choices(ALL_STATES))
    .option('--before <n>', 'the page after the one that ended with this number', wholeNumber(1))
    .option('--limit <n>', 'how many, at most 200 (default 50)', wholeNumber(1))
    .action((options: Options, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const { state: states, before, limit } = options
        return answer(await payple.payments.list({ states, before, limit }))
      }),
    )
}

function answer(page: AttemptPage): Answer {
  return { value: page, text: (style) => [list(style, page.attempts), ...more(style, page)].join('\n') }
}

function list(style: Style, attempts: readonly AttemptSummary[]): string {
  if (attempts.length === 0) return 'No attempts.'
  const columns = [
    { head: 'created' },
    { head: 'order', most: 28 },
    { head: 'state' },
    { head: 'amount', align: 'right' },
    { head: 'refunded', align: 'right' },
    { head: 'method' },
    { head: 'goods', most: 26 },
    { head: 'checkout' },
  ] as const
  const rows = attempts.map((each) => [
    style.time(each.createdAt),
    safe(each.orderId),
    stateWord(style, each.state),
    money(each.amount, each.currency),
    each.refunded === 0 ? '' : money(each.refunded, each.currency),
    each.method,
    safe(each.goods),
    each.checkoutId,
  ])
  return table(style, columns, rows)
}

function more(style: Style, { next }: AttemptPage): readonly string[] {
  return next === undefined ? [] : ['', style.dim(`More: payple payments --before ${next}`)]
}
