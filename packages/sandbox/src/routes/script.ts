/** Serves the two scripts. No caching, so that a restarted sandbox is never answered for by an old copy. */
import { type Generation, scriptText } from '../script/script-text.ts'
import { overseasScript } from '../overseas/script.ts'
import { originOf, record, type World } from '../world.ts'
import { underFault } from './under-fault.ts'

/** Answers a script tag. */
export function answerScript(world: World, request: Request, generation: Generation): Promise<Response> {
  return underFault(world, { operation: 'script', request }, () => {
    record(world, 'script.served', { request })
    return scriptAnswer(scriptText({ generation, origin: originOf(world, request), embedded: world.settings.embedded }))
  })
}

/** Where the overseas window's script is (docs/protocol/overseas.md section 1.1). */
export const GPAY_SCRIPT_PATH = '/common/js/gpay-1.0.1.js'

/** Answers the script tag of the overseas window. */
export function answerGpayScript(world: World, request: Request): Promise<Response> {
  return underFault(world, { operation: 'script', request }, () => {
    record(world, 'script.served', { request })
    return scriptAnswer(overseasScript(originOf(world, request)))
  })
}

function scriptAnswer(text: string): Response {
  return new Response(text, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  })
}
