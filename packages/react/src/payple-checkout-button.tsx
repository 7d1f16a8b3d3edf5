import {
  createElement,
  forwardRef,
  type ComponentType,
  type ForwardRefExoticComponent,
  type ReactElement,
  type RefAttributes,
} from 'react'
import type { WindowRequest } from '@payple-kit/core'
import { useButtonView, type ButtonOwnProps, type ButtonViewProps } from './button-view.ts'
import type { UnverifiedResult } from './unverified-result.ts'
import { usePaypleCheckout, type PaypleCheckoutOptions } from './use-payple-checkout.ts'
import type { PaypleWindow } from './use-payple-window.ts'

/** The button with a companion behind it. */
export interface CompanionButtonProps extends ButtonOwnProps, PaypleCheckoutOptions {
  readonly request?: never
  readonly window?: never
  readonly onResult?: never
}

/** The button in direct mode. */
export interface DirectButtonProps extends ButtonOwnProps {
  /** From a builder of `@payple-kit/core`. */
  readonly request: WindowRequest
  /** From `usePaypleWindow`. */
  readonly window: PaypleWindow
  /** Hearsay, see `UnverifiedResult`. */
  readonly onResult?: ((result: UnverifiedResult) => void) | undefined
  readonly orderId?: never
}

/** Props of `PaypleCheckoutButton`: `orderId`, or `request` with `window`, never both. */
export type PaypleCheckoutButtonProps = CompanionButtonProps | DirectButtonProps

type Outer = Pick<ButtonViewProps, 'outerRef'>

/**
 * A native button that pays. Native props, `className` and `ref` pass through; a caller's `onClick` runs first, and `preventDefault()`
 * in it stops the payment. Works without the stylesheet.
 */
export const PaypleCheckoutButton: ForwardRefExoticComponent<
  PaypleCheckoutButtonProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, PaypleCheckoutButtonProps>((props, outerRef) => {
  const Button = (props.request ? DirectButton : CompanionButton) as ComponentType<PaypleCheckoutButtonProps & Outer>
  return createElement(Button, { ...props, outerRef })
})

function CompanionButton(props: CompanionButtonProps & Outer): ReactElement {
  return useButtonView(usePaypleCheckout(props), props)
}

function DirectButton(props: DirectButtonProps & Outer): ReactElement {
  const { request, window, onResult } = props
  const { status, error, open, close } = window
  const checkout = {
    status: error ? 'failed' : status,
    orderId: request.PCD_PAY_OID as string,
    // Only registrations come without an amount (docs/protocol/domestic.md 3.8).
    method: request.PCD_PAY_TOTAL ? 'app-card' : 'register-card',
    amount: Number(request.PCD_PAY_TOTAL),
    error,
    start: () => open(request).then(onResult),
    cancel: close,
  } as const
  return useButtonView(checkout, props)
}
