import type fc from 'fast-check'

/** How many histories each ledger gets. The contract tests hold all of them to the same rules, so the slower ones get fewer. */
const RUNS: Readonly<Record<string, number>> = { memory: 1_000, sqlite: 40, postgres: 4 }

/** For a night: `PAYPLE_MODEL_RUNS=100000`. For a failure: `PAYPLE_MODEL_SEED=…` as it was printed. */
const { PAYPLE_MODEL_RUNS, PAYPLE_MODEL_SEED } = process.env

/** Number of runs and seed, which are printed before the run: a failure can be repeated also when its output is lost. */
export function modelRuns<Values>(name: string, ledger: string): fc.Parameters<Values> {
  const factor = PAYPLE_MODEL_RUNS === undefined ? 1 : Number(PAYPLE_MODEL_RUNS) / (RUNS['memory'] ?? 1)
  const numRuns = Math.max(1, Math.round((RUNS[ledger] ?? 4) * factor))
  const seed = PAYPLE_MODEL_SEED === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(PAYPLE_MODEL_SEED)
  process.stdout.write(`model: ${name}, ${ledger}: ${numRuns} histories, PAYPLE_MODEL_SEED=${seed}\n`)
  // A history takes milliseconds; one that never ends is a failure like any other.
  return { numRuns, seed, timeout: 20_000 }
}
