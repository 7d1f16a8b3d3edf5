import { describe, expect, test } from 'vitest'

import { AUTH, billingKey, draft, move, NOW, stateOf } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'
import type { SealedBillingKey } from '../billing-key-row.ts'
import type { Ledger, Moved } from '../ledger.ts'

async function register(ledger: Ledger, id: string, key: SealedBillingKey): Promise<Moved> {
  await ledger.prepare(draft(id, AUTH))
  return ledger.move(move(id, 'created', 'registered', { billingKey: key, set: { billingKeyId: key.id } }))
}

describe.each(CONTRACT_LEDGERS)('billing keys in the %s ledger', (_name, open) => {
  test('are kept with the attempt they came from, one per fingerprint', async () => {
    const ledger = open()
    const key = billingKey('bk_1', { fingerprint: 'f1', payType: 'transfer' })
    expect(await register(ledger, 'a', key)).toBe('moved')
    expect(await ledger.billingKey('bk_1')).toEqual(key)
    expect(await ledger.billingKey('bk_2')).toBeUndefined()
    expect(await ledger.findBillingKey('sandbox', ['f0', 'f1'])).toEqual(key)
    expect(await ledger.findBillingKey('sandbox', [])).toBeUndefined()
    expect(await ledger.findBillingKey('live', ['f1'])).toBeUndefined()
    expect(await register(ledger, 'b', { ...key, id: 'bk_2', checkoutId: 'b' })).toBe('stale')
    expect(await stateOf(ledger, 'b')).toBe('created')
  })

  test('are listed by the order id that registered them, newest first', async () => {
    const ledger = open()
    await register(ledger, 'a', billingKey('bk_1'))
    await register(ledger, 'b', billingKey('bk_2', { checkoutId: 'b', createdAt: NOW + 1 }))
    await register(ledger, 'c', billingKey('bk_3', { checkoutId: 'c', orderId: 'A-2' }))
    const idsOf = async (orderId: string): Promise<string[]> =>
      (await ledger.billingKeysOf('sandbox', orderId)).map((key) => key.id)
    expect(await idsOf('A-1')).toEqual(['bk_2', 'bk_1'])
    expect(await idsOf('A-2')).toEqual(['bk_3'])
    expect(await ledger.billingKeysOf('live', 'A-1')).toEqual([])
  })

  test('are replaced where they stand, once, and never by one that is kept already', async () => {
    const ledger = open()
    await register(ledger, 'a', billingKey('bk_1', { fingerprint: 'f1' }))
    await register(ledger, 'b', billingKey('bk_2', { fingerprint: 'f2', checkoutId: 'b' }))
    const to = { keyId: 'k9', sealed: 'new', fingerprint: 'f9' }
    expect(await ledger.replaceBillingKey('bk_1', 'f1', { ...to, fingerprint: 'f2' })).toBe(false)
    expect(await ledger.replaceBillingKey('bk_1', 'f1', to)).toBe(true)
    expect(await ledger.replaceBillingKey('bk_1', 'f1', to)).toBe(false)
    expect(await ledger.replaceBillingKey('nothing', 'f1', to)).toBe(false)
    expect(await ledger.billingKey('bk_1')).toMatchObject({ ...to, orderId: 'A-1', removedAt: null })
    expect(await ledger.findBillingKey('sandbox', ['f1'])).toBeUndefined()
    await ledger.removeBillingKey('bk_1', NOW, 'merchant')
    expect(await ledger.replaceBillingKey('bk_1', 'f9', { ...to, fingerprint: 'f10' })).toBe(false)
  })

  test('are removed once, stay readable, and may be registered again', async () => {
    const ledger = open()
    await register(ledger, 'a', billingKey('bk_1', { fingerprint: 'f1' }))
    expect(await ledger.removeBillingKey('bk_1', NOW + 5, 'console')).toBe(true)
    expect(await ledger.removeBillingKey('bk_1', NOW + 6, 'merchant')).toBe(false)
    expect(await ledger.removeBillingKey('nothing', NOW, 'merchant')).toBe(false)
    expect(await ledger.billingKey('bk_1')).toMatchObject({ removedAt: NOW + 5, removedBy: 'console' })
    expect(await ledger.findBillingKey('sandbox', ['f1'])).toBeUndefined()
    expect(await ledger.billingKeysOf('sandbox', 'A-1')).toEqual([])
    expect(await register(ledger, 'b', billingKey('bk_2', { fingerprint: 'f1', checkoutId: 'b' }))).toBe('moved')
    expect(await ledger.findBillingKey('sandbox', ['f1'])).toMatchObject({ id: 'bk_2' })
  })
})
