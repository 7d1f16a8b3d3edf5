/** The auth route beside a bare proxy and beside the sample's way, interleaved, so that a slow minute hits all of them. */
import { startChild } from '../process/child.ts'
import type { Child } from '../process/child.ts'
import type { Usage } from '../process/usage.ts'
import type { Hits, Shots } from './cannon.ts'
import type { ServerState } from './servers/question.ts'

export interface Round extends Hits, Pick<Usage, 'rssMb'> {
  /** Processor time of the server per request, in milliseconds. */
  readonly cpuPerRequest: number
}

export interface Subject {
  readonly name: string
  readonly rounds: readonly Round[]
}

export interface AuthPlan {
  readonly connections: number
  readonly seconds: number
  readonly rounds: number
}

type Server = Child<'fresh' | 'state', ServerState>

const SERVERS: readonly (readonly [name: string, file: string])[] = [
  ['payple-kit', 'companion'],
  ['node:http proxy', 'bare-proxy'],
  ['Express + axios', 'express-axios'],
]

export async function benchAuth(
  { connections, seconds, rounds }: AuthPlan,
  folder: string,
): Promise<readonly Subject[]> {
  const gateway = startChild<'state', { origin: string }>(new URL('./servers/gateway.ts', import.meta.url))
  const cannon = startChild<Shots, Hits>(new URL('./cannon.ts', import.meta.url))
  const { origin } = await gateway.ask('state')
  const subjects = SERVERS.map(([name, file]) => ({
    name,
    server: startChild<'fresh' | 'state', ServerState>(new URL(`./servers/${file}.ts`, import.meta.url), [
      origin,
      folder,
    ]),
    rounds: [] as Round[],
  }))
  try {
    // The first one only warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const subject of subjects) {
        const measured = await measure(subject.server, cannon, { connections, seconds: round === 0 ? 2 : seconds })
        if (round > 0) subject.rounds.push(measured)
      }
    }
  } finally {
    await Promise.all([...subjects.map(({ server }) => server), cannon, gateway].map((child) => child.stop()))
  }
  return subjects
}

async function measure(
  server: Server,
  cannon: Child<Shots, Hits>,
  shots: Pick<Shots, 'connections' | 'seconds'>,
): Promise<Round> {
  const { origin, paths, cpuMs } = await server.ask('fresh')
  const hits = await cannon.ask({ origin, paths, ...shots })
  const after = await server.ask('state')
  return { ...hits, cpuPerRequest: (after.cpuMs - cpuMs) / hits.requests, rssMb: after.rssMb }
}
