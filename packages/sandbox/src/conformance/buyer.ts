/** A buyer with a browser that can be told to lie. */
import type { Sandbox } from '../sandbox.ts'
import type { Fields } from './shop.ts'

const APPROVES = '4242424242424242'

/**
 * Opens the window with the server's fields and pays. Resolves with what the page's callback would get.
 *
 * @param changes fields that the browser changes before the window opens
 */
export async function payIn(
  sandbox: Sandbox,
  origin: string,
  request: Fields,
  { changes = {}, card = APPROVES }: { changes?: Fields; card?: string } = {},
): Promise<Fields> {
  const fields = { PCD_HTTP_REFERER: `${origin}/`, ...request, ...changes }
  const target = new URL(request['PCD_PAY_URL'] ?? '/index.php?ACT_=PAYM', SANDBOX)
  const open = new Request(new URL(target.pathname + target.search, SANDBOX), {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams(fields),
  })
  const page = await (await sandbox.fetch(open)).text()
  const [, id] = /"id":"([0-9a-f]{32})"/.exec(page) ?? []
  if (id === undefined)
    throw new Error(`The payment window was refused: ${/<p[^>]*>([^<]+)/.exec(page)?.[1] ?? page.slice(0, 200)}`)
  const typed = { number: card, expiry: '12/49', birth: '900101', password: '12', agree: 'Y' }
  const step = await sandbox.fetch(
    new Request(`${SANDBOX}/_/window/${id}/card`, { method: 'POST', body: new URLSearchParams(typed) }),
  )
  const { result, kind } = (await step.json()) as { result?: Fields; kind: string }
  if (result === undefined) throw new Error(`The payment window did not finish: ${kind}.`)
  return result
}

/** Only the path counts: `sandbox.fetch` answers for any host. */
const SANDBOX = 'http://sandbox.invalid'
