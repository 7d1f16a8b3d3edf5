import { usePaymentReturn } from '@payple-kit/react'

export function ReturnPage() {
  const { status, orderId, refresh } = usePaymentReturn()
  if (status === 'paid') return <a href={`/orders/${orderId}`}>결제되었습니다</a>
  if (status === 'failed' || status === 'canceled') return <a href={`/checkout/${orderId}`}>다시 결제하기</a>
  if (status === 'missing') return <p>결제를 찾을 수 없습니다</p>
  return <button onClick={() => void refresh()}>결제를 확인하고 있습니다</button>
}
