import type { Command } from 'commander'

import { checkOptions } from '../../options/check-options.ts'
import type { AttemptHistory } from '../../payments.ts'
import type { Answer } from '../answer.ts'
import { CliFailure } from '../failure.ts'
import type { Run } from '../session.ts'
import type { Shop } from '../shop.ts'
import { paymentStory } from '../story.ts'

/** `payple payment`: everything that happened to one order, or to one attempt of it. */
export function paymentCommand(program: Command, run: Run): void {
  program
    .command('payment')
    .description('the story of an order: every attempt, event and refund')
    .argument('<id>', 'order id or checkout id')
    .action((id: string, _options: object, command: Command) =>
      run(command, async (session) => tell(await session.shop(), id)),
    )
}

async function tell(shop: Shop, id: string): Promise<Answer> {
  const { payments } = shop.payple
  const attempts = await find(shop, id)
  const [first] = attempts
  if (first === undefined) {
    const blind =
      shop.options === undefined ? ' Checkout ids are found only when the configuration exports options.' : ''
    throw new CliFailure('NOT_FOUND', `No order or checkout "${id}" in this ledger and environment.${blind}`)
  }
  const payment = await payments.get(first.orderId)
  return {
    value: { orderId: first.orderId, payment, attempts },
    text: (style) => paymentStory(style, first.orderId, payment, attempts),
  }
}

async function find({ payple, options }: Shop, id: string): Promise<readonly AttemptHistory[]> {
  const byOrder = await payple.payments.history(id)
  if (byOrder.length > 0 || options === undefined) return byOrder
  const row = await options.ledger.find(id)
  if (row === undefined || row.scope !== checkOptions(options).scope) return []
  return (await payple.payments.history(row.orderId)).filter((attempt) => attempt.checkoutId === id)
}
