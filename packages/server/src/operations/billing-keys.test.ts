import { expect, test } from 'vitest'

import { failed } from '../testing/expectations.ts'
import { saveCard } from '../testing/saved-card.ts'
import { testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

const deletions = (shop: TestShop): number =>
  shop.sandbox.events.list().filter((event) => event.type === 'billing-key.deleted').length

test('a registered card is listed by reference, with its masked number and without its key', async () => {
  const shop = testShop()
  const id = await saveCard(shop)
  const [stored] = await shop.payple.billingKeys.list('card-of-kim')
  expect(stored).toMatchObject({ id, type: 'card', orderId: 'card-of-kim', card: { number: expect.stringContaining('4242') as string } })
  expect(await shop.payple.billingKeys.list('somebody-else')).toEqual([])
  const key = shop.sandbox.control.billingKeys()[0]?.payerId as string
  expect(JSON.stringify([stored, shop.settled])).not.toContain(key)
})

test('deleting a card removes it at Payple and here, tells the shop, and repeats harmlessly', async () => {
  const shop = testShop()
  const id = await saveCard(shop)
  expect(await shop.payple.billingKeys.delete(id)).toMatchObject({ status: 'deleted', billingKey: { removedBy: 'merchant' } })
  expect(await shop.payple.billingKeys.delete(id)).toMatchObject({ status: 'deleted' })
  expect([deletions(shop), shop.sandbox.control.billingKeys().length]).toEqual([1, 0])
  expect(await shop.payple.billingKeys.list('card-of-kim')).toEqual([])
  expect(shop.settled.filter((each) => each.type === 'billing-key-removed')).toHaveLength(1)
  expect(await shop.payple.billingKeys.delete('bk_AAAAAAAAAAAAAAAAAAAAAA')).toEqual(failed('BILLING_KEY_NOT_FOUND'))
})

test('a deletion whose answer was lost is asked about: gone is gone', async () => {
  const shop = testShop()
  const id = await saveCard(shop)
  shop.sandbox.control.fault({ operation: 'billing-key-delete', effect: { type: 'lost-answer' } })
  expect(await shop.payple.billingKeys.delete(id)).toMatchObject({ status: 'deleted' })
})

test('a deletion that never arrived leaves the card as it was', async () => {
  const shop = testShop()
  const id = await saveCard(shop)
  shop.sandbox.control.fault({ operation: 'billing-key-delete', effect: { type: 'not-json' } })
  expect(await shop.payple.billingKeys.delete(id)).toEqual({ status: 'unknown' })
  expect(await shop.payple.billingKeys.check(id)).toMatchObject({ working: true })
  expect(await shop.payple.billingKeys.delete(id)).toMatchObject({ status: 'deleted' })
})

test('a card that Payple removed is found by a check', async () => {
  const shop = testShop()
  const id = await saveCard(shop)
  shop.sandbox.control.deleteKeyFromConsole(shop.sandbox.control.billingKeys()[0]?.payerId as string)
  expect(await shop.payple.billingKeys.check(id)).toMatchObject({ working: false, billingKey: { removedBy: 'gateway' } })
})

test('the same card registers again under the same reference, and after a deletion under a new one', async () => {
  const shop = testShop()
  const first = await saveCard(shop)
  expect(await saveCard(shop)).toBe(first)
  await shop.payple.billingKeys.delete(first)
  expect(await saveCard(shop)).not.toBe(first)
})
