import { useRef, useState } from 'react'
import type { PaypleError } from '@payple-kit/core'
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
export function useRefund(orderId: string, onChanged: () => void) {
  const [progress, setProgress] = useState<RefundProgress>({ status: 'idle' })
  const last = useRef<RefundRequest>(undefined)

  const start = async (amount: number, note: string): Promise<void> => {
    if (progress.status === 'refunding') return
    setProgress({ status: 'refunding' })
    if (last.current?.amount !== amount) {
      last.current = { amount, idempotencyKey: `admin.${newAttempt()}`, ...(note === '' ? {} : { note }) }
    }
    const outcome = await refund(orderId, last.current).catch(() => undefined)
    if (outcome && outcome.status !== 'unknown') last.current = undefined
    if (outcome?.status === 'refunded') setProgress({ status: 'refunded', amount })
    else setProgress(outcome?.status === 'failed' ? outcome : { status: 'unknown' })
    onChanged()
  }
  /** The request whose end is not known. */
  const open = progress.status === 'unknown' ? last.current : undefined
  return { progress, start, open, reset: () => setProgress({ status: 'idle' }) }
}
