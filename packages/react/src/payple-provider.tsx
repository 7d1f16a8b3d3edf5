import { createElement, type ReactElement } from 'react'
import { PaypleContext, type PaypleProviderProps } from './payple-context.ts'

/** Says once where the companion is and which language the buyer reads. */
export const PaypleProvider = (props: PaypleProviderProps): ReactElement =>
  createElement(PaypleContext.Provider, { value: props }, props.children)
