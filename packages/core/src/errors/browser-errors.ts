import { buyerText, type BuyerText } from './payple-error.ts'

/** Codes of trouble that the browser finds out by itself. */
export type BrowserErrorCode =
  | 'SCRIPT_BLOCKED'
  | 'SCRIPT_TIMEOUT'
  | 'SCRIPT_NO_GLOBAL'
  | 'OFFLINE'
  | 'WINDOW_REFUSED'
  | 'POPUP_BLOCKED'
  | 'ALREADY_OPEN'

const NOT_OPEN = buyerText('결제창을 열 수 없습니다.', 'Cannot open the payment window.')

/** Codes that ask something else of a buyer than to check the connection. */
const TEXTS: Partial<Record<BrowserErrorCode, BuyerText>> = {
  SCRIPT_NO_GLOBAL: NOT_OPEN,
  WINDOW_REFUSED: NOT_OPEN,
  POPUP_BLOCKED: buyerText('팝업을 허용해 주세요.', 'Allow pop-ups.'),
  ALREADY_OPEN: buyerText('열린 결제창을 확인해 주세요.', 'Check the payment window.'),
}

/**
 * What to tell the buyer about trouble that the browser finds out by itself, always before a window opened: nothing was charged.
 * The words ride in every shop's bundle. So codes that ask the same of a buyer share them, and the hints for developers are in
 * docs/errors.md.
 */
export const browserErrorText = (code: BrowserErrorCode): BuyerText =>
  TEXTS[code] ?? buyerText('연결을 확인해 주세요.', 'Check your connection.')
