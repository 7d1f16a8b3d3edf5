/** `/_/api/*`: the control object over HTTP, for tests in other processes and for the dashboard. */
import type { SandboxControl } from '../control.ts'
import { readBody } from '../wire/fields.ts'
import type { World } from '../world.ts'

/** Answers an admin call, after making sure that no other web page made it. */
export async function answerAdmin(world: World, control: SandboxControl, request: Request): Promise<Response> {
  const { pathname, origin } = new URL(request.url)
  const refusal = refuseStranger(request, origin)
  if (refusal !== undefined) return refusal
  switch (`${request.method} ${pathname}`) {
    case 'GET /_/api/payments':
      return json(control.payments())
    case 'GET /_/api/billing-keys':
      return json(control.billingKeys())
    case 'GET /_/api/events':
      return json(world.events.list())
    case 'POST /_/api/faults':
      return addFault(control, await readBody(request))
    case 'DELETE /_/api/faults':
      control.clearFaults()
      return json({ status: 'ok' })
    case 'POST /_/api/reset':
      control.reset()
      return json({ status: 'ok' })
    default:
      return json({ error: `No ${request.method} ${pathname}.` }, 404)
  }
}

/** A page the developer happens to have open could otherwise reset the sandbox or read test data. */
function refuseStranger(request: Request, own: string): Response | undefined {
  const from = request.headers.get('origin')
  const crossSite = request.headers.get('sec-fetch-site') === 'cross-site'
  if (crossSite || (from !== null && from !== own)) {
    return json({ error: 'Admin calls are refused from other origins.' }, 403)
  }
  const type = request.headers.get('content-type') ?? ''
  if (request.method === 'POST' && !/^application\/json\b/i.test(type)) {
    return json({ error: 'Send content-type: application/json.' }, 415)
  }
  return undefined
}

function addFault(control: SandboxControl, body: string): Response {
  try {
    control.fault(JSON.parse(body))
    return json({ status: 'ok' }, 201)
  } catch (error) {
    return json({ error: error instanceof Error ? error.message : 'Not JSON.' }, 400)
  }
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
