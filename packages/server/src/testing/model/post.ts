/** Payple's messages on their way to the shop, handed over when the history says so and waited for until they are handled. */
import type { Ledger } from '../../ledger/ledger.ts'
import { SHOP } from '../test-shop.ts'

export const SECRET = 'a-secret-nobody-guesses'
export const HOOK: string = `${SHOP}/payple/webhooks/domestic/${SECRET}`

export interface Post {
  /** Takes a message from the sandbox. */
  readonly collect: (request: Request) => Promise<Response>
  /** The same ledger, watched: it tells when the messages that were handed over are handled. */
  watch(ledger: Ledger): Ledger
  /** Hands over what is waiting, and waits until it was handled. */
  flush(reversed?: boolean): Promise<void>
  /** Hands over everything that ever came, once more. */
  repeat(reversed: boolean): Promise<void>
  /** Hands over a message that Payple never sent. */
  forge(fields: Readonly<Record<string, string>>): Promise<void>
}

export function createPost(hand: (request: Request) => Promise<Response>): Post {
  const seen: string[] = []
  let waiting: string[] = []
  let handing = false
  let atWork = 0
  let idle: (() => void)[] = []

  /** Whoever handles one right now is asking the gateway, and this is its answer: waiting for that would never end. */
  const isBusy = (): boolean => handing || atWork > 0

  const done = (): void => {
    if (atWork > 0) return
    for (const each of idle) each()
    idle = []
  }

  async function handOver(bodies: readonly string[]): Promise<void> {
    // Handling one asks the gateway, whose answers bring messages of their own: they wait for their turn.
    handing = true
    try {
      for (const body of bodies) {
        const headers = { 'content-type': 'application/json' }
        await hand(new Request(HOOK, { method: 'POST', headers, body }))
        if (atWork > 0) await new Promise<void>((resolve) => idle.push(resolve))
      }
    } finally {
      handing = false
    }
  }

  return {
    collect: async (request) => {
      if (request.method !== 'POST') return new Response()
      const body = await request.text()
      seen.push(body)
      waiting.push(body)
      return new Response()
    },
    watch: (ledger) => ({
      ...ledger,
      takeWebhooks: async (...query) => {
        atWork += 1
        const rows = await ledger.takeWebhooks(...query)
        atWork += rows.length - 1
        done()
        return rows
      },
      closeWebhook: async (...end) => {
        await ledger.closeWebhook(...end)
        atWork -= 1
        done()
      },
    }),
    flush: async (reversed = false) => {
      while (!isBusy() && waiting.length > 0) {
        const bodies = waiting
        waiting = []
        await handOver(reversed ? bodies.toReversed() : bodies)
      }
    },
    repeat: async (reversed) => {
      if (!handing) await handOver(reversed ? seen.toReversed() : [...seen])
    },
    forge: async (fields) => {
      if (!handing) await handOver([JSON.stringify(fields)])
    },
  }
}
