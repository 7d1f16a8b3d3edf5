import { Notice } from '../components/notice.tsx'
import type { ComponentProps } from 'react'
import type { BuyerField } from '../../shared/buyer-rules.ts'
import { useWords } from '../i18n/locale.tsx'
import { Field } from './field.tsx'
import { BUYER_FIELDS, type useBuyerForm } from './use-buyer-form.ts'

const INPUTS: Readonly<Record<BuyerField, ComponentProps<'input'>>> = {
  name: { autoComplete: 'name' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel-national' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
}

export function BuyerFields({ form }: { readonly form: ReturnType<typeof useBuyerForm> }) {
  const { checkout: words } = useWords()
  const hints: Readonly<Record<BuyerField, string>> = {
    name: words.nameHint,
    phone: words.phoneHint,
    email: words.emailHint,
  }
  const wrong = BUYER_FIELDS.filter((field) => form.problems[field])

  return (
    <section className="panel" aria-labelledby="buyer-title">
      <h2 id="buyer-title">{words.buyer}</h2>
      <Notice>{words.prefilled}</Notice>
      <p className="visually-hidden" role="alert">
        {wrong.length > 0 && words.errorTitle}
      </p>
      {BUYER_FIELDS.map((field) => {
        const problem = form.problems[field]
        return (
          <Field
            key={field}
            {...INPUTS[field]}
            name={field}
            label={words[field]}
            hint={hints[field]}
            error={problem && words.problem[field][problem]}
            value={form.buyer[field]}
            onChange={(event) => form.change(field, event.currentTarget.value)}
            onBlur={() => form.leave(field)}
          />
        )
      })}
    </section>
  )
}
