/** The network between companions and gateway: counts what leaves, lets processes die, and lets the gateway take too much. */
import type { Sandbox } from '@payple-kit/sandbox'

import { asNetwork } from '../test-shop.ts'

/** A call that moves money, as it left a companion. */
interface Sent {
  readonly operation: 'confirm' | 'repay' | 'cancel'
  /** Order number; of a confirm, the key of its authentication. */
  readonly subject: string
}

export type Fetch = (request: Request) => Promise<Response>

export interface Wire {
  readonly sent: readonly Sent[]
  readonly fetch: Fetch
  /** The next charge of a card takes one won more than it was asked for. */
  overchargeNext(): void
  /** A network of one process that stops at its n-th call, before or after the call reached the gateway. */
  dying(at: number, arrives: boolean): { readonly fetch: Fetch; readonly died: Promise<void> }
  /** Lets stopped processes go on: what they waited to send leaves now, what was answered is read now. */
  wake(): Promise<void>
}

const MOVING = /(Confirm)|(RePay|SimplePay)|(cPayCAct)/

/** `answered`: called before an answer is handed back, so that messages may overtake it. */
export function createWire(sandbox: Sandbox, answered: () => Promise<void>): Wire {
  const network = asNetwork(sandbox)
  const sent: Sent[] = []
  let asleep: (() => Promise<unknown>)[] = []
  let overcharge = false

  async function send(request: Request): Promise<Response> {
    const [, confirm, repay, cancel] = MOVING.exec(request.url) ?? []
    const operation = confirm ? 'confirm' : repay ? 'repay' : cancel ? 'cancel' : undefined
    let outgoing = request
    if (operation !== undefined) {
      const fields = (await request.clone().json()) as Record<string, string>
      sent.push({ operation, subject: fields[confirm ? 'PCD_PAY_REQKEY' : 'PCD_PAY_OID'] ?? '' })
      if (repay && overcharge) {
        overcharge = false
        const PCD_PAY_TOTAL = String(Number(fields['PCD_PAY_TOTAL']) + 1)
        outgoing = new Request(request, { method: 'POST', body: JSON.stringify({ ...fields, PCD_PAY_TOTAL }) })
      }
    }
    try {
      return await network(outgoing)
    } finally {
      await answered()
    }
  }

  return {
    sent,
    fetch: send,
    overchargeNext: () => {
      overcharge = true
    },
    dying(at, arrives) {
      const { promise: died, resolve: die } = Promise.withResolvers<void>()
      let calls = 0
      const fetch: Fetch = async (request) => {
        if (calls++ !== at) return send(request)
        // What the process would read if it woke up: kept as a result, because nobody may ever ask for it.
        const early = arrives ? await Promise.allSettled([send(request)]) : undefined
        die()
        const woken = await new Promise<PromiseSettledResult<Response>>((resolve) => {
          asleep.push(async () => {
            const [end] = early ?? (await Promise.allSettled([send(request)]))
            resolve(end)
          })
        })
        if (woken.status === 'rejected') throw woken.reason
        return woken.value
      }
      return { fetch, died }
    },
    async wake() {
      const all = asleep
      asleep = []
      await Promise.all(all.map((each) => each()))
    },
  }
}
