import type { OrderState } from '../../shared/shop-api.ts'
import { useWords } from '../i18n/locale.tsx'

export function OrderBadge({ state }: { readonly state: OrderState }) {
  const { orders } = useWords()
  return (
    <span className="state" data-state={state}>
      {orders.state[state]}
    </span>
  )
}
