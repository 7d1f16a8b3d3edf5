import { useCallback, useState } from 'react'
import { useResource } from './use-resource.ts'

export interface Page<T> {
  readonly items: readonly T[]
  /** Cursor of the next page; absent on the last one. */
  readonly next?: number | undefined
}

interface Tail<T> extends Page<T> {
  /** The first page this one belongs to: when that is loaded again, what followed it is forgotten. */
  readonly first: Page<T>
}

/** A long list, page by page: the first by itself, the others when they are asked for. */
export function usePages<T>(
  key: string,
  load: (key: string, before: number | undefined, signal?: AbortSignal) => Promise<Page<T>>,
) {
  const loadFirst = useCallback((k: string, signal: AbortSignal) => load(k, undefined, signal), [load])
  const resource = useResource(key, loadFirst)
  const [tail, setTail] = useState<Tail<T>>()
  const [more, setMore] = useState<'idle' | 'loading' | 'failed'>('idle')

  const first = resource.status === 'ready' ? resource.data : undefined
  const rest = tail && tail.first === first ? tail : undefined
  const next = rest ? rest.next : first?.next

  const loadMore = async (): Promise<void> => {
    if (!first || next === undefined || more === 'loading') return
    setMore('loading')
    try {
      const page = await load(key, next)
      setTail({ first, items: [...(rest?.items ?? []), ...page.items], next: page.next })
      setMore('idle')
    } catch {
      setMore('failed')
    }
  }

  const items = first ? [...first.items, ...(rest?.items ?? [])] : []
  return {
    status: resource.status,
    error: resource.status === 'failed' ? resource.error : undefined,
    items,
    next,
    more,
    loadMore,
    reload: resource.reload,
  }
}
