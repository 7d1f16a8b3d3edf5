import { expect, test } from 'vitest'

import type { SealedBillingKey } from '../ledger/ledger.ts'
import { testWorld } from '../testing/test-world.ts'
import { createVault } from './vault.ts'
import type { Vault } from './vault.ts'

const K1 = { id: 'k1', secret: btoa('0123456789abcdef0123456789abcdef') }
const K2 = { id: 'k2', secret: btoa('fedcba9876543210fedcba9876543210') }
const world = testWorld()

async function sealed(vault: Vault, id: string, payerId: string): Promise<SealedBillingKey> {
  const parts = await vault.seal(id, payerId)
  return {
    id,
    scope: 'test',
    checkoutId: 'c',
    orderId: 'o',
    cardName: null,
    cardNumber: null,
    createdAt: 0,
    payType: 'card',
    product: 'domestic',
    removedAt: null,
    removedBy: null,
    ...parts,
  }
}

test('opens what it sealed, and never seals the same way twice', async () => {
  const vault = createVault({ keys: [K1] }, world)
  const one = await sealed(vault, 'bk_1', 'd0toSS9sT084bVJ')
  const two = await sealed(vault, 'bk_1', 'd0toSS9sT084bVJ')
  expect(await vault.open(one)).toBe('d0toSS9sT084bVJ')
  expect(one.sealed).not.toBe(two.sealed)
  expect(one.sealed).not.toContain('d0toSS9')
  expect(one.fingerprint).toBe(two.fingerprint)
})

test('recognises a key after rotation and opens with the key that sealed', async () => {
  const before = createVault({ keys: [K1] }, world)
  const after = createVault({ keys: [K2, K1] }, world)
  const old = await sealed(before, 'bk_1', 'payer')
  expect(await after.fingerprints('payer')).toContain(old.fingerprint)
  expect(await after.fingerprints('other')).not.toContain(old.fingerprint)
  expect(await after.open(old)).toBe('payer')
  expect((await sealed(after, 'bk_2', 'payer')).keyId).toBe('k2')
})

test.each<[string, (key: SealedBillingKey) => SealedBillingKey]>([
  ['moved to another row', (key) => ({ ...key, id: 'bk_2' })],
  ['changed', (key) => ({ ...key, sealed: key.sealed.replace(/.{4}$/, 'AAAA') })],
  ['cut', (key) => ({ ...key, sealed: key.sealed.slice(0, 8) })],
  ['sealed with a key that is gone', (key) => ({ ...key, keyId: 'k9' })],
  ['relabelled', (key) => ({ ...key, keyId: 'k2' })],
])('a key that was %s does not open', async (_what, tamper) => {
  const vault = createVault({ keys: [K1, K2] }, world)
  const key = await sealed(vault, 'bk_1', 'payer')
  await expect(vault.open(tamper(key))).rejects.toMatchObject({ code: 'BILLING_KEY_UNREADABLE' })
})
