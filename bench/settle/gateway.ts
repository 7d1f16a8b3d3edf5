/**
 * A Payple inside the process, which answers at once: the answers of docs/protocol/domestic.md 2.3, 5.2 and 6.5 without any state. What it
 * costs is counted, because it is not part of what is measured.
 */
import { authAnswer } from '../auth-answer.ts'

export const GATEWAY = 'http://gateway.bench'
/** Every order of the bench costs the same, so that a lookup needs no memory. */
export const TOTAL = 12_300

const CONFIRM = '/php/PayCardConfirmAct.php?ACT_=PAYM'
const LOOKUP = '/php/PayChkAct.php'
const JSON_TYPE = { headers: { 'content-type': 'application/json; charset=utf-8' } }

export interface FakeGateway {
  fetch(request: Request): Promise<Response>
  /** While it is down, it answers 503: a confirm is in doubt then. */
  down: boolean
  /** Milliseconds spent in `fetch` so far. Means something only while one call is under way at a time. */
  spentMs: number
}

export function createFakeGateway(): FakeGateway {
  const auth = authAnswer(GATEWAY, LOOKUP)
  const gateway: FakeGateway = {
    down: false,
    spentMs: 0,
    fetch: async (request) => {
      const start = performance.now()
      const answer = await answerTo(request)
      gateway.spentMs += performance.now() - start
      return answer
    },
  }
  return gateway

  async function answerTo(request: Request): Promise<Response> {
    const fields = (await request.json()) as Readonly<Record<string, string>>
    if (gateway.down) return new Response('', { status: 503 })
    if (request.url.endsWith('/php/auth.php')) return new Response(auth, JSON_TYPE)
    const looksUp = request.url.endsWith(LOOKUP)
    // The request key of a window result is the order number here.
    const oid = (looksUp ? fields['PCD_PAY_OID'] : fields['PCD_PAY_REQKEY']) ?? ''
    const paid = { ...paymentFields(oid), ...APPROVAL, PCD_PAY_CODE: looksUp ? 'PCHK0000' : '0000' }
    return new Response(JSON.stringify(paid), JSON_TYPE)
  }
}

/** What the window hands to the page's callback after a CERT (4). */
export function windowResult(oid: string): Readonly<Record<string, string>> {
  return {
    ...paymentFields(oid),
    PCD_PAY_WORK: 'CERT',
    PCD_AUTH_KEY: 'a688ccb3555c25cd722483f03e23065c3d0251701ad6da895eb2d830bc06e34d',
    PCD_PAY_REQKEY: oid,
    PCD_PAY_COFURL: GATEWAY + CONFIRM,
  }
}

function paymentFields(oid: string): Readonly<Record<string, string>> {
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: '0000',
    PCD_PAY_MSG: '결제완료',
    PCD_PAY_TYPE: 'card',
    PCD_CARD_VER: '01',
    PCD_PAYER_ID: 'd0toSS9sT084bVJSNThScnFXQm9Gdz09',
    PCD_PAY_OID: oid,
    PCD_PAY_GOODS: '휴대폰',
    PCD_PAY_TOTAL: String(TOTAL),
    PCD_PAY_TAXTOTAL: '1118',
    PCD_PAY_ISTAX: 'Y',
    PCD_PAY_CARDNAME: 'BC 카드',
    PCD_PAY_CARDNUM: '1111********4444',
  }
}

/** What exists only once money has moved. No time: ours counts then, and a lookup is not asked about another day. */
const APPROVAL = {
  PCD_PAY_CARDTRADENUM: '201904141320332692022400',
  PCD_PAY_CARDAUTHNO: '98123445',
  PCD_PAY_CARDRECEIPT: 'https://www.danalpay.com/receipt/creditcard/view.aspx?dataType=receipt&cpid=9810030930',
}
