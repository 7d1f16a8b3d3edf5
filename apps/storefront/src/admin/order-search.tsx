import { useId, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { Icon } from '../art/icons.tsx'
import { useAdminWords } from './use-admin-words.ts'

/** Goes to the order that somebody reads out on the phone. */
export function OrderSearch() {
  const words = useAdminWords()
  const navigate = useNavigate()
  const id = useId()
  const [text, setText] = useState('')
  const find = (event: FormEvent) => {
    event.preventDefault()
    const orderId = text.trim()
    if (orderId !== '') void navigate(`/admin/payments/${encodeURIComponent(orderId)}`)
  }
  return (
    <search>
      <form className="search" onSubmit={find}>
        <label className="visually-hidden" htmlFor={id}>
          {words.search}
        </label>
        <input
          id={id}
          type="search"
          className="mono"
          placeholder={words.searchHint}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="button button--small">
          <Icon name="search" />
          {words.find}
        </button>
      </form>
    </search>
  )
}
