import type { OverseasResult, PaymentResult } from '@payple-kit/core'

/** A payment result that still names the return address its window was opened with. */
export type OverseasPaymentResult = PaymentResult & { readonly resultUrl?: string | undefined }

/**
 * An overseas result in the words of the domestic one, so that there is one `settle`. Money moves in the overseas window, as in a `PAY`
 * window (docs/protocol/overseas.md 3.9).
 */
export function asPaymentResult(result: OverseasResult): OverseasPaymentResult {
  const { status, code, message, oid, goods, amount, currency, at, apiId, cardNumber, billingKey, resultUrl } = result
  return {
    status,
    code,
    message,
    type: 'card',
    work: 'PAY',
    oid,
    goods,
    total: amount,
    currency,
    paidAt: at,
    tradeNumber: apiId,
    // The issuer is not told.
    ...(cardNumber === undefined ? {} : { cardName: '', cardNumber }),
    payerId: billingKey,
    resultUrl,
  }
}
