/** What the command line asks for: `npm run bench -- [settle|auth|sandbox] [--quick]`. */
type Bench = 'settle' | 'auth' | 'sandbox'

export interface Options {
  readonly benches: readonly Bench[]
  /** Small ledgers and short rounds: shows that everything runs, not how fast. */
  readonly quick: boolean
}

const BENCHES: readonly Bench[] = ['settle', 'auth', 'sandbox']

/** @throws Error naming the word that means nothing */
export function readOptions(words: readonly string[]): Options {
  const isBench = (word: string): word is Bench => BENCHES.some((bench) => bench === word)
  const wrong = words.find((word) => word !== '--quick' && !isBench(word))
  if (wrong !== undefined) throw new Error(`"${wrong}" is neither ${BENCHES.join(' nor ')} nor --quick`)
  const chosen = words.filter(isBench)
  return { benches: chosen.length === 0 ? BENCHES : chosen, quick: words.includes('--quick') }
}
