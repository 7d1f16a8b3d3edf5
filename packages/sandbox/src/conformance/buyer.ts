/** A buyer with a browser that can be told to lie. */
import type { Sandbox } from '../sandbox.ts'
import type { Fields } from './shop.ts'
import { ANY_HOST, post, windowId } from './window.ts'

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
  const { pathname, search } = new URL(request['PCD_PAY_URL'] ?? '/index.php?ACT_=PAYM', ANY_HOST)
  const id = await windowId(await post(sandbox, pathname + search, fields, { origin }), 'payment')
  const typed = { number: card, expiry: '12/49', birth: '900101', password: '12', agree: 'Y' }
  const step = await post(sandbox, `/_/window/${id}/card`, typed)
  const { result, kind } = (await step.json()) as { result?: Fields; kind: string }
  if (result === undefined) throw new Error(`The payment window did not finish: ${kind}.`)
  return result
}
