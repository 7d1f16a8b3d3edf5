import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import type { ReactElement } from 'react'
import { PaypleCheckoutButton, PaypleProvider, usePaymentReturn, usePaypleCheckout, usePaypleWindow } from './index.ts'

it('renders every public part in Node, twice the same', () => {
  expect(typeof window).toBe('undefined')
  const fetch = vi.fn<() => void>()
  vi.stubGlobal('fetch', fetch)
  const html = (): string =>
    renderToString(
      <PaypleProvider locale="en">
        <PaypleCheckoutButton orderId="A-1" />
        <Parts />
      </PaypleProvider>,
    )
  expect(html()).toBe(html())
  expect(html()).toContain('data-state="idle"')
  expect(html()).toContain('>Pay</button>')
  expect(html()).toContain('<i>idle idle loading</i>')
  expect(fetch).not.toHaveBeenCalled()
})

function Parts(): ReactElement {
  const { status } = usePaypleCheckout({ orderId: 'A-1' })
  const window = usePaypleWindow({ environment: 'test' })
  const request = { clientKey: 'k', PCD_PAY_TOTAL: '1000' }
  return (
    <>
      <i>{`${status} ${window.status} ${usePaymentReturn().status}`}</i>
      <PaypleCheckoutButton request={request} window={window} />
    </>
  )
}
