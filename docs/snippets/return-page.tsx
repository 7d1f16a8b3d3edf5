import { usePaymentReturn } from '@payple-kit/react'

export function ReturnPage() {
  const { status, orderId, outcome, refresh } = usePaymentReturn()
  if (status === 'missing') return <p>결제를 찾을 수 없습니다.</p>
  if (status === 'paid' || status === 'registered')
    return <Ending text="완료되었습니다." to={`/orders/${orderId}`} go="주문 보기" />
  if (status === 'canceled')
    return <Ending text="결제를 취소했습니다." to={`/checkout/${orderId}`} go="다시 결제하기" />
  if (outcome?.status === 'failed')
    return <Ending text={outcome.error.buyer.ko} to={`/checkout/${orderId}`} go="다시 결제하기" />
  return (
    <p>
      결제를 확인하고 있습니다. 다시 결제하지 마세요. <button onClick={() => void refresh()}>다시 확인</button>
    </p>
  )
}

function Ending({ text, to, go }: { text: string; to: string; go: string }) {
  return (
    <p>
      {text} <a href={to}>{go}</a>
    </p>
  )
}
