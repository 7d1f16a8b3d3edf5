import { cleanup, render, type RenderResult } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import { createFakeCompanion, type FakeCompanion } from '../../../browser/src/testing/fake-companion.ts'
import { installFakePayple, removeFakePayple, type FakePayple } from '../../../browser/src/testing/fake-payple.ts'
import { settled } from '../../../browser/src/testing/settled.ts'
import type { PaypleProviderProps } from '../payple-context.ts'
import { PaypleProvider } from '../payple-provider.tsx'

/** A page with a fake script and a fake companion, fresh for every test. */
export interface Shop {
  payple: FakePayple
  companion: FakeCompanion
  /** An order no other test has seen: checkouts are shared by the page. */
  orderId: string
}

let orders = 0

/** Sets a shop up before and takes it down after each test of the file. */
export function createShop(): Shop {
  const shop = {} as Shop
  beforeEach(() => {
    shop.payple = installFakePayple()
    shop.companion = createFakeCompanion()
    shop.orderId = `order-${++orders}`
    vi.stubGlobal('fetch', shop.companion.fetch)
  })
  afterEach(async () => {
    cleanup()
    dispatchEvent(new PopStateEvent('popstate'))
    await settled()
    removeFakePayple()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  return shop
}

/** Renders inside a provider, in StrictMode. */
export function renderShop(children: ReactNode, props: Omit<PaypleProviderProps, 'children'> = {}): RenderResult {
  return render(children, {
    wrapper: ({ children }) => (
      <StrictMode>
        <PaypleProvider {...props}>{children}</PaypleProvider>
      </StrictMode>
    ),
  })
}
