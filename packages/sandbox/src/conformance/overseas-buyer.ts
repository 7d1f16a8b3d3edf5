/** A buyer in the overseas window, with a browser that can be told to lie. */
import type { Sandbox } from '../sandbox.ts'
import type { Fields } from './shop.ts'

const ANY_HOST = 'http://sandbox.invalid'

/**
 * Opens the overseas window with the server's fields, `Authorization` among them, and pays. Resolves with the form that is posted to
 * `resultUrl`.
 *
 * @param changes fields that the browser changes before the window opens
 */
export async function payOverseasIn(sandbox: Sandbox, request: Fields, changes: Fields = {}): Promise<Fields> {
  const post = (path: string, fields: Fields): Promise<Response> =>
    sandbox.fetch(new Request(ANY_HOST + path, { method: 'POST', body: new URLSearchParams({ ...fields }) }))
  const page = await (await post('/_/gpay/open', { ...request, ...changes })).text()
  const [, id] = /"id":"([0-9a-f]{32})"/.exec(page) ?? []
  if (id === undefined)
    throw new Error(`The overseas window was refused: ${/<p[^>]*>([^<]+)/.exec(page)?.[1] ?? page.slice(0, 200)}`)
  const typed = { number: '4242424242424242', expiry: '12/49', securityCode: '123', agree: 'Y' }
  const names = { firstName: 'Jane', lastName: 'Doe', email: 'jane@example.com' }
  const { fields, kind } = (await (await post(`/_/gpay/${id}/pay`, { ...typed, ...names })).json()) as {
    fields?: Fields
    kind: string
  }
  if (fields === undefined) throw new Error(`The overseas window did not finish: ${kind}.`)
  return fields
}
