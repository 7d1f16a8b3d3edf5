import type { StoredBillingKey } from '@payple-kit/server'
import { describe, expect, it } from 'vitest'
import { openShopStore } from '../shop-store.ts'
import { savedCards } from './saved-cards.ts'

const key = (id: string, createdAt: string): StoredBillingKey => ({
  id,
  orderId: 'card-of-m',
  type: 'card',
  product: 'domestic',
  createdAt,
})
/** As the companion lists them: newest first. */
const KEYS = [key('bk_second', '2026-11-25T00:00:00Z'), key('bk_first', '2026-11-24T00:00:00Z')]

async function byDefault(keys: readonly StoredBillingKey[], chosen?: string): Promise<string | undefined> {
  const { defaultCards } = openShopStore(':memory:')
  if (chosen !== undefined) defaultCards.set('m', chosen)
  const list = await savedCards({ list: async () => [...keys] }, defaultCards).list('m')
  return list.find((card) => card.isDefault)?.id
}

describe('the default payment method', () => {
  it('is the first one that was saved, and stays it when another follows', async () => {
    expect(await byDefault(KEYS.slice(1))).toBe('bk_first')
    expect(await byDefault(KEYS)).toBe('bk_first')
  })

  it('is the chosen one, as long as that is there', async () => {
    expect(await byDefault(KEYS, 'bk_second')).toBe('bk_second')
    expect(await byDefault(KEYS.slice(1), 'bk_second')).toBe('bk_first')
    expect(await byDefault([], 'bk_second')).toBeUndefined()
  })
})
