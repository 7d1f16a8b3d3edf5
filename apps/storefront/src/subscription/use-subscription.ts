import { useState } from 'react'
import type { SubscriptionView } from '../../shared/subscription-api.ts'
import { fetchSubscription } from '../api/subscription-client.ts'
import { useResource } from '../api/use-resource.ts'

/** What is being done right now, so that its own button can say so. */
export type Doing = 'start' | 'charge' | 'change' | 'cancel'

/** The subscription, and what is done to it. Every answer of the server is the whole new state. */
export function useSubscription() {
  const resource = useResource('subscription', fetchSubscription)
  const [answer, setAnswer] = useState<SubscriptionView>()
  const [doing, setDoing] = useState<Doing>()
  const [failed, setFailed] = useState(false)

  /** @returns the new state, or nothing when the server could not be reached or refused */
  const act = async (what: Doing, run: () => Promise<SubscriptionView>): Promise<SubscriptionView | undefined> => {
    if (doing !== undefined) return undefined
    setDoing(what)
    setFailed(false)
    const next = await run().catch(() => undefined)
    setDoing(undefined)
    setFailed(next === undefined)
    if (next) setAnswer(next)
    return next
  }
  const view = answer ?? (resource.status === 'ready' ? resource.data : undefined)
  return { status: resource.status, view, doing, failed, act, reload: resource.reload }
}
