/** One payment against a sandbox, as a page and a merchant's server make it: window, card, confirm. No socket. */
import type { Sandbox } from '@payple-kit/sandbox'
import { TEST_MERCHANT } from '@payple-kit/sandbox'

const ORIGIN = 'https://payple.bench'
const CARD = { number: '4242424242424242', expiry: '12/49', birth: '900101', password: '12', agree: 'Y' }

/** Pays and confirms. Throws when the sandbox says anything but success. */
export async function buy(sandbox: Sandbox, oid: string): Promise<void> {
  const form = (path: string, fields: Record<string, string>): Promise<Response> =>
    sandbox.fetch(new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields) }))
  const opened = await form('/index.php?ACT_=PAYM', {
    clientKey: TEST_MERCHANT.clientKey,
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'CERT',
    PCD_CARD_VER: '01',
    PCD_PAY_GOODS: 'mug',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_OID: oid,
    PCD_RST_URL: '/result',
    PCD_HTTP_REFERER: 'https://shop.example/',
  })
  const [, id = ''] = /"id":"([0-9a-f]{32})"/.exec(await opened.text()) ?? []
  const { result } = (await (await form(`/_/window/${id}/card`, CARD)).json()) as { result: Record<string, string> }
  const body = JSON.stringify({
    PCD_CST_ID: TEST_MERCHANT.cstId,
    PCD_CUST_KEY: TEST_MERCHANT.custKey,
    PCD_AUTH_KEY: result['PCD_AUTH_KEY'],
    PCD_PAY_REQKEY: result['PCD_PAY_REQKEY'],
    PCD_PAYER_ID: result['PCD_PAYER_ID'],
  })
  const confirmed = await sandbox.fetch(
    new Request(`${ORIGIN}/php/PayCardConfirmAct.php?ACT_=PAYM`, { method: 'POST', body }),
  )
  const answer = (await confirmed.json()) as Record<string, string>
  if (answer['PCD_PAY_RST'] !== 'success') throw new Error(`${oid}: ${JSON.stringify(answer)}`)
}

/** The first page of the dashboard, as its script fetches it. */
export async function dashboard(sandbox: Sandbox): Promise<number> {
  return (await (await sandbox.fetch(new Request(`${ORIGIN}/_/`))).text()).length
}
