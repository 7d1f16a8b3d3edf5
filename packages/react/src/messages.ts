import { buyerText, type BuyerText } from '@payple-kit/core'
import type { CheckoutSnapshot } from '@payple-kit/browser'

const DONE = buyerText('완료되었습니다.', 'Done.')
const CHECKING = buyerText('확인 중입니다. 다시 결제하지 마세요.', 'Checking. Do not pay again.')

/** The way out of the open window. */
export const CLOSE: BuyerText = buyerText('결제창 닫기', 'Close payment window')

/** What a status has to say, beside the words that errors bring along. */
export const MESSAGES: Readonly<Record<string, BuyerText>> = {
  open: buyerText('결제창에서 계속해 주세요.', 'Continue in the payment window.'),
  settling: CHECKING,
  unknown: CHECKING,
  paid: DONE,
  registered: DONE,
  canceled: buyerText('취소되었습니다.', 'Canceled.'),
}

/** Text on the button: `1,000원 결제하기`, `Pay ₩1,000`; without the amount until the companion has said it. */
export const buttonLabel = ({
  method,
  amount,
  price,
}: Pick<CheckoutSnapshot, 'method' | 'amount' | 'price'>): BuyerText => {
  // Of all methods only registrations begin with an r, and this is a few bytes less than asking for the word.
  if (method[0] === 'r') return buyerText('카드 등록하기', 'Register card')
  const won = amount?.toLocaleString('en')
  return amount
    ? buyerText(`${price ?? `${won}원`} 결제하기`, `Pay ${price ?? `₩${won}`}`)
    : buyerText('결제하기', 'Pay')
}
