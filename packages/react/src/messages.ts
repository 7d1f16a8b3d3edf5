import type { Locale } from '@payple-kit/core'
import type { CheckoutSnapshot } from '@payple-kit/browser'

/** Words of the button, beside those that errors bring along. What a status has to say stands under its name. */
export const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ko: {
    pay: '결제하기',
    register: '카드 등록하기',
    close: '결제창 닫기',
    open: '결제창에서 계속해 주세요.',
    tab: '결제 탭에서 계속해 주세요.',
    settling: '확인 중입니다. 다시 결제하지 마세요.',
    unknown: '확인 중입니다. 다시 결제하지 마세요.',
    paid: '완료되었습니다.',
    registered: '완료되었습니다.',
    canceled: '취소되었습니다.',
  },
  en: {
    pay: 'Pay',
    register: 'Register card',
    close: 'Close payment window',
    open: 'Continue in the payment window.',
    tab: 'Continue in the payment tab.',
    settling: 'Checking. Do not pay again.',
    unknown: 'Checking. Do not pay again.',
    paid: 'Done.',
    registered: 'Done.',
    canceled: 'Canceled.',
  },
}

/** Text on the button: `1,000원 결제하기`, `Pay ₩1,000`; without the amount until the companion has said it. */
export function buttonLabel(
  locale: Locale,
  { method, amount }: Pick<CheckoutSnapshot, 'method' | 'amount'>,
): string | undefined {
  const { pay, register } = MESSAGES[locale]
  if (method === 'register-card') return register
  if (!amount) return pay
  const digits = amount.toLocaleString('en')
  return locale === 'ko' ? `${digits}원 ${pay}` : `${pay} ₩${digits}`
}

/** What a screen reader should hear and the buyer should see beside the button; nothing while there is nothing to say. */
export function statusMessage(
  locale: Locale,
  { status, inTab, error }: Pick<CheckoutSnapshot, 'status' | 'inTab' | 'error'>,
): string | undefined {
  return MESSAGES[locale][inTab && status === 'open' ? 'tab' : status] ?? error?.buyer[locale]
}
