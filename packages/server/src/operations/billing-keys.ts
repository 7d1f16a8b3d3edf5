import type { BillingKeyRef, PaypleError } from '@payple-kit/core'

import { refOf } from '../billing-keys/ref-of.ts'
import { removeKey } from '../billing-keys/remove-key.ts'
import type { Context } from '../context.ts'
import { serverError } from '../errors.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import { createCharge } from './charge.ts'
import type { Charge } from './charge.ts'

/** A registered card or account with what the ledger knows of it. */
export interface StoredBillingKey extends BillingKeyRef {
  /** The order id it was registered under. */
  readonly orderId: string
  readonly type: 'card' | 'transfer'
  /** Overseas keys are left by payments; Payple has no call to check or delete them (docs/protocol/overseas.md 5.2). */
  readonly product: 'domestic' | 'overseas'
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** Set when it does not work any more. */
  readonly removedAt?: string | undefined
  readonly removedBy?: 'merchant' | 'console' | 'gateway' | undefined
}

/** How a deletion ended. `unknown`: Payple did not answer clearly; delete again, it does no harm. */
export type DeletionOutcome =
  | { readonly status: 'deleted'; readonly billingKey: StoredBillingKey }
  | { readonly status: 'failed'; readonly error: PaypleError }
  | { readonly status: 'unknown' }

/** Registered cards and accounts. What a shop's server may do with them; the key itself stays sealed. */
export interface BillingKeys {
  /** Charges a card or account without the buyer: the recurring payment. At most one charge per order, whatever happens. */
  readonly charge: Charge
  /** Keys registered under an order id, newest first; use one order id per member. */
  list(orderId: string): Promise<readonly StoredBillingKey[]>
  /**
   * One key.
   *
   * @returns `undefined` for an unknown reference
   */
  get(id: string): Promise<StoredBillingKey | undefined>
  /**
   * Asks Payple whether the key still works (PUSERINFO). A key that Payple does not know any more is marked removed.
   *
   * @returns `undefined` for an unknown reference; `working` is `undefined` when Payple could not be asked
   */
  check(
    id: string,
  ): Promise<{ readonly billingKey: StoredBillingKey; readonly working: boolean | undefined } | undefined>
  /**
   * Deletes a key at Payple (PUSERDEL) and marks it removed. Deleting a deleted one says `deleted` again. Of an overseas card only our copy can be
   * deleted.
   */
  delete(id: string): Promise<DeletionOutcome>
}

/** Builds the billing-key methods. */
export function createBillingKeys(context: Context): BillingKeys {
  const { ledger, scope } = context.settings

  async function find(id: string): Promise<SealedBillingKey | undefined> {
    const key = await ledger.billingKey(id)
    return key?.scope === scope ? key : undefined
  }

  return {
    charge: createCharge(context),
    list: async (orderId) => (await ledger.billingKeysOf(scope, orderId)).map(storedOf),
    get: async (id) => {
      const key = await find(id)
      return key && storedOf(key)
    },
    check: async (id) => {
      const key = await find(id)
      if (key === undefined) return undefined
      if (key.removedAt !== null || context.vault === undefined)
        return { billingKey: storedOf(key), working: key.removedAt === null ? undefined : false }
      const working = await isKnownAtGateway(context, key)
      if (working === false) await removeKey(context, id, 'gateway')
      return { billingKey: storedOf((await find(id)) ?? key), working }
    },
    delete: async (id) => {
      const key = await find(id)
      if (key === undefined) return { status: 'failed', error: serverError('BILLING_KEY_NOT_FOUND') }
      // What Payple removed by itself may still be there: one of its refusals says that removing failed (RPCD1002).
      if (key.removedAt !== null && key.removedBy !== 'gateway') return { status: 'deleted', billingKey: storedOf(key) }
      if (key.product === 'overseas') {
        await removeKey(context, id, 'merchant')
        return { status: 'deleted', billingKey: storedOf((await find(id)) ?? key) }
      }
      if (context.vault === undefined) return { status: 'failed', error: serverError('BILLING_KEYS_NOT_CONFIGURED') }
      const payerId = await context.vault.open(key)
      const reply = await context.gateway.deleteBillingKey(payerId)
      if (reply.kind === 'refused') return { status: 'failed', error: serverError('AUTH_REFUSED', reply) }
      if (reply.kind === 'not-sent') return { status: 'failed', error: serverError('GATEWAY_UNREACHABLE') }
      // Lost, or refused because it is gone already: whether Payple still knows it tells.
      const done = reply.kind === 'answer' && reply.answer.status === 'success'
      const known = done ? false : await isKnownAtGateway(context, key)
      if (known === false) {
        await removeKey(context, id, 'merchant')
        return { status: 'deleted', billingKey: storedOf((await find(id)) ?? key) }
      }
      if (reply.kind === 'lost' || known === undefined) return { status: 'unknown' }
      return { status: 'failed', error: serverError('BILLING_KEY_NOT_DELETED', { gatewayCode: reply.answer.code }) }
    },
  }
}

/** The call's success is `PUSER0000`, or `PUER0000` (docs/protocol/domestic.md 9). */
const OWN_CODE = /^PUS?ER\d/

/** Whether Payple knows the key; `undefined` when it cannot be asked. "No" is said twice before it counts, each time to a fresh authentication. */
export async function isKnownAtGateway(context: Context, key: SealedBillingKey): Promise<boolean | undefined> {
  if (context.vault === undefined || key.product === 'overseas') return undefined
  const payerId = await context.vault.open(key)
  const first = await askAbout(context, payerId)
  return first === false ? askAbout(context, payerId) : first
}

async function askAbout({ gateway }: Context, payerId: string): Promise<boolean | undefined> {
  const reply = await gateway.billingKey(payerId)
  if (reply.kind !== 'answer') return undefined
  const { status, code, payerId: found } = reply.answer
  if (status === 'success') return found === payerId
  // No source lists the codes of an unknown key. Only one of this call's own family says it; trouble at Payple must not take living
  // cards away.
  return status === 'error' && OWN_CODE.test(code ?? '') ? false : undefined
}

/** A stored key in plain words. */
function storedOf(key: SealedBillingKey): StoredBillingKey {
  const { orderId, payType: type, product, createdAt, removedAt, removedBy } = key
  return {
    ...refOf(key),
    orderId,
    type,
    product,
    createdAt: new Date(createdAt).toISOString(),
    ...(removedAt === null ? {} : { removedAt: new Date(removedAt).toISOString() }),
    ...(removedBy === null ? {} : { removedBy }),
  }
}
