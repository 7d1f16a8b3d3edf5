/** Korean time. Payple prints dates in it whatever the time zone of the machine. */

const NINE_HOURS = 9 * 60 * 60 * 1000

/** `yyyyMMddHHmmss` in Korean time, the form of `PCD_PAY_TIME` (docs/protocol/domestic.md section 4). */
export function kstTime(epochMs: number): string {
  return new Date(epochMs + NINE_HOURS).toISOString().replace(/\D/g, '').slice(0, 14)
}

/** `yyyy-MM-dd HH:mm:ss` in Korean time, without a zone (docs/protocol/overseas.md section 4.3). */
export function kstText(epochMs: number): string {
  return new Date(epochMs + NINE_HOURS).toISOString().slice(0, 19).replace('T', ' ')
}

/** `yyyyMMdd` in Korean time, the form of `PCD_PAY_DATE` (docs/protocol/domestic.md sections 6.2 and 6.5). */
export function kstDate(epochMs: number): string {
  return kstTime(epochMs).slice(0, 8)
}
