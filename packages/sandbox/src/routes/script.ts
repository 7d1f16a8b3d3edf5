/** Serves the two scripts. No caching, so that a restarted sandbox is never answered for by an old copy. */
import { type Generation, scriptText } from '../script/script-text.ts'
import { originOf, record, type World } from '../world.ts'
import { underFault } from './under-fault.ts'

/** Answers a script tag. */
export function answerScript(world: World, request: Request, generation: Generation): Promise<Response> {
  return underFault(world, { operation: 'script', request }, () => {
    record(world, 'script.served', { request })
    const text = scriptText({ generation, origin: originOf(world, request), embedded: world.settings.embedded })
    return new Response(text, {
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
    })
  })
}
