import { PaypleCheckoutButton, PaypleProvider } from '@payple-kit/react'
import type { CompanionButtonProps } from '@payple-kit/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType, CSSProperties } from 'react'
import { expect } from 'storybook/test'
import { payButton, reaches } from '../world/pay.ts'
import { createStoryWorld } from '../world/world.ts'

/** Sizes, themes and labels of your own. */
const meta = {
  title: 'Button/Look',
  component: PaypleCheckoutButton as ComponentType<CompanionButtonProps>,
  args: { orderId: '' },
  loaders: [
    ({ msw }) => {
      const world = createStoryWorld('고요 무선 이어폰', 128_000)
      msw.use(...world.handlers)
      return { world }
    },
  ],
} satisfies Meta<CompanionButtonProps>

export default meta
type Story = StoryObj<typeof meta>

const orderOf = (loaded: Record<string, unknown>): string =>
  (loaded['world'] as ReturnType<typeof createStoryWorld>).orderId
const localeOf = (globals: Record<string, unknown>): 'ko' | 'en' => (globals['locale'] === 'en' ? 'en' : 'ko')

export const Sizes: Story = {
  render: (_args, { loaded, globals }) => (
    <PaypleProvider locale={localeOf(globals)}>
      <div style={{ display: 'grid', gap: 16 }}>
        {(['small', 'medium', 'large'] as const).map((size) => (
          <PaypleCheckoutButton key={size} orderId={orderOf(loaded)} size={size} />
        ))}
      </div>
    </PaypleProvider>
  ),
  play: async ({ canvasElement }) => reaches(canvasElement, 'ready'),
}

export const SizesDark: Story = { ...Sizes, globals: { theme: 'dark' } }

export const OwnLabel: Story = {
  render: (_args, { loaded, globals }) => (
    <PaypleProvider locale={localeOf(globals)}>
      <PaypleCheckoutButton orderId={orderOf(loaded)}>
        {({ amount }) => `이어폰 사기 (${(amount ?? 0).toLocaleString('ko-KR')}원)`}
      </PaypleCheckoutButton>
    </PaypleProvider>
  ),
  play: async ({ canvasElement }) => {
    await reaches(canvasElement, 'ready')
    await expect(payButton(canvasElement)).toHaveTextContent('이어폰 사기 (128,000원)')
  },
}

export const OwnColours: Story = {
  render: (_args, { loaded, globals }) => (
    <PaypleProvider locale={localeOf(globals)}>
      <PaypleCheckoutButton
        orderId={orderOf(loaded)}
        style={
          {
            '--payple-background': '#0b5d3b',
            '--payple-color': '#fff',
            '--payple-radius': '999px',
          } as CSSProperties
        }
      />
    </PaypleProvider>
  ),
  play: async ({ canvasElement }) => reaches(canvasElement, 'ready'),
}
