/**
 * The path (and query) of a gateway address, whatever host it claims. Addresses in answers and results passed through other
 * hands; the host is always the configured one (docs/protocol/domestic.md 2.2, 5.1).
 *
 * @param address `https://cpay.payple.kr/php/X.php?ACT_=PAYM` or `/php/X.php?ACT_=PAYM`
 * @returns the path, or `undefined` for anything that could leave the host or the ordinary characters of a path
 */
export function gatewayPath(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  const path = /^(?:https?:\/\/[^/?#\\\s@]+)?(\/.*)$/i.exec(address.trim())?.[1]
  if (path === undefined || path.length > 512 || path.includes('..') || path.startsWith('//')) return undefined
  return /^\/[A-Za-z0-9_\-./]*(\?[A-Za-z0-9_\-.=&%]*)?$/.test(path) ? path : undefined
}

/** Confirm addresses that Payple documents (docs/protocol/domestic.md 5.1). Others are possible; see `settle`. */
export const KNOWN_CONFIRM_PATHS: readonly string[] = [
  '/php/PayCardConfirmAct.php?ACT_=PAYM',
  '/php/PayCardConfirmAct.php',
  '/php/PayConfirmAct.php?ACT_=PAYM',
  '/php/PayConfirmAct.php',
]
