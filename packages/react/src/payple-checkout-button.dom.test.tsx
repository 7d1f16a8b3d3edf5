import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { PAYMENT } from '../../browser/src/testing/fake-companion.ts'
import { settled } from '../../browser/src/testing/settled.ts'
import { PaypleCheckoutButton } from './payple-checkout-button.tsx'
import { renderShop, createShop } from './testing/shop.tsx'
import { usePaypleWindow } from './use-payple-window.ts'

const shop = createShop()
const button = (): HTMLElement => screen.getByRole('button', { name: /결제하기|Pay|등록하기|Register/ })
const status = (): HTMLElement => screen.getByRole('status')
const wayOut = (): HTMLElement | null => screen.queryByRole('button', { name: /닫기|Close/ })
const settle = (): Promise<void> => act(settled)

async function renderButton(
  props: Partial<Parameters<typeof PaypleCheckoutButton>[0]> = {},
  locale: 'ko' | 'en' = 'ko',
): Promise<void> {
  renderShop(<PaypleCheckoutButton {...(props as object)} orderId={shop.orderId} />, { locale })
  await settle()
}

describe('label', () => {
  it('has the amount once the companion has said it', async () => {
    renderShop(<PaypleCheckoutButton orderId={shop.orderId} />)
    expect(button()).toHaveProperty('textContent', '결제하기')
    await settle()
    expect(button()).toHaveProperty('textContent', '1,000원 결제하기')
  })

  it('in English', async () => {
    await renderButton({}, 'en')
    expect(button()).toHaveProperty('textContent', 'Pay ₩1,000')
  })

  it('of a registration', async () => {
    await renderButton({ method: 'register-card' })
    expect(button()).toHaveProperty('textContent', '카드 등록하기')
  })

  it('can be replaced, also by a function of the snapshot', async () => {
    await renderButton({ children: ({ status, amount }) => `Pay now: ${status} ${amount}` })
    expect(button()).toHaveProperty('textContent', 'Pay now: ready 1000')
  })
})

describe('a payment', () => {
  it('tells every step to eye, ear and callbacks', async () => {
    const user = userEvent.setup()
    const onPaid = vi.fn<() => void>()
    await renderButton({ onPaid })
    expect(button().dataset['state']).toBe('ready')

    await user.click(button())
    expect(button().dataset['state']).toBe('open')
    expect(button().getAttribute('aria-busy')).toBe('true')
    expect(button().getAttribute('aria-disabled')).toBe('true')
    expect(button()).toHaveProperty('disabled', false)
    expect(status().textContent).toBe('결제창에서 계속해 주세요.')

    await act(async () => {
      shop.payple.answer()
      await settled()
    })
    expect(button().dataset['state']).toBe('paid')
    expect(status().textContent).toBe('완료되었습니다.')
    expect(onPaid).toHaveBeenCalledExactlyOnceWith(PAYMENT)
  })

  it('double click and clicks while open: one window', async () => {
    const user = userEvent.setup()
    await renderButton()
    await user.dblClick(button())
    await user.click(button())
    expect(shop.payple.calls).toHaveLength(1)
  })

  it('gives the focus back when the window closes', async () => {
    const user = userEvent.setup()
    await renderButton()
    await user.click(button())
    button().blur()
    await act(async () => {
      shop.payple.pressClose()
      await settled()
    })
    expect(document.activeElement).toBe(button())
  })

  it('works by keyboard', async () => {
    const user = userEvent.setup()
    await renderButton()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(shop.payple.calls).toHaveLength(1)
  })
})

describe('trouble', () => {
  it('is told beside the button in the buyer’s language, linked to it, and can be retried', async () => {
    const user = userEvent.setup()
    await renderButton()
    shop.payple.behave(() => window.alert('팝업이 차단되어'))
    await user.click(button())
    await settle()
    expect(status().textContent).toBe('팝업을 허용해 주세요.')
    expect(button().getAttribute('aria-describedby')).toContain(status().id)
    expect(button().getAttribute('aria-disabled')).toBe('false')
    shop.payple.behave(undefined)
    await user.click(button())
    expect(button().dataset['state']).toBe('open')
  })

  it('keeps the caller’s own description', async () => {
    await renderButton({ 'aria-describedby': 'terms' })
    expect(button().getAttribute('aria-describedby')).toBe(`terms ${status().id}`)
  })
})

describe('the way out', () => {
  it('is there only while the window is open, above Payple’s layer, and closes it', async () => {
    const user = userEvent.setup()
    const onCanceled = vi.fn<() => void>()
    await renderButton({ onCanceled })
    expect(wayOut()).toBeNull()
    await user.click(button())
    expect(wayOut()?.style.position).toBe('fixed')
    expect(Number(wayOut()?.style.zIndex)).toBeGreaterThan(16777271)
    await user.click(wayOut() as HTMLElement)
    await settle()
    expect(document.getElementById('layer_cpay')).toBeNull()
    expect(wayOut()).toBeNull()
    expect(status().textContent).toBe('취소되었습니다.')
    expect(onCanceled).toHaveBeenCalledTimes(1)
  })
})

describe('native button', () => {
  it('passes props, className and ref through', async () => {
    const ref = createRef<HTMLButtonElement>()
    renderShop(
      <PaypleCheckoutButton
        ref={ref}
        orderId={shop.orderId}
        className="wide"
        id="pay"
        title="t"
        data-x="1"
        size="large"
      />,
    )
    expect(ref.current).toBe(button())
    expect(ref.current).toMatchObject({ type: 'button', className: 'wide', id: 'pay', title: 't' })
    expect(ref.current?.dataset).toMatchObject({ x: '1', payple: 'large' })
  })

  it('puts no prop of ours on the element, and React has nothing to complain about', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
    await renderButton({ method: 'card', onPaid: () => {}, onOutcome: () => {}, onUnknown: () => {} })
    expect(button().getAttributeNames().toSorted()).toEqual(
      ['aria-busy', 'aria-describedby', 'aria-disabled', 'data-payple', 'data-state', 'type'].toSorted(),
    )
    expect(complain).not.toHaveBeenCalled()
  })

  it('runs the caller’s onClick first; preventDefault keeps the window shut', async () => {
    const user = userEvent.setup()
    const onClick = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault())
    await renderButton({ onClick })
    await user.click(button())
    expect(onClick).toHaveBeenCalledTimes(1)
    expect(shop.payple.calls).toHaveLength(0)
  })

  it('disabled stays disabled', async () => {
    const user = userEvent.setup()
    await renderButton({ disabled: true })
    await user.click(button())
    expect(shop.payple.calls).toHaveLength(0)
  })
})

describe('preload', () => {
  it('intent: at the first touch of pointer or focus', async () => {
    const user = userEvent.setup()
    renderShop(<PaypleCheckoutButton orderId={shop.orderId} />, { preload: 'intent' })
    await settle()
    expect(shop.companion.seen).toHaveLength(0)
    await user.tab()
    await settle()
    expect(shop.companion.to('prepare')).toHaveLength(1)
    await user.hover(button())
    expect(shop.companion.to('prepare')).toHaveLength(1)
  })

  it('click: not before', async () => {
    const user = userEvent.setup()
    renderShop(<PaypleCheckoutButton orderId={shop.orderId} />, { preload: 'click' })
    await user.hover(button())
    expect(shop.companion.seen).toHaveLength(0)
    await user.click(button())
    await waitFor(() => expect(shop.payple.calls).toHaveLength(1))
  })
})

describe('two buttons of one order', () => {
  it('share the attempt', async () => {
    const user = userEvent.setup()
    renderShop(
      <>
        <PaypleCheckoutButton orderId={shop.orderId}>top</PaypleCheckoutButton>
        <PaypleCheckoutButton orderId={shop.orderId}>bottom</PaypleCheckoutButton>
      </>,
    )
    await settle()
    expect(shop.companion.to('prepare')).toHaveLength(1)
    await user.click(screen.getByText('top'))
    expect(screen.getByText('bottom').dataset['state']).toBe('open')
    await user.click(screen.getByText('bottom'))
    expect(shop.payple.calls).toHaveLength(1)
    await act(async () => {
      shop.payple.pressClose()
      await settled()
    })
    expect(document.activeElement?.textContent).toBe('top')
  })
})

describe('direct mode', () => {
  const request = { clientKey: 'test_key', PCD_PAY_OID: 'oid-d', PCD_PAY_TOTAL: '2000', PCD_RST_URL: '/r' } as const
  function Direct({ onResult }: { onResult?: () => void }): React.ReactElement {
    const window = usePaypleWindow({ environment: 'test' })
    return <PaypleCheckoutButton request={request} window={window} onResult={onResult} />
  }

  it('opens the request and hands on hearsay', async () => {
    const user = userEvent.setup()
    const onResult = vi.fn<() => void>()
    renderShop(<Direct onResult={onResult} />)
    await settle()
    expect(button().textContent).toBe('2,000원 결제하기')
    await user.click(button())
    expect(button().dataset['state']).toBe('open')
    await act(async () => {
      shop.payple.answer()
      await settled()
    })
    expect(onResult).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ verified: false, status: 'success', oid: 'oid-d' }),
    )
    expect(button().dataset['state']).toBe('ready')
    expect(shop.companion.seen).toHaveLength(0)
  })

  it('tells why it did not open', async () => {
    const user = userEvent.setup()
    renderShop(<Direct />)
    await settle()
    shop.payple.behave(() => window.alert('no'))
    await user.click(button())
    await settle()
    expect(button().dataset['state']).toBe('failed')
    expect(status().textContent).toContain('결제창을 열 수 없습니다.')
  })
})
