/** Lengths, amounts and shapes that the window and the server calls share. */
import { type Fields, text } from '../wire/fields.ts'

/** Documented lengths: a longer value is `INSERT ERROR` (docs/protocol/domestic.md section 9.8). */
const LIMITS: Readonly<Record<string, number>> = {
  PCD_PAY_OID: 255,
  PCD_PAYER_ID: 255,
  PCD_PAYER_NAME: 80,
  PCD_PAYER_HP: 20,
  PCD_PAYER_EMAIL: 100,
  PCD_PAY_GOODS: 2048,
  PCD_USER_DEFINE1: 2048,
  PCD_USER_DEFINE2: 2048,
}

/** Smallest payment of each kind, in won (section 11.1 row 14). */
export const MINIMUM: Readonly<Record<'card' | 'transfer', number>> = { card: 100, transfer: 1000 }

/** Largest transfer, in won: the banks' limit per payment (section 10). */
export const TRANSFER_MAXIMUM = 2_000_000

/** `PCD_PAY_YEAR` of the monthly guard. */
export const YEAR: RegExp = /^\d{4}$/

/** `PCD_PAY_MONTH` of the monthly guard: two digits, so a month that lost its leading zero is wrong. */
export const MONTH: RegExp = /^(0[1-9]|1[0-2])$/

/** Whether any value is longer than documented. */
export function isTooLong(fields: Fields): boolean {
  return Object.entries(LIMITS).some(([name, limit]) => text(fields, name).length > limit)
}
