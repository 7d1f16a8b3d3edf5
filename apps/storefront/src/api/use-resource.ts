import { useCallback, useEffect, useState } from 'react'

export type Resource<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: T }
  | { readonly status: 'failed'; readonly error: unknown }

interface Answer<T> {
  readonly key: string
  readonly round: number
  readonly resource: Resource<T>
}

/**
 * Loads something for a page and forgets late answers of an older key.
 *
 * @param key changes when something else has to be loaded
 * @param load a function that stays the same from render to render
 */
export function useResource<T>(
  key: string,
  load: (key: string, signal: AbortSignal) => Promise<T>,
): Resource<T> & { reload: () => void } {
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<Answer<T>>()

  useEffect(() => {
    const abort = new AbortController()
    const settle = (resource: Resource<T>) => {
      if (!abort.signal.aborted) setAnswer({ key, round, resource })
    }
    load(key, abort.signal).then(
      (data) => settle({ status: 'ready', data }),
      (error: unknown) => settle({ status: 'failed', error }),
    )
    return () => abort.abort()
  }, [key, round, load])

  const reload = useCallback(() => setRound((n) => n + 1), [])
  // While the same thing is asked for again, the page keeps showing what it has.
  const usable = answer?.key === key && (answer.round === round || answer.resource.status === 'ready')
  const resource: Resource<T> = usable ? answer.resource : { status: 'loading' }
  return { ...resource, reload }
}
