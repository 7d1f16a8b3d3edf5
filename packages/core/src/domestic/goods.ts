/** Longest goods name the window takes today (docs/protocol/domestic.md 11.1 row 13). */
export const GOODS_MAX = 50

/**
 * Makes a goods name the window and every issuer take: emoji and control characters go (some issuers decline them,
 * docs/protocol/domestic.md 3.8), white space folds, and anything past 50 characters ends in "…". Quotes and `<` stay: the
 * payment window escapes them.
 *
 * @param name any text; the ledger keeps it whole
 * @returns 1 to 50 characters; `상품` when nothing printable is left
 */
export function tidyGoods(name: string): string {
  const clean = name
    .replace(/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u{FE0F}\u{20E3}\u{200D}]/gu, '')
    .replace(/\p{C}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = [...clean]
  if (characters.length === 0) return '상품'
  return characters.length > GOODS_MAX
    ? `${characters
        .slice(0, GOODS_MAX - 1)
        .join('')
        .trimEnd()}…`
    : clean
}
