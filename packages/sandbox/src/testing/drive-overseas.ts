/** Drives the overseas product with requests written out by hand, as `drive.ts` does the domestic one. */
import type { Sandbox } from '../sandbox.ts'
import { jsonRequest, ORIGIN, type Json } from './drive.ts'

/** The public test account's token. */
async function overseasToken(sandbox: Sandbox): Promise<string> {
  const body = { service_id: 'demo', service_key: 'abcd1234567890', code: 'as12345678' }
  const answer = (await (await sandbox.fetch(jsonRequest('/gpay/oauth/1.0/token', body))).json()) as Json
  return answer['access_token'] ?? ''
}

/** A call with a token of its own. */
export async function gpay(sandbox: Sandbox, path: string, body: Json): Promise<Json & { info: Json }> {
  const headers = { authorization: `Bearer ${await overseasToken(sandbox)}` }
  return (await sandbox.fetch(jsonRequest(path, body, headers))).json()
}

const form = (path: string, data: Json): Request =>
  new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(data) })

/** The order of the seed's example. */
export const OVERSEAS_ORDER: Json = {
  service_id: 'demo',
  service_oid: 'test120220608512351',
  comments: '테스트상품명',
  totalAmount: '19.90',
  currency: 'USD',
  firstName: 'Gildong',
  lastName: 'Hong',
  email: 'test@payple.kr',
  resultUrl: 'https://shop.example/result',
}

/** What the overseas window told its page to do. */
export interface OverseasStep {
  kind: string
  fields: Json
}

/** Opens the window as the script does. */
export async function openOverseas(sandbox: Sandbox, change: Json = {}): Promise<{ page: string; id: string }> {
  const fields = { Authorization: await overseasToken(sandbox), ...OVERSEAS_ORDER, ...change }
  const page = await (await sandbox.fetch(form('/_/gpay/open', fields))).text()
  return { page, id: /"id":"([0-9a-f]{32})"/.exec(page)?.[1] ?? '' }
}

/** Opens the window and pays with a card. */
export async function payOverseas(sandbox: Sandbox, change: Json = {}): Promise<OverseasStep> {
  const { id } = await openOverseas(sandbox, change)
  const typed = { number: '4242424242424242', expiry: '12/29', securityCode: '123', agree: 'Y' }
  const names = { firstName: 'Gildong', lastName: 'Hong', email: 'test@payple.kr' }
  return (await sandbox.fetch(form(`/_/gpay/${id}/pay`, { ...typed, ...names }))).json()
}
