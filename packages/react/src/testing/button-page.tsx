/** A page for a real browser: the button inside an ancestor that traps `position: fixed` and any z-index. */
import { createRoot } from 'react-dom/client'
import { PaypleCheckoutButton, PaypleProvider } from '../index.ts'

export function mount(): void {
  const root = document.createElement('main')
  root.style.transform = 'translateZ(0)'
  document.body.append(root)
  createRoot(root).render(
    <PaypleProvider display="callback">
      <PaypleCheckoutButton orderId="A-1" id="checkout" />
    </PaypleProvider>,
  )
}
