import type { BillingKeys } from '@payple-kit/server'
import { Hono } from 'hono'
import { readJson, readText, refuse, smallBody } from '../read-json.ts'
import { ensureSession, memberOf, sessionOf } from '../session.ts'
import type { DefaultCardStore } from './default-card-store.ts'
import { registrationIdOf } from './registration.ts'
import type { SavedCards } from './saved-cards.ts'

export interface CardsApiOptions {
  readonly cards: SavedCards
  readonly billingKeys: Pick<BillingKeys, 'delete'>
  readonly defaults: DefaultCardStore
  readonly secure: boolean
}

/** A reference to a saved card. The billing key behind it never leaves the companion. */
export const CARD_ID = /^bk_[\w-]{10,40}$/

/** A member's saved cards, below `/api`. */
export function cardsApi({ cards, billingKeys, defaults, secure }: CardsApiOptions): Hono {
  const api = new Hono()

  api.get('/cards', async (c) => {
    const member = memberOf(ensureSession(c, secure))
    return c.json({ registrationId: registrationIdOf(member), cards: await cards.list(member) })
  })

  api.put('/cards/default', smallBody, async (c) => {
    const member = signedIn(c.req.raw)
    const { id } = await cards.own(member, readText(await readJson(c), 'card', CARD_ID))
    defaults.set(member, id)
    return c.json({ cards: await cards.list(member) })
  })

  api.delete('/cards/:id', async (c) => {
    const { id } = await cards.own(signedIn(c.req.raw), c.req.param('id'))
    const outcome = await billingKeys.delete(id)
    if (outcome.status === 'failed') return c.json({ status: 'failed', error: outcome.error })
    if (outcome.status === 'deleted') defaults.forget(id)
    return c.json({ status: outcome.status })
  })

  return api
}

/** @throws a 404 shop error: a browser without a session has no cards */
export function signedIn(request: Request): string {
  const session = sessionOf(request)
  return session === undefined ? refuse(404, 'CARD_NOT_FOUND', 'This browser has no cards.', 'card') : memberOf(session)
}
