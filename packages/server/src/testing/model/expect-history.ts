import type { Ledger } from '../../ledger/ledger.ts'
import { expectAlways } from './always.ts'
import { openBooks } from './books.ts'
import { calm, wakeLate } from './calm.ts'
import { ChargeWatch } from './denied.ts'
import { happen } from './happen.ts'
import { expectInTheEnd } from './in-the-end.ts'
import { startRun } from './run.ts'
import type { Setting, Step } from './step.ts'

/** Plays a history, one step after the other, and checks everything that must hold after it and once all is calm. */
export async function expectHistory(setting: Setting, steps: readonly Step[], ledger: Ledger): Promise<void> {
  const run = await startRun(setting, ledger)
  const watch = new ChargeWatch()
  for (const [number, step] of steps.entries()) {
    run.told.step = number
    await happen(run, step)
    watch.look(run)
  }
  run.told.step = steps.length
  expectAlways(run, await openBooks(run))
  await expectCalm()
  if (await wakeLate(run)) await expectCalm()
  await run.shop.close()

  async function expectCalm(): Promise<void> {
    await calm(run)
    watch.look(run)
    const books = await openBooks(run)
    expectAlways(run, books)
    await expectInTheEnd(run, books)
    watch.expectNoLies(run, steps, books)
  }
}
