/** A decision that ends an entry of the attention list. */
export interface Decision {
  readonly name: 'release' | 'declareDone' | 'declareFailed' | 'close'
  readonly route: 'release' | 'refund' | 'close'
  readonly result?: 'done' | 'failed'
}

const RELEASE: Decision = { name: 'release', route: 'release' }
const DONE: Decision = { name: 'declareDone', route: 'refund', result: 'done' }
const FAILED: Decision = { name: 'declareFailed', route: 'refund', result: 'failed' }
const CLOSE: Decision = { name: 'close', route: 'close' }

/** Doubts about money are declared; what only had to be seen is closed. */
export function decisionsFor(kind: string): readonly Decision[] {
  if (kind === 'payment-in-doubt' || kind === 'void-in-doubt') return [RELEASE]
  return kind === 'refund-in-doubt' ? [DONE, FAILED] : [CLOSE]
}
