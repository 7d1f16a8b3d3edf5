import { expect, fireEvent, waitFor, within } from 'storybook/test'

/** The button of the story; the way out while a window is open is another button. */
export function payButton(canvas: HTMLElement): HTMLElement {
  const button = canvas.querySelector<HTMLElement>('button[data-state]')
  if (button === null) throw new Error('The story shows no PaypleCheckoutButton.')
  return button
}

/** Waits until the button says so. */
export async function reaches(canvas: HTMLElement, state: string): Promise<void> {
  await waitFor(() => expect(payButton(canvas)).toHaveAttribute('data-state', state), { timeout: 10_000 })
}

/** The payment window's own document. The sandbox shows it as `srcdoc`, so the story may look inside. */
async function paymentWindow(): Promise<HTMLElement> {
  return waitFor(
    () => {
      const body = document.querySelector<HTMLIFrameElement>('#cpay_ifr')?.contentDocument?.body
      if (!body?.querySelector('[data-testid=pay]')) throw new Error('The payment window is not there yet.')
      return body
    },
    { timeout: 10_000 },
  )
}

/** Pays with one of the sandbox's test cards, by its last four digits. */
export async function payInWindow(card: string): Promise<void> {
  const window = within(await paymentWindow())
  await fireEvent.click(window.getByTestId(`test-card-${card}`))
  await fireEvent.click(window.getByTestId('agree'))
  await fireEvent.click(window.getByTestId('pay'))
}

/** Presses the window's own close button. */
export async function closeWindow(): Promise<void> {
  await fireEvent.click(within(await paymentWindow()).getByTestId('close'))
}
