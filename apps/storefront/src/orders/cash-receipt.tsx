import { useState, type FormEvent } from 'react'
import { isReceiptNumber, type ReceiptUse } from '../../shared/cash-receipt.ts'
import type { Order } from '../../shared/shop-api.ts'
import { requestCashReceipt } from '../api/shop-client.ts'
import { Field } from '../checkout/field.tsx'
import { Notice } from '../components/notice.tsx'
import { formatPhone } from '../i18n/format.ts'
import { useText, useWords } from '../i18n/locale.tsx'

const USES: readonly ReceiptUse[] = ['personal', 'company']

/** The cash receipt of a transfer: its number, or the form that asks for one. */
export function CashReceipt({ order }: { readonly order: Order }) {
  const { cashReceipt: words } = useWords()
  const text = useText()
  const [use, setUse] = useState<ReceiptUse>('personal')
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [issued, setIssued] = useState(order.payment?.cashReceipt)
  const number = typed ?? (use === 'personal' ? formatPhone(order.buyer.phone) : '')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const fits = isReceiptNumber(use, number)
    setWrong(!fits)
    if (!fits || busy) return
    setBusy(true)
    setTrouble(undefined)
    const result = await requestCashReceipt(order.id, { use, number }).catch(() => undefined)
    setBusy(false)
    if (result?.status === 'issued') setIssued(result.number)
    else setTrouble(result?.status === 'failed' ? text(result.error.buyer) : words.unknown)
  }

  return (
    <section className="panel cash-receipt" aria-labelledby="cash-receipt-title">
      <h2 id="cash-receipt-title">{words.title}</h2>
      {issued !== undefined && (
        <output>
          <Notice icon="check">
            {words.issued} <span className="mono">{issued}</span>
          </Notice>
        </output>
      )}
      {issued === undefined && (
        <form noValidate onSubmit={(event) => void submit(event)}>
          <fieldset className="choices">
            <legend className="visually-hidden">{words.use}</legend>
            {USES.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="receipt-use"
                  checked={one === use}
                  onChange={() => {
                    setUse(one)
                    setTyped(undefined)
                    setWrong(false)
                  }}
                />
                {words.uses[one]}
              </label>
            ))}
          </fieldset>
          <Field
            name="receipt-number"
            inputMode="numeric"
            autoComplete="off"
            label={words.number[use]}
            hint={words.hint[use]}
            error={wrong ? words.wrong[use] : undefined}
            value={number}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setWrong(false)
            }}
          />
          <div role="alert">{trouble && <Notice tone="warm">{trouble}</Notice>}</div>
          <button type="submit" className="button button--small" aria-disabled={busy}>
            {busy ? words.asking : words.ask}
          </button>
        </form>
      )}
    </section>
  )
}
