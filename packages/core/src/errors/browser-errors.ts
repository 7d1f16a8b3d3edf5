import type { ErrorText } from './payple-error.ts'

/** Codes of `BROWSER_ERRORS`. */
export type BrowserErrorCode =
  | 'SCRIPT_BLOCKED'
  | 'SCRIPT_TIMEOUT'
  | 'SCRIPT_NO_GLOBAL'
  | 'OFFLINE'
  | 'WINDOW_REFUSED'
  | 'POPUP_BLOCKED'
  | 'ALREADY_OPEN'

const message = 'See docs/errors.md'
const CONNECTION = { message, buyer: { ko: '연결을 확인해 주세요.', en: 'Check your connection.' } }
const NOT_OPEN = { message, buyer: { ko: '결제창이 열리지 않았습니다.', en: 'The payment window did not open.' } }

/**
 * Trouble the browser finds out by itself, always before a window opened: nothing was charged.
 * They ride in every shop's bundle. So codes that ask the same of a buyer share a text, and the hint for developers is in
 * docs/errors.md.
 */
export const BROWSER_ERRORS: Readonly<Record<BrowserErrorCode, ErrorText>> = {
  SCRIPT_BLOCKED: CONNECTION,
  SCRIPT_TIMEOUT: CONNECTION,
  SCRIPT_NO_GLOBAL: NOT_OPEN,
  OFFLINE: CONNECTION,
  WINDOW_REFUSED: NOT_OPEN,
  POPUP_BLOCKED: { message, buyer: { ko: '팝업을 허용해 주세요.', en: 'Allow pop-ups.' } },
  ALREADY_OPEN: { message, buyer: { ko: '결제창이 이미 열려 있습니다.', en: 'The payment window is open already.' } },
}
