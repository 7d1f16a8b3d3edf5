import { expectAlways } from './always.ts'
import { happen } from './happen.ts'
import { expectInTheEnd } from './in-the-end.ts'
import { start } from './start.ts'
import type { Step } from './steps.ts'

/** Plays a history in a new shop and expects what the kit promises, after each step and once everything is calm. */
export async function expectOverseasHistory(history: readonly Step[]): Promise<void> {
  const run = await start()
  for (const step of history) {
    await happen(run, step)
    await expectAlways(run)
  }
  await expectInTheEnd(run)
}
