import { describe, expect, test } from 'vitest'

import { draft, NOW } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'

describe.each(CONTRACT_LEDGERS)('history in the %s ledger', (_name, open) => {
  test('takes an event without a change', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.note('a', NOW + 1, { name: 'evidence_refused', actor: 'return', detail: { field: 'PCD_PAY_OID' } })
    expect((await ledger.events('a')).at(-1)).toEqual({
      checkoutId: 'a',
      at: NOW + 1,
      name: 'evidence_refused',
      actor: 'return',
      from: 'created',
      to: 'created',
      detail: { field: 'PCD_PAY_OID' },
    })
    await ledger.note('nobody', NOW, { name: 'x', actor: 'return' })
    expect(await ledger.events('nobody')).toEqual([])
    expect(await ledger.findByOid('sandbox', 'oid-a')).toMatchObject({ id: 'a', updatedAt: NOW })
    expect(await ledger.findByOid('live', 'oid-a')).toBeUndefined()
  })
})
