/**
 * Drives a sandbox the way a merchant, a script and a buyer would: with requests written out by hand. Nothing here
 * comes from the package's own printing code, so a misprint cannot hide.
 */
import { createSandbox, type Sandbox } from '../sandbox.ts'
import type { SandboxOptions } from '../settings.ts'

export const ORIGIN = 'https://payple.test'
export const SHOP = 'https://shop.example'
export const CREDENTIALS: { cst_id: string; custKey: string } = { cst_id: 'test', custKey: 'abcd1234567890' }
export const CLIENT_KEY = 'test_DF55F29DA654A8CBC0F0A9DD4B556486'
export const REFUND_KEY = 'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0'

/** 2026-11-21 23:30 in Korea; an hour later it is the 22nd there and still the 21st in UTC. */
const START: number = Date.UTC(2026, 10, 21, 14, 30)

export interface TestSandbox {
  sandbox: Sandbox
  clock: { now: number }
  waits: number[]
}

/** A sandbox whose clock stands still, whose ids repeat from run to run, and that never really waits. */
export function testSandbox(options: SandboxOptions = {}): TestSandbox {
  const clock = { now: START }
  const waits: number[] = []
  let seed = 1
  const ids = (bytes: number) =>
    Uint8Array.from({ length: bytes }, () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >>> 16)
  const sandbox = createSandbox({
    origin: ORIGIN,
    clock: () => clock.now,
    ids,
    schedule: async (ms) => void waits.push(ms),
    ...options,
  })
  return { sandbox, clock, waits }
}

export type Json = Record<string, string>

export async function postJson(sandbox: Sandbox, path: string, body: unknown, headers: Json = {}): Promise<Json> {
  const response = await sandbox.fetch(jsonRequest(path, body, headers))
  return response.json()
}

export function jsonRequest(path: string, body: unknown, headers: Json = {}, signal?: AbortSignal): Request {
  return new Request(ORIGIN + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })
}

export function authenticate(sandbox: Sandbox, variant: Json = {}, referer: string | null = SHOP): Promise<Json> {
  const headers: Json = referer === null ? {} : { referer }
  return postJson(sandbox, '/php/auth.php', { ...CREDENTIALS, ...variant }, headers)
}

/** The form of the manual's example, as the script of 2023 on would post it. */
export const WINDOW_FORM: Json = {
  clientKey: CLIENT_KEY,
  PCD_PAY_TYPE: 'card',
  PCD_PAY_WORK: 'CERT',
  PCD_CARD_VER: '01',
  PCD_PAYER_NO: '2335',
  PCD_PAYER_NAME: '홍길동',
  PCD_PAYER_HP: '01012345678',
  PCD_PAYER_EMAIL: 'dev@payple.kr',
  PCD_PAY_GOODS: '휴대폰',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_OID: 'test0553941001540967923',
  PCD_RST_URL: '/order_result.html',
  PCD_HTTP_REFERER: `${SHOP}/order`,
  callbackFunction: 'function getResult(res) { alert(res) }',
}

export async function openWindow(
  sandbox: Sandbox,
  form: Json = {},
  headers: Json = {},
): Promise<{ page: string; id: string }> {
  const response = await sandbox.fetch(
    new Request(`${ORIGIN}/index.php?ACT_=PAYM`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ ...WINDOW_FORM, ...form }),
    }),
  )
  const page = await response.text()
  return { page, id: /"id":"([0-9a-f]{32})"/.exec(page)?.[1] ?? '' }
}

export interface WindowStep {
  kind: string
  action?: string
  field?: string
  code?: string
  corporate?: boolean
  result: Json
}

export async function act(sandbox: Sandbox, id: string, name: string, input: Json = {}): Promise<WindowStep> {
  const response = await sandbox.fetch(
    new Request(`${ORIGIN}/_/window/${id}/${name}`, { method: 'POST', body: new URLSearchParams(input) }),
  )
  return response.json()
}

export const CARD = { number: '4242 4242 4242 4242', expiry: '12/29', birth: '900101', password: '12', agree: 'Y' }

/** Opens a window and pays with a card; returns what the page's callback would get. */
export async function pay(sandbox: Sandbox, form: Json = {}, card: Json = {}): Promise<Json> {
  const { id } = await openWindow(sandbox, form)
  const step = await act(sandbox, id, 'card', { ...CARD, ...card })
  return step.result
}

export const ACCOUNT = {
  bank: '088',
  account: '110-123-456789',
  holder: '홍길동',
  birth: '900101',
  phone: '01012345678',
  receiptNumber: '01012345678',
  agree: 'Y',
}

/** Opens a transfer window, gives an account and the number of the ARS call; returns the last step. */
export async function transferStep(sandbox: Sandbox, form: Json = {}, account: Json = {}): Promise<WindowStep> {
  const { id } = await openWindow(sandbox, { PCD_PAY_TYPE: 'transfer', PCD_CARD_VER: '', ...form })
  const asked = await act(sandbox, id, 'account', { ...ACCOUNT, ...account })
  return asked.kind === 'verify' ? act(sandbox, id, 'verify', { code: asked.code ?? '' }) : asked
}

/** The same, returning what the page's callback would get. */
export async function transfer(sandbox: Sandbox, form: Json = {}, account: Json = {}): Promise<Json> {
  return (await transferStep(sandbox, form, account)).result
}

export const TRANSFER_CONFIRM_PATH = '/php/PayConfirmAct.php?ACT_=PAYM'

export const CONFIRM_PATH = '/php/PayCardConfirmAct.php?ACT_=PAYM'

/** The body of the manual's confirm example, with raw ids. */
export function confirmBody(result: Json): Json {
  return {
    PCD_CST_ID: 'test',
    PCD_CUST_KEY: 'abcd1234567890',
    PCD_AUTH_KEY: result['PCD_AUTH_KEY'] ?? '',
    PCD_PAY_REQKEY: result['PCD_PAY_REQKEY'] ?? '',
    PCD_PAYER_ID: result['PCD_PAYER_ID'] ?? '',
  }
}

export function confirm(sandbox: Sandbox, result: Json, change: Json = {}): Promise<Json> {
  return postJson(sandbox, CONFIRM_PATH, { ...confirmBody(result), ...change })
}

/** The three keys of a follow-up call, as tokens. */
export async function keysFor(sandbox: Sandbox, variant: Json): Promise<Json> {
  const { cst_id = '', custKey = '', AuthKey = '' } = await authenticate(sandbox, variant)
  return { PCD_CST_ID: cst_id, PCD_CUST_KEY: custKey, PCD_AUTH_KEY: AuthKey }
}

export async function lookUp(sandbox: Sandbox, change: Json = {}): Promise<Json> {
  return postJson(sandbox, '/php/PayChkAct.php', {
    ...(await keysFor(sandbox, { PCD_PAYCHK_FLAG: 'Y' })),
    PCD_PAYCHK_FLAG: 'Y',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_OID: WINDOW_FORM['PCD_PAY_OID'] ?? '',
    PCD_PAY_DATE: '20261121',
    ...change,
  })
}

export async function cancel(sandbox: Sandbox, change: Json = {}): Promise<Json> {
  return postJson(sandbox, '/php/account/api/cPayCAct.php', {
    ...(await keysFor(sandbox, { PCD_PAYCANCEL_FLAG: 'Y' })),
    PCD_REFUND_KEY: REFUND_KEY,
    PCD_PAYCANCEL_FLAG: 'Y',
    PCD_PAY_OID: WINDOW_FORM['PCD_PAY_OID'] ?? '',
    PCD_PAY_DATE: '20261121',
    PCD_REFUND_TOTAL: '1000',
    ...change,
  })
}

/** Registers a card and answers its billing key. */
export async function registerCard(sandbox: Sandbox, card: Json = {}, form: Json = {}): Promise<string> {
  const { PCD_PAYER_ID = '' } = await pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'registration', ...form }, card)
  return PCD_PAYER_ID
}

/** The four charges of a billing key: the flags of the auth call, and the path it answers. */
export const CHARGES = {
  SPCD: { variant: { PCD_PAY_TYPE: 'card', PCD_SIMPLE_FLAG: 'Y' }, path: '/php/SimplePayCardAct.php?ACT_=PAYM' },
  RPCD: { variant: { PCD_PAY_TYPE: 'card', PCD_REGULER_FLAG: 'Y' }, path: '/php/RePayCardAct.php?ACT_=PAYM' },
  SPAY: { variant: { PCD_PAY_TYPE: 'transfer', PCD_SIMPLE_FLAG: 'Y' }, path: '/php/SimplePayAct.php?ACT_=PAYM' },
  RPAY: { variant: { PCD_PAY_TYPE: 'transfer', PCD_REGULER_FLAG: 'Y' }, path: '/php/RePayAct.php?ACT_=PAYM' },
} as const

/** Charges a billing key with the manual's example order. */
export async function repay(
  sandbox: Sandbox,
  family: keyof typeof CHARGES,
  payerId: string,
  change: Json = {},
  path: string = CHARGES[family].path,
): Promise<Json> {
  const { variant } = CHARGES[family]
  const guard = 'PCD_REGULER_FLAG' in variant ? { PCD_PAY_YEAR: '2026', PCD_PAY_MONTH: '11' } : {}
  return postJson(sandbox, path, {
    ...(await keysFor(sandbox, variant)),
    ...variant,
    PCD_PAYER_ID: payerId,
    PCD_PAYER_NO: '2324',
    PCD_PAYER_EMAIL: 'dev@payple.kr',
    PCD_PAY_GOODS: '정기구독',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_OID: 'test201804000001',
    ...guard,
    ...change,
  })
}

/** `act` is `PUSERINFO` or `PUSERDEL`: the purpose of the keys and, unless `path` says otherwise, the call. */
export async function callBillingKey(
  sandbox: Sandbox,
  act: string,
  change: Json = {},
  path = `/php/cPayUser/api/cPayUserAct.php?ACT_=${act}`,
): Promise<Json> {
  return postJson(sandbox, path, { ...(await keysFor(sandbox, { PCD_PAY_WORK: act })), ...change })
}
