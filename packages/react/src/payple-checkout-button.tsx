import {
  createElement,
  forwardRef,
  type ForwardRefExoticComponent,
  type FunctionComponent,
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

type ButtonOf<Props> = ForwardRefExoticComponent<Props & RefAttributes<HTMLButtonElement>>

/**
 * A native button that pays. Native props, `className` and `ref` pass through; a caller's `onClick` runs first, and `preventDefault()`
 * in it stops the payment. Works without the stylesheet.
 */
export const PaypleCheckoutButton: ButtonOf<PaypleCheckoutButtonProps> = forwardRef((props, ref) =>
  // Components, not hooks: a button that changes its kind must start anew.
  createElement<ButtonViewProps>(
    (props.request ? DirectButton : CompanionButton) as FunctionComponent<ButtonViewProps>,
    {
      ...props,
      button: ref,
    },
  ),
)

const CompanionButton = (props: CompanionButtonProps): ReactElement => useButtonView(usePaypleCheckout(props), props)

const DirectButton = (props: DirectButtonProps): ReactElement => {
  const { request, window, onResult } = props
  const { error } = window
  const checkout = {
    status: error ? 'failed' : window.status,
    orderId: request.PCD_PAY_OID as string,
    // Only registrations come without an amount (docs/protocol/domestic.md 3.8).
    method: request.PCD_PAY_TOTAL ? 'app-card' : 'register-card',
    amount: +(request.PCD_PAY_TOTAL as string),
    error,
    start: () => window.open(request).then(onResult),
    cancel: window.close,
  } as const
  return useButtonView(checkout, props)
}
