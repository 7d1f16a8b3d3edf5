import { PaypleCheckoutButton, PaypleProvider } from '@payple-kit/react'
import type { CompanionButtonProps } from '@payple-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { closeWindow, payButton, payInWindow, reaches } from '../world/pay.ts'
import { createStoryWorld } from '../world/world.ts'
import type { StoryWorld } from '../world/world.ts'

/** Whole payments, click to ledger. The real companion and the sandbox run inside this page; the network is not asked. */
const meta = {
  title: 'Payment/Whole way',
  component: PaypleCheckoutButton as ComponentType<CompanionButtonProps>,
  args: { orderId: '', onPaid: fn(), onCanceled: fn(), onFailed: fn() },
  loaders: [
    ({ msw }) => {
      const world = createStoryWorld()
      msw.use(...world.handlers)
      return { world }
    },
  ],
  render: (args, { loaded, globals }) => (
    <PaypleProvider locale={globals['locale'] === 'en' ? 'en' : 'ko'} display="callback">
      <PaypleCheckoutButton {...args} size="large" orderId={worldOf(loaded).orderId} />
    </PaypleProvider>
  ),
} satisfies Meta<CompanionButtonProps>

export default meta
type Story = StoryObj<typeof meta>

function worldOf(loaded: Record<string, unknown>): StoryWorld {
  return loaded['world'] as StoryWorld
}

/** Try it by hand: every test card is listed in the window. */
export const Try: Story = {
  play: async ({ canvasElement }) => reaches(canvasElement, 'ready'),
}

export const Success: Story = {
  play: async ({ canvasElement, args, loaded }) => {
    const { sandbox } = worldOf(loaded)
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('4242')
    await reaches(canvasElement, 'paid')
    await expect(args.onPaid).toHaveBeenCalledTimes(1)
    await expect(sandbox.control.payments()).toMatchObject([{ status: 'paid', total: 1000, chargeCount: 1 }])
    await waitFor(() => expect(document.querySelector('#layer_cpay')).toBeNull())
  },
}

export const DeclineThenSuccess: Story = {
  play: async ({ canvasElement, args, loaded }) => {
    const { sandbox } = worldOf(loaded)
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('3133')
    await reaches(canvasElement, 'failed')
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent(/잔액/)
    await userEvent.click(payButton(canvasElement))
    await payInWindow('4242')
    await reaches(canvasElement, 'paid')
    await expect(args.onPaid).toHaveBeenCalledTimes(1)
    await expect(sandbox.control.payments().filter((payment) => payment.chargeCount > 0)).toHaveLength(1)
  },
}

export const CloseThenSuccess: Story = {
  play: async ({ canvasElement, args, loaded }) => {
    const { sandbox } = worldOf(loaded)
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await closeWindow()
    await reaches(canvasElement, 'canceled')
    await expect(args.onCanceled).toHaveBeenCalledTimes(1)
    await userEvent.click(payButton(canvasElement))
    await payInWindow('4242')
    await reaches(canvasElement, 'paid')
    await expect(sandbox.control.payments().filter((payment) => payment.chargeCount > 0)).toHaveLength(1)
  },
}
