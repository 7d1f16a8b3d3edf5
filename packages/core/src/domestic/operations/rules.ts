import type { FieldRule } from '../field-rules.ts'

/** A rule with a shortest length, for texts of one length. */
export type CallRule = FieldRule & { readonly min?: number }

/**
 * Rules for calls that point at a payment which exists already, perhaps from before the kit: its order number keeps the older, longer
 * limit of the documents (docs/protocol/domestic.md 11.1 row 12), and its day is `yyyyMMdd`.
 */
export const PAST_PAYMENT_RULES: Readonly<Record<string, CallRule>> = {
  PCD_PAY_OID: { type: 'text', max: 255 },
  PCD_PAY_DATE: { type: 'digits', min: 8, max: 8 },
}
