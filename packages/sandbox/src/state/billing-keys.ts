/** Registering cards and accounts. Synchronous on purpose, so that two calls cannot make two keys of one card. */
import type { Merchant } from '../settings.ts'
import { shortToken } from '../wire/tokens.ts'
import type { World } from '../world.ts'
import type { BillingKeyRecord, Means, PaymentStart } from './records.ts'
import { within } from './store.ts'

/**
 * The billing key of a card or account, made on first use. A partner that registers the same card again gets the same
 * key (docs/protocol/domestic.md section 3.9).
 */
export function registerMeans(
  world: World,
  start: PaymentStart,
  means: Means,
  pin: string | undefined,
): { key: BillingKeyRecord; existed: boolean } {
  const { store, settings } = world
  const index = indexOf(start.merchant, means)
  const known = store.billingKeysByMeans.get(index)
  const provisional = start.request.work === 'CERT' && !settings.keepUnconfirmedKeys
  if (known !== undefined) {
    known.pin = pin ?? known.pin
    known.provisional &&= provisional
    return { key: known, existed: true }
  }
  const { fields } = start.request
  const key: BillingKeyRecord = {
    payerId: shortToken(settings.random),
    merchant: start.merchant,
    means,
    payerNo: fields.get('PCD_PAYER_NO') ?? '',
    payerName: fields.get('PCD_PAYER_NAME') || (means.type === 'transfer' ? means.holder : ''),
    payerHp: fields.get('PCD_PAYER_HP') ?? '',
    taxed: fields.get('PCD_PAY_ISTAX') !== 'N',
    pin,
    provisional,
    createdAt: settings.now(),
  }
  store.billingKeys.set(within(start.merchant, key.payerId), key)
  store.billingKeysByMeans.set(index, key)
  return { key, existed: false }
}

/** A partner's billing key, unless it was never made, has been deleted, or does not count yet. */
export function findBillingKey(world: World, merchant: Merchant, payerId: string): BillingKeyRecord | undefined {
  const key = findUnconfirmedKey(world, merchant, payerId)
  return key?.provisional ? undefined : key
}

/** The same for the confirm, which is what makes a provisional key count. */
export function findUnconfirmedKey(world: World, merchant: Merchant, payerId: string): BillingKeyRecord | undefined {
  return world.store.billingKeys.get(within(merchant, payerId))
}

/** Unregisters a card or account. Registering it again makes another key. */
export function forgetBillingKey({ store }: World, { merchant, payerId, means }: BillingKeyRecord): void {
  store.billingKeys.delete(within(merchant, payerId))
  store.billingKeysByMeans.delete(indexOf(merchant, means))
}

function indexOf(merchant: Merchant, means: Means): string {
  return within(merchant, means.type === 'card' ? means.number : `${means.bank}/${means.number}`)
}
