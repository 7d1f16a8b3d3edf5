import type fc from 'fast-check'

/**
 * How many histories each ledger gets: seconds for the one in memory. The contract tests hold all of them to the same rules, so the
 * slower ones get fewer.
 */
const RUNS: Readonly<Record<string, number>> = { memory: 1_000, sqlite: 30, postgres: 4 }

/**
 * For a night: `PAYPLE_MODEL_RUNS=100000 PAYPLE_MODEL_SEED=random`. For a failure: `PAYPLE_MODEL_SEED=…` as it was printed. Without
 * one every run of `npm test` sees the same histories: a change is judged, not its luck.
 */
const { PAYPLE_MODEL_RUNS, PAYPLE_MODEL_SEED = '20261125' } = process.env

/**
 * Number of runs and seed, which are printed before the first one: a failure can be repeated also when its message is lost.
 *
 * @param share what part of the runs this property gets
 */
export function modelRuns(
  name: string,
  ledger: string,
  share = 1,
): Pick<fc.Parameters, 'numRuns' | 'seed' | 'timeout'> {
  const asked = PAYPLE_MODEL_RUNS === undefined ? 1 : Number(PAYPLE_MODEL_RUNS) / (RUNS['memory'] ?? 1)
  const numRuns = Math.max(2, Math.round((RUNS[ledger] ?? 4) * asked * share))
  const seed = PAYPLE_MODEL_SEED === 'random' ? Math.trunc(Math.random() * 2 ** 31) : Number(PAYPLE_MODEL_SEED)
  process.stdout.write(`model: ${name}, ${ledger}: ${numRuns} histories, PAYPLE_MODEL_SEED=${seed}\n`)
  // A history takes milliseconds; one that never ends is a failure like any other.
  return { numRuns, seed, timeout: 20_000 }
}
