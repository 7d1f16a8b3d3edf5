import { Hono } from 'hono'
import { CARD_ID, signedIn } from '../cards/cards-api.ts'
import type { SavedCards } from '../cards/saved-cards.ts'
import { readJson, readText, refuse, smallBody } from '../read-json.ts'
import { memberOf, sessionOf } from '../session.ts'
import { koreanDay, monthOf } from './calendar.ts'
import { chargeMonth, type Charging } from './charge-month.ts'
import { startSubscription } from './start-subscription.ts'
import type { SubscriptionRow } from './subscription-store.ts'
import { subscriptionView } from './subscription-view.ts'

/** A member's subscription, below `/api/subscription`. Every route answers with the whole view, so the page has one state. */
export function subscriptionApi(parts: Charging & { readonly cards: SavedCards }): Hono {
  const { store, cards, clock } = parts
  const api = new Hono()

  const own = (member: string): SubscriptionRow =>
    store.ofMember(member) ?? refuse(404, 'SUBSCRIPTION_NOT_FOUND', 'There is no subscription.')

  api.get('/', (c) => {
    const session = sessionOf(c.req.raw)
    return c.json(subscriptionView(store, session === undefined ? undefined : memberOf(session)))
  })

  api.post('/', smallBody, async (c) => {
    const member = signedIn(c.req.raw)
    const card = await cards.own(member, readText(await readJson(c), 'card', CARD_ID))
    const row = startSubscription(store, member, card.id, clock())
    if (row.nextOn <= koreanDay(clock())) await chargeMonth(parts, row)
    return c.json(subscriptionView(store, member))
  })

  api.put('/card', smallBody, async (c) => {
    const member = signedIn(c.req.raw)
    const card = await cards.own(member, readText(await readJson(c), 'card', CARD_ID))
    store.save({ ...own(member), card: card.id })
    return c.json(subscriptionView(store, member))
  })

  // Tries a failed month again. Ahead of its day it is the demo's "next month, please": a real shop would refuse that.
  api.post('/charge', smallBody, async (c) => {
    const member = signedIn(c.req.raw)
    const row = own(member)
    const month = readText(await readJson(c), 'month', /^\d{6}$/)
    // The page names the month it means: a second click finds that month paid, and charges nothing.
    if (row.status !== 'canceled' && month === monthOf(row.nextOn)) await chargeMonth(parts, row)
    return c.json(subscriptionView(store, member))
  })

  api.delete('/', (c) => {
    const member = signedIn(c.req.raw)
    store.save({ ...own(member), status: 'canceled', tryOn: null })
    return c.json(subscriptionView(store, member))
  })

  return api
}
