/** `/_/api/*`: the control object over HTTP, for tests in other processes and for the dashboard. */
import type { SandboxControl } from '../control/control.ts'
import { readBody } from '../wire/fields.ts'
import type { World } from '../world.ts'
import { ADMIN_ACTIONS, ADMIN_LISTS } from './admin-actions.ts'

/** Answers an admin call, after making sure that no other web page made it. */
export async function answerAdmin(world: World, control: SandboxControl, request: Request): Promise<Response> {
  const { pathname, origin } = new URL(request.url)
  const refusal = refuseStranger(request, origin)
  if (refusal !== undefined) return refusal
  const name = pathname.slice('/_/api/'.length)
  if (request.method === 'GET') {
    if (name === 'events') return json(newest(world.events.list(), request))
    if (name === 'pulse') return json({ count: world.events.count() })
    const list = Object.hasOwn(ADMIN_LISTS, name) ? ADMIN_LISTS[name] : undefined
    if (list !== undefined) return json(newest(list(control), request))
  }
  if (request.method === 'DELETE' && name === 'faults') {
    control.clearFaults()
    return json({ status: 'ok' })
  }
  if (request.method === 'DELETE' && name === 'scenarios') {
    control.clearScenarios()
    return json({ status: 'ok' })
  }
  const action = request.method === 'POST' && Object.hasOwn(ADMIN_ACTIONS, name) ? ADMIN_ACTIONS[name] : undefined
  if (action === undefined) return json({ error: `No ${request.method} ${pathname}.` }, 404)
  try {
    const answer = await action(control, parse(await readBody(request)))
    return json(answer ?? { status: 'ok' }, name === 'faults' || name === 'scenarios' ? 201 : 200)
  } catch (error) {
    // Only a wrong request: anything else is a mistake of the sandbox and must not look like one of the caller.
    if (error instanceof TypeError || error instanceof RangeError) return json({ error: error.message }, 400)
    throw error
  }
}

/** `?limit=N`: the newest N of a list. */
function newest(list: unknown, request: Request): unknown {
  const limit = Number(new URL(request.url).searchParams.get('limit') ?? Number.NaN)
  return Array.isArray(list) && Number.isInteger(limit) && limit > 0 ? (list as unknown[]).slice(-limit) : list
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

function parse(body: string): unknown {
  if (body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    throw new TypeError('The body is not JSON.')
  }
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
