import type { Refund } from '@payple-kit/server'
import { decimalOf, readAmount, type Currency, type Payment } from '@payple-kit/core'
import { useState, type FormEvent } from 'react'
import { Field } from '../checkout/field.tsx'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { useFormat } from '../i18n/format.ts'
import { RefundResult } from './refund-result.tsx'
import { useAdminWords } from './use-admin-words.ts'
import { useRefund } from './use-refund.ts'

interface RefundFormProps {
  readonly payment: Payment
  readonly refunds: readonly Refund[]
  readonly onChanged: () => void
}

/** Gives back a part or all of what is left, after asking once more. */
export function RefundForm({ payment, refunds, onChanged }: RefundFormProps) {
  const words = useAdminWords()
  const { money } = useFormat()
  const { currency } = payment
  const won = (sum: number) => money(sum, currency)
  const left = payment.amount - (payment.refunded ?? 0)
  const [typed, setTyped] = useState<string>()
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState(false)
  const [asking, setAsking] = useState(false)
  const { progress, start, open, reset } = useRefund(payment, onChanged)
  const text = typed ?? (currency === 'KRW' ? String(left) : decimalOf(left, currency))
  const amount = readSum(text, left, currency)
  const waiting = refunds.some((refund) => refund.state === 'pending' || refund.state === 'unknown')

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setWrong(amount === undefined)
    reset()
    if (amount !== undefined) setAsking(true)
  }
  const give = async () => {
    if (amount === undefined) return
    await start(amount, note.trim())
    setAsking(false)
    setTyped(undefined)
    setNote('')
  }

  return (
    <section className="panel" aria-labelledby="refund-title">
      <h2 id="refund-title">{words.refund}</h2>
      <RefundResult
        progress={progress}
        currency={currency}
        onAgain={open && (() => void start(open.amount, open.request.note ?? ''))}
      />
      {left === 0 && <p>{words.refundOver}</p>}
      {left > 0 && waiting && progress.status !== 'unknown' && <p>{words.refundBusy}</p>}
      {left > 0 && !waiting && open === undefined && (
        <form noValidate onSubmit={submit}>
          <Field
            name="amount"
            inputMode={currency === 'KRW' ? 'numeric' : 'decimal'}
            label={words.refundAmount}
            hint={words.refundHint(won(1), won(left))}
            error={wrong && amount === undefined ? words.refundWrong(won(1), won(left)) : undefined}
            value={text}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Field
            name="note"
            required={false}
            maxLength={200}
            label={words.refundNote}
            hint={words.refundNoteHint}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <button type="submit" className="button button--wide">
            {words.refundAsk}
          </button>
        </form>
      )}
      <ConfirmDialog
        open={asking}
        title={words.refundTitle}
        confirm={words.refundAsk}
        busy={progress.status === 'refunding' ? words.refunding : undefined}
        danger
        onConfirm={() => void give()}
        onClose={() => setAsking(false)}
      >
        <p>{words.refundText(won(amount ?? 0))}</p>
        <p>{amount === left ? words.refundFull : words.refundPart(won(left - (amount ?? 0)))}</p>
      </ConfirmDialog>
    </section>
  )
}

/** `3,000원`, `3000` or `19.90`; nothing for what is no sum between the smallest unit and the rest. */
function readSum(text: string, left: number, currency: Currency): number | undefined {
  const amount = readAmount(text.replaceAll(/[\s,원₩$US]/g, ''), currency) ?? 0
  return amount >= 1 && amount <= left ? amount : undefined
}
