import { parseAmount } from '@payple-kit/core'
import type { Payment } from '@payple-kit/core'
import type { Command } from 'commander'

import { toBase64Url } from '../../base64.ts'
import type { RefundInput, RefundOutcome } from '../../operations/refund.ts'
import { REAL_WORLD } from '../../world.ts'
import type { Answer } from '../answer.ts'
import { amountText, wholeNumber } from '../arguments.ts'
import { confirmed } from '../ask.ts'
import { CliFailure, WRONG_USE } from '../failure.ts'
import type { Run } from '../session.ts'
import type { Style } from '../style.ts'
import { errorLine, money, safe } from '../words.ts'
import type { CliWorld } from '../world.ts'

interface Options {
  readonly amount?: string
  readonly vat?: number
  readonly note?: string
  readonly key?: string
  readonly yes?: boolean
}

/** `payple refund`: gives money back, after asking. */
export function refundCommand(program: Command, run: Run): void {
  program
    .command('refund')
    .description('give money back, in full or in part')
    .argument('<order>', 'order id')
    .option('--amount <n>', 'won, or dollars such as 19.90 (default: all that is left)', amountText)
    .option('--vat <n>', 'VAT part of it, whole won; for mixed orders', wholeNumber(0))
    .option('--note <text>', 'who or why; no personal data')
    .option('--key <key>', 'idempotency key of an earlier try, which is then not carried out twice')
    .option('--yes', 'do not ask')
    .action((orderId: string, options: Options, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const { amount, vat, note, key: idempotencyKey = newKey(session.world), yes } = options
        const input: RefundInput = { orderId, amount, vat, note, idempotencyKey }
        const payment = await payple.payments.get(orderId)
        if (yes !== true && payment !== null) await ask(session.world, payment, input)
        session.world.stderr.write(`Idempotency key: ${idempotencyKey}\n`)
        return answer(await payple.payments.refund(input), input)
      }),
    )
}

function newKey({ ids = REAL_WORLD.ids }: CliWorld): string {
  return `cli_${toBase64Url(ids(16))}`
}

async function ask(world: CliWorld, payment: Payment, { amount, idempotencyKey }: RefundInput): Promise<void> {
  if (world.stdin.isTTY !== true) {
    throw new CliFailure('NOT_CONFIRMED', 'refund moves money: add --yes when nobody can be asked.', WRONG_USE)
  }
  const left = payment.amount - (payment.refunded ?? 0)
  const means = payment.card ?? payment.bank
  const what = `order ${payment.orderId} (${[payment.goods, means?.name, means?.number].filter(Boolean).join(', ')})`
  const parsed = amount === undefined ? left : parseAmount(amount, payment.currency)
  const asked = typeof parsed === 'number' ? money(parsed, payment.currency) : String(amount)
  const question =
    left === 0
      ? `Nothing is left to refund of ${what}. Ask for the refund ${idempotencyKey} again?`
      : `Refund ${asked} of ${money(left, payment.currency)} of ${what}?`
  if (!(await confirmed(world, safe(question)))) throw new CliFailure('NOT_CONFIRMED', 'Nothing was refunded.')
}

function answer(outcome: RefundOutcome, { idempotencyKey }: RefundInput): Answer {
  return {
    value: { idempotencyKey, ...outcome },
    text: (style) => sentence(style, outcome, idempotencyKey),
    ok: outcome.status === 'refunded',
  }
}

function sentence(style: Style, outcome: RefundOutcome, key: string): string {
  switch (outcome.status) {
    case 'refunded': {
      const { refund, payment } = outcome
      const left = payment.amount - (payment.refunded ?? 0)
      return `${style.good('Refunded')} ${money(refund.amount, refund.currency)} of order ${safe(refund.orderId)}; ${money(left, payment.currency)} left. ${style.dim(refund.id)}`
    }
    case 'failed':
      return `${style.bad('Not refunded.')} ${errorLine(outcome.error)}`
    case 'unknown':
      return `${style.doubtful('In doubt:')} nobody knows yet whether ${outcome.refund.id} was carried out. Ask again with --key ${key}; nothing is given back twice.`
    default:
      return outcome satisfies never
  }
}
