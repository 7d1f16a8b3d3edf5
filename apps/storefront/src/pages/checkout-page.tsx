import { useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import type { Buyer } from '../../shared/shop-api.ts'
import { ShopRequestError } from '../api/request.ts'
import { createOrder } from '../api/shop-client.ts'
import { noteOrder } from '../cart/cart-store.ts'
import { useCartLines } from '../cart/use-cart-lines.ts'
import { CheckoutSteps } from '../checkout/checkout-steps.tsx'
import { BuyerFields } from '../checkout/buyer-fields.tsx'
import { BUYER_FIELDS, useBuyerForm } from '../checkout/use-buyer-form.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { Notice } from '../components/notice.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { Summary } from '../components/summary.tsx'
import { useWords } from '../i18n/locale.tsx'

export function CheckoutPage() {
  const { checkout: words } = useWords()
  const navigate = useNavigate()
  const cart = useCartLines()
  const form = useBuyerForm()
  const [placing, setPlacing] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  if (cart.status === 'failed') return <LoadFailed onRetry={cart.reload} />
  if (cart.status === 'ready' && cart.data.lines.length === 0) return <Navigate to="/cart" replace />

  const place = async (buyer: Buyer) => {
    if (cart.status !== 'ready' || placing) return
    setPlacing(true)
    setTrouble(undefined)
    try {
      const lines = cart.data.lines.map(({ productId, quantity }) => ({ productId, quantity }))
      const order = await createOrder({ lines, buyer })
      noteOrder(order.id)
      void navigate(`/checkout/${order.id}`)
    } catch (error) {
      setPlacing(false)
      const field = BUYER_FIELDS.find((one) => error instanceof ShopRequestError && error.field === `buyer.${one}`)
      if (field) form.blame(field)
      else
        setTrouble(error instanceof ShopRequestError && error.code === 'SOLD_OUT' ? words.soldOut : words.serverTrouble)
    }
  }

  return (
    <>
      <CheckoutSteps current="details" />
      <PageTitle tab={words.title}>{words.title}</PageTitle>
      <form className="columns" noValidate onSubmit={(event) => form.submit(event, (buyer) => void place(buyer))}>
        <BuyerFields form={form} />
        {cart.status === 'loading' ? (
          <div className="summary">
            <LoadingNote />
            <Skeleton lines={['40%', '100%', '100%', '70%']} />
          </div>
        ) : (
          <Summary {...cart.data}>
            <div role="alert">{trouble && <Notice tone="warm">{trouble}</Notice>}</div>
            <button type="submit" className="button button--wide" aria-disabled={placing}>
              {placing ? words.placing : words.next}
            </button>
          </Summary>
        )}
      </form>
    </>
  )
}
