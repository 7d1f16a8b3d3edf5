import { useState, type FormEvent } from 'react'
import { ShopRequestError } from '../api/request.ts'
import { Field } from '../checkout/field.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { logIn } from './admin-client.ts'
import { useAdminWords } from './use-admin-words.ts'
import type { AdminWords } from './words/ko.ts'

export function Login({ onIn }: { readonly onIn: () => void }) {
  const words = useAdminWords()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = event.currentTarget.elements.namedItem('password') as HTMLInputElement
    if (busy) return
    setBusy(true)
    const problem = password === '' ? words.passwordMissing : await tryPassword(password, words)
    setBusy(false)
    setError(problem)
    if (problem === undefined) onIn()
    else input.select()
  }

  return (
    <section className="narrow login">
      <PageTitle tab={words.login}>{words.login}</PageTitle>
      <p className="lead">{words.loginText}</p>
      <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
        {/* Password managers want to know whose password it is. */}
        <input
          className="visually-hidden"
          type="text"
          name="username"
          autoComplete="username"
          value="admin"
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field
          type="password"
          name="password"
          autoComplete="current-password"
          label={words.password}
          hint={words.passwordHint}
          error={error}
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
            setError(undefined)
          }}
        />
        <p className="visually-hidden" role="alert">
          {error}
        </p>
        <button type="submit" className="button button--wide" aria-disabled={busy}>
          {busy ? words.loggingIn : words.logIn}
        </button>
      </form>
    </section>
  )
}

/** @returns what to tell; nothing when the password was right */
async function tryPassword(password: string, words: AdminWords): Promise<string | undefined> {
  try {
    await logIn(password)
    return undefined
  } catch (error) {
    if (!(error instanceof ShopRequestError)) return words.loginTrouble
    if (error.code === 'PASSWORD_WRONG') return words.passwordWrong
    if (error.code === 'TOO_MANY_ATTEMPTS') return words.tooMany(Math.ceil((error.retryAfter ?? 60) / 60))
    return words.loginTrouble
  }
}
