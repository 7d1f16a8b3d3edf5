/**
 * Random histories of overseas payments: buyer, browser, network, messages, clock and two companions over one ledger. What must hold is what the
 * kit promises (`testing/overseas-model`); lookups never show a cancel, so what a lost cancel came to only messages and people tell.
 */
import fc from 'fast-check'
import { test } from 'vitest'

import { modelRuns } from '../testing/model/runs.ts'
import { expectOverseasHistory } from '../testing/overseas-model/expect-history.ts'
import { steps } from '../testing/overseas-model/steps.ts'

const A_NIGHT = 12 * 3_600_000

test(
  'whatever happens to an overseas payment, the books agree in the end or a person was asked',
  async () => {
    const history = fc.array(steps, { minLength: 3, maxLength: 22 })
    const property = fc.asyncProperty(history, async (happened) => expectOverseasHistory(happened))
    await fc.assert(property, modelRuns('overseas', 'memory', 0.4))
  },
  A_NIGHT,
)
