/** The floor: nothing but `node:http`, which adds the merchant's keys and passes the answer on as it comes. */
import { request } from 'node:http'

import { MERCHANT, SHOP } from '../../merchant.ts'
import { listen } from '../../process/listen.ts'
import { serve } from '../../process/serve.ts'
import { stateOf } from './question.ts'

const [gateway = ''] = process.argv.slice(2)
const body = Buffer.from(JSON.stringify({ cst_id: MERCHANT.cstId, custKey: MERCHANT.custKey }))
const headers = { 'content-type': 'application/json', 'content-length': body.byteLength, referer: SHOP }

const origin = await listen((incoming, outgoing) => {
  incoming.resume().once('end', () => {
    const upstream = request(`${gateway}/php/auth.php`, { method: 'POST', headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? '' })
      answer.pipe(outgoing)
    })
    upstream.once('error', () => outgoing.writeHead(502).end())
    upstream.end(body)
  })
})

serve(() => stateOf(origin))
