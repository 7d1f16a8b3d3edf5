import {
  createElement,
  Fragment,
  useContext,
  useEffect,
  useId,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ReactElement,
  type ReactNode,
} from 'react'
import type { CheckoutSnapshot } from '@payple-kit/browser'
import { buttonLabel, CLOSE, MESSAGES } from './messages.ts'
import { PaypleContext } from './payple-context.ts'
import type { PaypleCheckoutOptions } from './use-payple-checkout.ts'

/** What both kinds of button take: everything a native button takes, and a little more. */
export interface ButtonOwnProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'> {
  /** Default `medium`. */
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** Replaces the label. A function gets the snapshot. */
  readonly children?: ReactNode | ((snapshot: CheckoutSnapshot) => ReactNode)
}

/** What the view needs to know of either kind. */
export interface ViewedCheckout extends CheckoutSnapshot {
  readonly start: () => unknown
  readonly cancel: () => unknown
  readonly prepare?: () => unknown
}

/** All props of either kind, so that those of ours stay off the element. */
export interface ButtonViewProps extends ButtonOwnProps, Partial<PaypleCheckoutOptions> {
  readonly request?: unknown
  readonly window?: unknown
  readonly onResult?: unknown
  /** The caller's `ref`, under a name that React 18 hands on. */
  readonly button?: ForwardedRef<HTMLButtonElement> | undefined
}

/** Into the top layer: a transformed ancestor would keep any z-index below Payple's layer (16777271 on the body). */
const rise = (element: HTMLElement | null): void => {
  if (!element?.showPopover) return
  element.popover = 'manual'
  element.showPopover()
}

/**
 * The button, its live region, and the way out while the window is open. Knows nothing of how the payment travels.
 * Plain `createElement`: JSX would import a second copy of it into every shop.
 */
export const useButtonView = (
  checkout: ViewedCheckout,
  {
    orderId: _orderId,
    method: _method,
    onPaid: _onPaid,
    onRegistered: _onRegistered,
    onCanceled: _onCanceled,
    onFailed: _onFailed,
    onUnknown: _onUnknown,
    onOutcome: _onOutcome,
    onResult: _onResult,
    request: _request,
    window: _window,
    button,
    size = 'medium',
    children,
    onClick,
    'aria-describedby': describedBy = '',
    ...native
  }: ButtonViewProps,
): ReactElement => {
  const { locale = 'ko', preload } = useContext(PaypleContext) ?? {}
  const { status, prepare } = checkout
  const intent = preload === 'click' ? undefined : prepare
  const clicked = useRef<HTMLButtonElement>(null)
  const id = useId()
  const isOpen = status === 'open'
  const isInert = /open|sett|paid|regis/.test(status)
  // What a screen reader should hear and the buyer should see beside the button; nothing while there is nothing to say.
  const message = MESSAGES[status] ?? checkout.error?.buyer
  // The frame takes the focus along when it goes.
  useEffect(() => () => void (isOpen && clicked.current?.focus()), [isOpen])
  return createElement(
    Fragment,
    null,
    createElement(
      'button',
      // oxlint-disable-next-line react/refs -- createElement keeps the handler, it does not call it
      {
        type: 'button',
        onPointerEnter: intent,
        onFocus: intent,
        ...native,
        ref: button,
        onClick: (event) => {
          if (isInert) event.preventDefault()
          else onClick?.(event)
          if (event.defaultPrevented) return
          clicked.current = event.currentTarget
          checkout.start()
        },
        'data-payple': size,
        'data-state': status,
        'aria-busy': /open|sett|prep/.test(status),
        'aria-disabled': isInert,
        'aria-describedby': `${describedBy} ${id}`,
      },
      typeof children === 'function' ? children(checkout) : (children ?? buttonLabel(checkout)[locale]),
    ),
    createElement('output', { id, 'data-payple': 'status' }, message?.[locale]),
    isOpen &&
      createElement(
        'button',
        {
          type: 'button',
          ref: rise,
          'data-payple': 'close',
          onClick: checkout.cancel,
          // In the corner Payple's window leaves free: its own controls are top right and at the bottom.
          style: { position: 'fixed', inset: 8, margin: 0, zIndex: 2e9 },
        },
        CLOSE[locale],
      ),
  )
}
