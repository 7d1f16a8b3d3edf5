/**
 * Random histories of buyer, network, partner console, messages, crashes and clock against the whole companion, with the
 * sandbox as the model of the gateway. What must hold is in `testing/model`: always, in the end, and which doubts are allowed.
 */
import fc from 'fast-check'
import { afterAll, test } from 'vitest'

import { CONTRACT_LEDGERS } from '../testing/ledgers.ts'
import { expectHistory } from '../testing/model/expect-history.ts'
import { expectTogether } from '../testing/model/expect-together.ts'
import { quickCrypto } from '../testing/model/quick-crypto.ts'
import { modelRuns } from '../testing/model/runs.ts'
import { history, setting } from '../testing/model/steps.ts'

const A_NIGHT = 12 * 3_600_000

afterAll(quickCrypto())

test.each(CONTRACT_LEDGERS)(
  'one after the other: the books of ledger and gateway agree in the end, and nobody was told a lie (%s)',
  async (name, open) => {
    const property = fc.asyncProperty(setting, history(16), async (shop, steps) => expectHistory(shop, steps, open()))
    await fc.assert(property, modelRuns('one after the other', name))
  },
  A_NIGHT,
)

test.each(CONTRACT_LEDGERS)(
  'all at once: the books of ledger and gateway agree in the end (%s)',
  async (name, open) => {
    const property = fc.asyncProperty(fc.scheduler(), setting, history(8), async (scheduler, shop, steps) =>
      expectTogether(scheduler, shop, steps, open()),
    )
    await fc.assert(property, modelRuns('all at once', name, 0.4))
  },
  A_NIGHT,
)
