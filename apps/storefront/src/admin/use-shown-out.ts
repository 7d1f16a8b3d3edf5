import { useEffect } from 'react'
import { useOutletContext } from 'react-router'
import { ShopRequestError } from '../api/request.ts'

/** When the server says that the session is over, the log-in page comes back. */
export function useShownOut(error: unknown): boolean {
  const { onOut } = useOutletContext<{ onOut: () => void }>()
  const out = error instanceof ShopRequestError && error.status === 403
  useEffect(() => {
    if (out) onOut()
  }, [out, onOut])
  return out
}
