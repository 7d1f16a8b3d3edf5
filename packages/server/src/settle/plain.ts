/** What an order number of ours or of another shop may look like. */
export const OID: RegExp = /^[A-Za-z0-9_-]{1,30}$/

/** Payple's own id of an overseas payment or cancel (docs/protocol/overseas.md 4.1). */
export const PAY_ID: RegExp = /^\d{6,40}$/

/** Text from outside is kept only when it looks like what it should be. */
export function plain(text: string | undefined, shape: RegExp): string | undefined {
  return text !== undefined && shape.test(text) ? text : undefined
}
