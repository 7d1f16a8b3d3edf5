import { useState } from 'react'
import { decimalOf, type Payment, type PaypleError } from '@payple-kit/core'
import { newAttempt } from '../api/new-attempt.ts'
import { refund, type RefundRequest } from './admin-client.ts'

export type RefundProgress =
  | { readonly status: 'idle' | 'refunding' }
  | { readonly status: 'refunded'; readonly amount: number }
  | { readonly status: 'failed'; readonly error: PaypleError }
  /** Nobody knows yet, or the answer got lost. The same request may be sent again. */
  | { readonly status: 'unknown' }

/**
 * Gives money back. The idempotency key belongs to the request: repeated after a doubt it is the same one, so nothing is given back
 * twice; only a definite answer, or another amount, makes the next request a new one.
 */
export function useRefund({ orderId, currency }: Pick<Payment, 'orderId' | 'currency'>, onChanged: () => void) {
  const [progress, setProgress] = useState<RefundProgress>({ status: 'idle' })
  const [open, setOpen] = useState<{ readonly amount: number; readonly request: RefundRequest }>()

  const start = async (amount: number, note: string): Promise<void> => {
    if (progress.status === 'refunding') return
    // Dollars travel as text, so that no cent is lost.
    const sum = currency === 'KRW' ? amount : decimalOf(amount, currency)
    const known = open?.amount === amount ? open.request : undefined
    const request = known ?? {
      amount: sum,
      idempotencyKey: `admin.${newAttempt()}`,
      ...(note === '' ? {} : { note }),
    }
    setProgress({ status: 'refunding' })
    setOpen({ amount, request })
    const outcome = await refund(orderId, request).catch(() => undefined)
    if (outcome && outcome.status !== 'unknown') setOpen(undefined)
    if (outcome?.status === 'refunded') setProgress({ status: 'refunded', amount })
    else setProgress(outcome?.status === 'failed' ? outcome : { status: 'unknown' })
    onChanged()
  }
  return {
    progress,
    start,
    /** The request whose end is not known. */
    open: progress.status === 'unknown' ? open : undefined,
    reset: () => setProgress({ status: 'idle' }),
  }
}
