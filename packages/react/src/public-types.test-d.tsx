/** Right and wrong uses of the public types. Checked by `tsc`; each expected error sits under its comment. */
import type { ReactElement } from 'react'
import { createRef } from 'react'
import { appCardPayment } from '@payple-kit/core'
import {
  PaypleCheckoutButton,
  PaypleProvider,
  usePaymentReturn,
  usePaypleCheckout,
  usePaypleWindow,
  type UnverifiedResult,
} from './index.ts'

const maybe = (): boolean => Math.random() > 0.5
const request = appCardPayment({ auth: { file: '/pg/auth' }, goods: '휴대폰', total: 1000, orderId: 'A-1' })

export function Right(): ReactElement {
  const window = usePaypleWindow({
    environment: { sandbox: 'http://127.0.0.1:4100' },
    authentication: 'authFile',
    jqueryUrl: '/jquery.js',
  })
  const { start, status, amount } = usePaypleCheckout({ orderId: 'A-1', onPaid: ({ receiptUrl }) => receiptUrl })
  const back = usePaymentReturn({ param: 'co' })
  const ref = createRef<HTMLButtonElement>()
  return (
    <PaypleProvider companion="/payple" locale="ko" nonce="n" preload="intent" display="auto">
      <PaypleCheckoutButton
        ref={ref}
        orderId="A-1"
        method="card"
        size="large"
        className="x"
        aria-label="y"
        type="submit"
      />
      <PaypleCheckoutButton orderId="A-1" onPaid={maybe() ? undefined : (payment) => payment.amount.toFixed()} />
      <PaypleCheckoutButton orderId="A-1">{({ status }) => status}</PaypleCheckoutButton>
      <PaypleCheckoutButton request={request} window={window} onResult={({ verified }) => verified satisfies false} />
      {`${status} ${amount?.toFixed()} ${back.orderId}`}
      <button onClick={() => void start().then((outcome) => outcome.status)} type="button">
        Pay
      </button>
    </PaypleProvider>
  )
}

export function Wrong(): ReactElement {
  const window = usePaypleWindow({ environment: 'test' })
  // @ts-expect-error the environment has no default
  usePaypleWindow({})
  // @ts-expect-error only the two known ones
  usePaypleWindow({ environment: 'production' })
  // @ts-expect-error an amount is the companion's business
  usePaypleCheckout({ orderId: 'A-1', amount: 1000 })
  // @ts-expect-error an unknown method
  usePaypleCheckout({ orderId: 'A-1', method: 'cash' })
  return (
    <>
      {/* @ts-expect-error a merchant key has no place in a page */}
      <PaypleProvider custKey="abcd" />
      {/* @ts-expect-error nor has the refund key */}
      <PaypleProvider refundKey="abcd" />
      {/* @ts-expect-error one of the two is needed */}
      <PaypleCheckoutButton />
      {/* @ts-expect-error never both */}
      <PaypleCheckoutButton orderId="A-1" request={request} window={window} />
      {/* @ts-expect-error direct mode needs its window */}
      <PaypleCheckoutButton request={request} />
      {/* @ts-expect-error direct results are hearsay: there is no onPaid */}
      <PaypleCheckoutButton request={request} window={window} onPaid={() => {}} />
      {/* @ts-expect-error the companion knows the amount */}
      <PaypleCheckoutButton orderId="A-1" amount={1000} />
    </>
  )
}

export function hearsay(result: UnverifiedResult): void {
  // @ts-expect-error never true in a browser
  result.verified satisfies true
}
