import { useState, type FormEvent } from 'react'
import { buyerProblem, type BuyerField, type BuyerProblem } from '../../shared/buyer-rules.ts'
import type { Buyer } from '../../shared/shop-api.ts'
import { useLocale } from '../i18n/locale.tsx'
import type { Locale } from '../i18n/locale-store.ts'

export const BUYER_FIELDS: readonly BuyerField[] = ['name', 'phone', 'email']

/** Payple writes to the buyer, with PAYPLE_ENV=test for real: nobody can have this number, and example.com takes no mail. */
const EXAMPLE = { phone: '010-0000-0000', email: 'buyer@example.com' }
const EXAMPLE_NAMES: Readonly<Record<Locale, string>> = { ko: '홍길동', en: 'Gildong Hong' }

/** What the visitor typed last replaces the example for the rest of the visit. */
let draft: Buyer | undefined

type Problems = Partial<Record<BuyerField, BuyerProblem>>

interface BuyerForm {
  readonly buyer: Buyer
  readonly problems: Problems
  readonly change: (field: BuyerField, value: string) => void
  readonly leave: (field: BuyerField) => void
  /** Blames a field the server refused. */
  readonly blame: (field: BuyerField) => void
  readonly submit: (event: FormEvent<HTMLFormElement>, onValid: (buyer: Buyer) => void) => void
}

/** Tells a mistake when a field is left, and takes it back while it is being corrected. */
export function useBuyerForm(): BuyerForm {
  const { locale } = useLocale()
  const [typed, setBuyer] = useState(draft)
  const buyer = typed ?? { ...EXAMPLE, name: EXAMPLE_NAMES[locale] }
  const [problems, setProblems] = useState<Problems>({})
  const tell = (field: BuyerField, problem: BuyerProblem | undefined) =>
    setProblems((all) => ({ ...all, [field]: problem }))

  return {
    buyer,
    problems,
    change: (field, value) => {
      setBuyer({ ...buyer, [field]: value })
      if (problems[field]) tell(field, buyerProblem(field, value))
    },
    leave: (field) => tell(field, buyerProblem(field, buyer[field])),
    blame: (field) => tell(field, 'invalid'),
    submit: (event, onValid) => {
      event.preventDefault()
      const found = Object.fromEntries(
        BUYER_FIELDS.map((field) => [field, buyerProblem(field, buyer[field])]),
      ) as Problems
      setProblems(found)
      const first = BUYER_FIELDS.find((field) => found[field])
      if (first) {
        const input = event.currentTarget.elements.namedItem(first)
        if (input instanceof HTMLElement) input.focus()
        return
      }
      draft = buyer
      onValid(buyer)
    },
  }
}
