import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../i18n/locale.tsx'
import { Notice } from './notice.tsx'

interface PagedListProps<T> {
  readonly className: string
  readonly items: readonly T[]
  /** Whether there is another page. */
  readonly hasMore: boolean
  readonly more: 'idle' | 'loading' | 'failed'
  readonly onMore: () => void
  readonly children: (item: T) => ReactNode
}

/** A list that grows. After "more" the focus goes to the first new row: the button may be gone by then. */
export function PagedList<T>({ className, items, hasMore, more, onMore, children }: PagedListProps<T>) {
  const { common } = useWords()
  const list = useRef<HTMLUListElement>(null)
  const before = useRef<number>(undefined)

  useEffect(() => {
    if (before.current === undefined || items.length <= before.current) return
    const row = list.current?.children[before.current]
    before.current = undefined
    if (!(row instanceof HTMLElement)) return
    row.tabIndex = -1
    row.focus({ preventScroll: true })
  }, [items.length])

  return (
    <>
      <ul className={className} ref={list}>
        {items.map(children)}
      </ul>
      {hasMore && (
        <div className="more">
          <button
            type="button"
            className="button button--quiet"
            aria-disabled={more === 'loading'}
            onClick={() => {
              before.current = items.length
              onMore()
            }}
          >
            {more === 'loading' ? common.loading : common.showMore}
          </button>
          <div role="alert">{more === 'failed' && <Notice tone="warm">{common.moreFailed}</Notice>}</div>
        </div>
      )}
    </>
  )
}
