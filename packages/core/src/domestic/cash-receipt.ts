import type { FieldReader } from './read-fields.ts'

/** What an answer says about the cash receipt of a transfer. */
export interface CashReceiptResult {
  /** `PCD_TAXSAVE_FLAG`: whether one was asked for. */
  readonly requested?: boolean | undefined
  /**
   * Whether it was issued, or on a refund cancelled: `Y` or `0000` in `PCD_TAXSAVE_RST`, against `N` or an error such as `-10002122`
   * (docs/protocol/domestic.md 11.1 row 28). A refund may succeed while this is false: cancel the receipt the next day (7.1).
   */
  readonly ok?: boolean | undefined
  /** The error code when it is one, e.g. `-10002122`. */
  readonly code?: string | undefined
  /** `PCD_TAXSAVE_MGTNUM`, the receipt's management number. */
  readonly number?: string | undefined
  readonly message?: string | undefined
}

/** @returns `undefined` when the answer does not speak of a receipt */
export function readCashReceipt({ text, flag }: FieldReader): CashReceiptResult | undefined {
  const rst = text('PCD_TAXSAVE_RST')
  const receipt: CashReceiptResult = {
    requested: flag('PCD_TAXSAVE_FLAG'),
    // Zeros may arrive as a number, without their leading ones.
    ok: rst === undefined ? undefined : rst === 'Y' || /^0+$/.test(rst),
    code: rst !== undefined && /[1-9]/.test(rst) ? rst : undefined,
    number: text('PCD_TAXSAVE_MGTNUM'),
    message: text('PCD_TAXSAVE_MSG'),
  }
  return Object.values(receipt).some((value) => value !== undefined) ? receipt : undefined
}
