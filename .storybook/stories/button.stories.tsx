import { PaypleCheckoutButton, PaypleProvider } from '@payple-kit/react'
import type { CompanionButtonProps } from '@payple-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import type { HttpHandler } from 'msw'
import { expect, fn, userEvent, within } from 'storybook/test'
import { closeWindow, payButton, payInWindow, reaches } from '../world/pay.ts'
import { createStoryWorld, trouble } from '../world/world.ts'

/**
 * Every state the button can be in. Nothing is faked in the button: each story brings companion and sandbox into the state and
 * lets the real checkout find out.
 */
const meta = {
  title: 'Button/States',
  component: PaypleCheckoutButton as ComponentType<CompanionButtonProps>,
  args: {
    orderId: '',
    method: 'app-card',
    size: 'medium',
    onPaid: fn(),
    onCanceled: fn(),
    onFailed: fn(),
    onUnknown: fn(),
    onRegistered: fn(),
  },
  argTypes: {
    method: { control: 'inline-radio', options: ['card', 'app-card', 'register-card'] },
    size: { control: 'inline-radio', options: ['small', 'medium', 'large'] },
  },
  // A world per story; what a story's trouble does not answer falls through to it.
  loaders: [
    ({ msw, parameters }) => {
      const world = createStoryWorld()
      msw.use(...((parameters['trouble'] as readonly HttpHandler[] | undefined) ?? []), ...world.handlers)
      return { world }
    },
  ],
  render: (args, { loaded, globals }) => (
    <PaypleProvider locale={globals['locale'] === 'en' ? 'en' : 'ko'} display="callback">
      <PaypleCheckoutButton {...args} orderId={(loaded['world'] as ReturnType<typeof createStoryWorld>).orderId} />
    </PaypleProvider>
  ),
} satisfies Meta<CompanionButtonProps>

export default meta
type Story = StoryObj<typeof meta>

export const Ready: Story = {
  play: async ({ canvasElement }) => {
    await reaches(canvasElement, 'ready')
    await expect(payButton(canvasElement)).toHaveTextContent('1,000원 결제하기')
  },
}

export const ReadyInEnglish: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await reaches(canvasElement, 'ready')
    await expect(payButton(canvasElement)).toHaveTextContent('Pay ₩1,000')
  },
}

export const Dark: Story = {
  globals: { theme: 'dark' },
  play: async ({ canvasElement }) => reaches(canvasElement, 'ready'),
}

export const Preparing: Story = {
  parameters: { trouble: [trouble.prepareHangs] },
  play: async ({ canvasElement }) => {
    await reaches(canvasElement, 'preparing')
    await expect(payButton(canvasElement)).toHaveAttribute('aria-busy', 'true')
  },
}

export const Open: Story = {
  play: async ({ canvasElement }) => {
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await reaches(canvasElement, 'open')
    const wayOut = await within(canvasElement).findByRole('button', { name: '결제창 닫기' }, { timeout: 10_000 })
    await expect(wayOut).toBeVisible()
    await userEvent.click(wayOut)
    await reaches(canvasElement, 'canceled')
  },
}

export const Settling: Story = {
  parameters: { trouble: [trouble.resultHangs] },
  play: async ({ canvasElement }) => {
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('4242')
    await reaches(canvasElement, 'settling')
  },
}

export const Paid: Story = {
  play: async ({ canvasElement, args }) => {
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('4242')
    await reaches(canvasElement, 'paid')
    await expect(args.onPaid).toHaveBeenCalledTimes(1)
    await userEvent.click(payButton(canvasElement))
    await expect(args.onPaid).toHaveBeenCalledTimes(1)
  },
}

export const Canceled: Story = {
  play: async ({ canvasElement, args }) => {
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await closeWindow()
    await reaches(canvasElement, 'canceled')
    await expect(args.onCanceled).toHaveBeenCalledTimes(1)
    await expect(payButton(canvasElement)).toHaveFocus()
  },
}

export const Declined: Story = {
  play: async ({ canvasElement, args }) => {
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('3112')
    await reaches(canvasElement, 'failed')
    await expect(args.onFailed).toHaveBeenCalledTimes(1)
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent(/한도/)
  },
}

export const DeclinedInEnglish: Story = {
  globals: { locale: 'en' },
  play: async ({ canvasElement }) => {
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('3112')
    await reaches(canvasElement, 'failed')
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent(/limit/i)
  },
}

export const Registered: Story = {
  args: { method: 'register-card' },
  play: async ({ canvasElement, args }) => {
    await reaches(canvasElement, 'ready')
    await expect(payButton(canvasElement)).toHaveTextContent('카드 등록하기')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('4242')
    await reaches(canvasElement, 'registered')
    await expect(args.onRegistered).toHaveBeenCalledTimes(1)
  },
}

/** The result is in hand but the companion cannot be reached: never "failed", and paid as soon as it answers again. */
export const ReportingFails: Story = {
  parameters: { trouble: trouble.companionGone },
  play: async ({ canvasElement, args, loaded, msw }) => {
    await reaches(canvasElement, 'ready')
    await userEvent.click(payButton(canvasElement))
    await payInWindow('4242')
    await reaches(canvasElement, 'settling')
    msw.resetHandlers()
    msw.use(...(loaded['world'] as ReturnType<typeof createStoryWorld>).handlers)
    await reaches(canvasElement, 'paid')
    await expect(args.onFailed).not.toHaveBeenCalled()
  },
}
