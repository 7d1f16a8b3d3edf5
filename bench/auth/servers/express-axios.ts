/**
 * The same route in the way of Payple's Node sample: Express with its body parsers, axios with its defaults, the gateway's whole answer
 * to the browser. Written for this comparison; unlike the sample it does not let the caller's body replace the keys.
 */
import axios from 'axios'
import express from 'express'

import { MERCHANT, SHOP } from '../../merchant.ts'
import { listen } from '../../process/listen.ts'
import { serve } from '../../process/serve.ts'
import { stateOf } from './question.ts'

const [gateway = ''] = process.argv.slice(2)
const app = express()
app.use(express.json())
app.use(express.urlencoded({ extended: false }))

app.post('/auth', async (_request, response) => {
  try {
    const keys = { cst_id: MERCHANT.cstId, custKey: MERCHANT.custKey }
    const headers = { 'content-type': 'application/json', referer: SHOP }
    const { data } = await axios.post<unknown>(`${gateway}/php/auth.php`, keys, { headers })
    response.json(data)
  } catch {
    response.status(502).json({ result: 'error', result_msg: '' })
  }
})

const origin = await listen(app)

serve(() => stateOf(origin))
