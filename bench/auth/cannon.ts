/** Fires at one server with autocannon, in a process of its own. */
import autocannon from 'autocannon'

import { SHOP } from '../merchant.ts'
import { serve } from '../process/serve.ts'

export interface Shots {
  readonly origin: string
  readonly paths: readonly string[]
  readonly connections: number
  readonly seconds: number
}

export interface Hits {
  readonly perSecond: number
  readonly requests: number
  readonly p50: number
  readonly p99: number
  /** Anything but 200, time-outs included. */
  readonly wrong: number
}

/** What Payple's script of 2018 posts: a form with one empty field (docs/protocol/domestic.md 3.3). */
const BOUNDARY = 'bench-form'
const BODY = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="payple_dir_path"\r\n\r\n\r\n--${BOUNDARY}--\r\n`
const HEADERS = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, origin: SHOP }

serve(async ({ origin, paths, connections, seconds }: Shots): Promise<Hits> => {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: paths.map((path) => ({ method: 'POST', path, headers: HEADERS, body: BODY })),
  })
  const { requests, latency, non2xx, errors, timeouts, duration } = result
  return {
    // Not its average of whole seconds, in which the last one is cut short.
    perSecond: requests.total / duration,
    requests: requests.total,
    p50: latency.p50,
    p99: latency.p99,
    wrong: non2xx + errors + timeouts,
  }
})
