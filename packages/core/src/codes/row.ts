/**
 * What a refusal means for whoever must act.
 *
 * - `declined`: the issuer, bank or a limit said no; `buyer`: the buyer typed something wrong
 * - `merchant`: the shop's set-up or request is wrong; `expired`: too late, start over
 * - `duplicate`: this order number was used already, perhaps by us: look the payment up
 * - `guard`: the monthly guard refused, this billing key was charged for that month already, perhaps by us: look the payment up
 * - `unknown`: money may have moved: look the payment up
 * - `maintenance`: come back later; `system`: something inside Payple failed, look the payment up before believing it
 */
export type ResultKind =
  | 'success'
  | 'declined'
  | 'buyer'
  | 'merchant'
  | 'duplicate'
  | 'guard'
  | 'expired'
  | 'unknown'
  | 'maintenance'
  | 'system'

/** Kind, Payple's Korean text, short English meaning. */
export type CodeRow = readonly [kind: ResultKind, ko: string, en: string]
