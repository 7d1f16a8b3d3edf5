/** What the list can be narrowed down to, and which of the ledger's states that means. */
export const FILTERS = {
  all: [],
  paid: ['paid', 'partially_refunded'],
  doubt: ['approving', 'unknown'],
  refunded: ['partially_refunded', 'refunded'],
  failed: ['declined', 'canceled', 'expired', 'mismatch_voided'],
  open: ['created', 'opened'],
  registered: ['registered'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type FilterName = keyof typeof FILTERS

export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[]
