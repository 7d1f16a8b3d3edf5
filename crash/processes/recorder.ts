/** The shop's side of `onSettled`: an address that notes every delivery, and now and then refuses one. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Settled } from '@payple-kit/server'

import type { Chance } from '../random.ts'

/** One arrival. A refused one does not count: the shop has not taken it. */
export interface Delivery {
  readonly at: number
  readonly settled: Settled
  readonly taken: boolean
}

export interface Recorder {
  readonly url: string
  readonly deliveries: readonly Delivery[]
  /** From now on every message is taken. */
  becomeReliable(): void
  close(): void
}

export async function startRecorder(chance: Chance): Promise<Recorder> {
  const deliveries: Delivery[] = []
  let refusals = 0.08
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const taken = !chance.happens(refusals)
      deliveries.push({ at: Date.now(), settled: JSON.parse(body) as Settled, taken })
      response.writeHead(taken ? 200 : 503).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliveries,
    becomeReliable: () => void (refusals = 0),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
