import type { Payment } from '@payple-kit/core'
import type { SandboxOverseasPayment } from '@payple-kit/sandbox'

import { insist } from '../model/insist.ts'
import { flush, pay, takeBack } from './buyer.ts'
import type { Run } from './run.ts'
import type { Step } from './steps.ts'

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

/** Does one step. What names something that is not there does nothing. */
export async function happen(run: Run, step: Step): Promise<void> {
  const { shop, companions, windows, results } = run
  const companion = companions['by' in step ? step.by : 0] ?? shop.payple
  switch (step.type) {
    case 'prepare': {
      const prepared = await shop.prepare(step.order, 'overseas-card', companion)
      if (prepared.kind === 'window') windows.push(prepared)
      return
    }
    case 'pay': {
      const window = pick(windows, step.window)
      return window && pay(run, window, step)
    }
    case 'return': {
      const end = pick(results, step.result)
      if (end === undefined) return
      const forged = { ...end.result, result: 'A0000', totalAmount: '19.90', currency: 'USD' }
      return takeBack(run, step.forge ? { ...end, result: forged } : end, step.by)
    }
    case 'page-close':
    case 'view': {
      const window = pick(windows, step.window)
      if (window === undefined) return
      if (step.type === 'view') await shop.view(window.checkoutId, companion)
      else await shop.result(window.checkoutId, { PCD_PAY_RST: 'close' }, companion)
      return
    }
    case 'refund': {
      const amount = step.amount === '' ? {} : { amount: step.amount }
      const key = `${step.order}-${step.key}-${step.amount}`
      const outcome = await companion.payments.refund({ orderId: step.order, idempotencyKey: key, ...amount })
      if (outcome.status === 'refunded') {
        const payment = await chargeOf(run, outcome.payment)
        insist((payment?.cancelled ?? 0) >= outcome.refund.amount, `told refunded: ${JSON.stringify(outcome)}`)
      }
      return
    }
    case 'charge': {
      const order = { goods: 'mug', total: '19.90', currency: 'USD' } as const
      const key = `${step.order}-${step.key}`
      const outcome = await companion.billingKeys.charge({
        billingKey: run.billingKey ?? '',
        orderId: step.order,
        order,
        idempotencyKey: key,
      })
      if (outcome.status === 'paid') {
        const payment = await chargeOf(run, outcome.payment)
        insist(payment?.amount === 1990, `told paid, and it is not: ${JSON.stringify(outcome)}`)
      }
      return
    }
    case 'console-cancel': {
      const named = pick(shop.sandbox.control.overseasPayments(), step.payment)
      // The console names a payment by its order number: of two the newest.
      const payment = named && shop.sandbox.control.overseasPayment(named.oid)
      const left = (payment?.amount ?? 0) - (payment?.cancelled ?? 0)
      if (payment === undefined || left < (step.amount === '' ? 1 : 495)) return
      run.byHand.add(payment.oid)
      shop.sandbox.control.cancelOverseasFromConsole(payment.oid, step.amount === '' ? undefined : step.amount)
      return
    }
    case 'post':
      return flush(run, step.reversed)
    case 'fault':
      shop.sandbox.control.fault(step.fault)
      return
    case 'time':
      shop.world.advance(step.ms)
      return
    case 'reconcile':
      await companion.reconcile()
      return
    default:
      step satisfies never
  }
}

/** The charge that the ledger says a payment was made with: its number may have more than one. */
async function chargeOf({ shop }: Run, { checkoutId }: Payment): Promise<SandboxOverseasPayment | undefined> {
  const row = await shop.ledger.find(checkoutId)
  return shop.sandbox.control.overseasPayments().find(({ apiId }) => apiId === row?.tradeNumber)
}
