const KST_OFFSET_MS = 9 * 60 * 60 * 1000

/** The day in Korea, `yyyyMMdd`, as refund and lookup want it: neither UTC's nor the server's (docs/protocol/domestic.md 10.1 no. 11). */
export function kstDate(epochMs: number): string {
  return new Date(epochMs + KST_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')
}

/** The hour in Korea, ten digits `yyyyMMddHH`, as the expiry of a payment link wants it (docs/protocol/domestic.md 11.1 row 22). */
export function kstHour(epochMs: number): string {
  return new Date(epochMs + KST_OFFSET_MS).toISOString().slice(0, 13).replace(/\D/g, '')
}

/**
 * Reads `PCD_PAY_TIME`: `20200320195000` or `2020-03-20 19:50:00`, both Korean time (docs/protocol/domestic.md 6.5).
 *
 * @returns epoch milliseconds, or `undefined` when it is no such time
 */
export function parseGatewayTime(value: string | undefined): number | undefined {
  const digits = (value ?? '').replace(/[-: T]/g, '')
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(digits)
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const utc = Date.UTC(year, month - 1, day, hour, minute, second)
  // Date.UTC rolls 20200231 over into March; a time that does not print back is no time.
  if (new Date(utc).toISOString().replace(/\D/g, '').slice(0, 14) !== digits) return undefined
  return utc - KST_OFFSET_MS
}
