/** How a scripted buyer works a payment window: both products' windows answer alike. */
import type { Sandbox } from '../sandbox.ts'
import type { Fields } from './shop.ts'

/** Only the path counts: `sandbox.fetch` answers for any host. */
export const ANY_HOST = 'http://sandbox.invalid'

/** Posts a form, as the window and the script do. */
export function post(sandbox: Sandbox, path: string, fields: Fields, headers: Fields = {}): Promise<Response> {
  return sandbox.fetch(
    new Request(ANY_HOST + path, { method: 'POST', headers, body: new URLSearchParams({ ...fields }) }),
  )
}

/**
 * The id in the page of a window that opened.
 *
 * @param which `payment` or `overseas`, for the message
 * @throws Error with the window's own words when it refused to open
 */
export async function windowId(response: Response, which: string): Promise<string> {
  const page = await response.text()
  const [, id] = /"id":"([0-9a-f]{32})"/.exec(page) ?? []
  if (id !== undefined) return id
  throw new Error(`The ${which} window was refused: ${/<p[^>]*>([^<]+)/.exec(page)?.[1] ?? page.slice(0, 200)}`)
}
