/** A Payple that answers `auth.php` at once, and nothing else. */
import { authAnswer } from '../../auth-answer.ts'
import { listen } from '../../process/listen.ts'
import { serve } from '../../process/serve.ts'

let answer: Buffer
const origin = await listen((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.byteLength })
    response.end(answer)
  })
})
answer = Buffer.from(authAnswer(origin, '/index.php?ACT_=PAYM'))

serve(() => ({ origin }))
