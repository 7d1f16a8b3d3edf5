import type fc from 'fast-check'

import type { Ledger } from '../../ledger/ledger.ts'
import { expectAlways } from './always.ts'
import { openBooks } from './books.ts'
import { calm, wakeLate } from './calm.ts'
import { happen } from './happen.ts'
import { expectInTheEnd } from './in-the-end.ts'
import { startRun } from './run.ts'
import type { Setting, Step } from './step.ts'

/** What every history with things at once begins with, so that there is something to fight over. */
const BEGINNING: readonly Step[] = [
  { type: 'ask', call: { type: 'prepare', order: 'A-1' }, by: 0 },
  { type: 'pay', window: 0, card: 'good', tamper: false },
]

/** Plays all steps of a history at once; the scheduler decides which call to the gateway goes on when. */
export async function expectTogether(
  scheduler: fc.Scheduler,
  setting: Setting,
  steps: readonly Step[],
  ledger: Ledger,
): Promise<void> {
  let together = false
  const run = await startRun(setting, ledger, async (call) => {
    if (together) await scheduler.schedule(Promise.resolve(), call)
  })
  for (const step of BEGINNING) await happen(run, step)
  together = true
  await scheduler.waitFor(Promise.all(steps.map((step) => happen(run, step))))
  together = false
  expectAlways(run, await openBooks(run))
  await expectCalm()
  if (await wakeLate(run)) await expectCalm()
  await run.shop.close()

  async function expectCalm(): Promise<void> {
    // What was held when the last step ended goes on by itself.
    await scheduler.waitAll()
    await calm(run)
    const books = await openBooks(run)
    expectAlways(run, books)
    await expectInTheEnd(run, books)
  }
}
