/** A buyer in the overseas window, with a browser that can be told to lie. */
import type { Sandbox } from '../sandbox.ts'
import type { Fields } from './shop.ts'
import { post, windowId } from './window.ts'

/**
 * Opens the overseas window with the server's fields, `Authorization` among them, and pays. Resolves with the form that is posted to
 * `resultUrl`.
 *
 * @param changes fields that the browser changes before the window opens
 */
export async function payOverseasIn(sandbox: Sandbox, request: Fields, changes: Fields = {}): Promise<Fields> {
  const id = await windowId(await post(sandbox, '/_/gpay/open', { ...request, ...changes }), 'overseas')
  const typed = { number: '4242424242424242', expiry: '12/49', securityCode: '123', agree: 'Y' }
  const names = { firstName: 'Jane', lastName: 'Doe', email: 'jane@example.com' }
  const step = await post(sandbox, `/_/gpay/${id}/pay`, { ...typed, ...names })
  const { fields, kind } = (await step.json()) as { fields?: Fields; kind: string }
  if (fields === undefined) throw new Error(`The overseas window did not finish: ${kind}.`)
  return fields
}
