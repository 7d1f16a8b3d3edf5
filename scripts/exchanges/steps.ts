/** One exchange per operation, as a merchant's server or a window makes it; later ones use what earlier ones were answered. */

/** A request that `curl` is to send. */
export interface Step {
  readonly title: string
  /** Section of the protocol page. */
  readonly section: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, parameters as a form. */
  readonly body: object | URLSearchParams
  /** The answer is a page: only that it came is recorded. */
  readonly page?: true
}

/** Headers and body text of a step, as they travel and as they are written down. */
export function requestOf({ body, headers }: Step): { headers: Readonly<Record<string, string>>; sent: string } {
  const isForm = body instanceof URLSearchParams
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  return { headers: { 'content-type': type, ...headers }, sent: isForm ? body.toString() : JSON.stringify(body) }
}

type Answer = Readonly<Record<string, unknown>>

/** What was answered so far, by name. */
export type Memory = Record<string, Answer>

const SHOP = { referer: 'https://shop.example/' }
const PARTNER = { cst_id: 'sandbox', custKey: 'sandbox-custkey-0001' }
const REFUND_KEY = '5a4d00000000000000000000000000000000000000000000000000000000c0de'
const CARD_WINDOW = {
  clientKey: 'sandbox_00000000000000000000000000000001',
  PCD_PAY_TYPE: 'card',
  PCD_PAY_WORK: 'CERT',
  PCD_CARD_VER: '01',
  PCD_PAYER_NAME: '홍길동',
  PCD_PAY_GOODS: '휴대폰',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_OID: 'A-1001',
  PCD_RST_URL: '/result',
  PCD_HTTP_REFERER: 'https://shop.example/order',
}
const CARD = { number: '4242424242424242', expiry: '12/39', birth: '900101', password: '12', agree: 'Y' }

const text = (memory: Memory, name: string, field: string): string => {
  const value = memory[name]?.[field]
  return typeof value === 'string' ? value : ''
}
const keysOf = (memory: Memory, name: string): Record<string, string> => ({
  PCD_CST_ID: text(memory, name, 'cst_id'),
  PCD_CUST_KEY: text(memory, name, 'custKey'),
  PCD_AUTH_KEY: text(memory, name, 'AuthKey'),
})
const auth = (flags: object = {}): Omit<Step, 'title'> => ({
  section: 'domestic.md 2.2',
  path: '/php/auth.php',
  headers: SHOP,
  body: { ...PARTNER, ...flags },
})
const resultOf = (memory: Memory, name: string): Answer => (memory[name]?.['result'] ?? {}) as Answer
const gpayKeys = (memory: Memory): Record<string, string> => ({
  authorization: `Bearer ${text(memory, 'gpay-token', 'access_token')}`,
})
const GPAY = { service_id: 'demo', comments: 'Celadon teacup', totalAmount: '19.90', currency: 'USD' }

/** Name of an exchange, and how it is made. */
export const STEPS: Readonly<Record<string, (memory: Memory) => Step>> = {
  'auth-window': () => ({ title: 'Authenticate for a payment window', ...auth() }),
  window: () => ({
    title: 'Open the payment window (the script’s form)',
    section: 'domestic.md 3.4',
    path: '/index.php?ACT_=PAYM',
    body: new URLSearchParams(CARD_WINDOW),
    page: true,
  }),
  card: (memory) => ({
    title: 'The buyer gives a card (inside the window, the sandbox’s own address)',
    section: 'domestic.md 4',
    path: `/_/window/${text(memory, 'window', 'id')}/card`,
    body: new URLSearchParams(CARD),
  }),
  confirm: (memory) => ({
    title: 'Confirm',
    section: 'domestic.md 5',
    path: '/php/PayCardConfirmAct.php?ACT_=PAYM',
    headers: SHOP,
    body: {
      PCD_CST_ID: PARTNER.cst_id,
      PCD_CUST_KEY: PARTNER.custKey,
      PCD_AUTH_KEY: resultOf(memory, 'card')['PCD_AUTH_KEY'],
      PCD_PAY_REQKEY: resultOf(memory, 'card')['PCD_PAY_REQKEY'],
      PCD_PAYER_ID: resultOf(memory, 'card')['PCD_PAYER_ID'],
    },
  }),
  'auth-lookup': () => ({ title: 'Authenticate for a lookup', ...auth({ PCD_PAYCHK_FLAG: 'Y' }) }),
  lookup: (memory) => ({
    title: 'Look the payment up (PAYCHK)',
    section: 'domestic.md 6.5',
    path: '/php/PayChkAct.php',
    headers: SHOP,
    body: {
      ...keysOf(memory, 'auth-lookup'),
      PCD_PAYCHK_FLAG: 'Y',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_OID: 'A-1001',
      PCD_PAY_DATE: '20261125',
    },
  }),
  'auth-cancel': () => ({ title: 'Authenticate for a refund', ...auth({ PCD_PAYCANCEL_FLAG: 'Y' }) }),
  cancel: (memory) => ({
    title: 'Refund a part',
    section: 'domestic.md 6.2',
    path: '/php/account/api/cPayCAct.php',
    headers: SHOP,
    body: {
      ...keysOf(memory, 'auth-cancel'),
      PCD_REFUND_KEY: REFUND_KEY,
      PCD_PAYCANCEL_FLAG: 'Y',
      PCD_PAY_OID: 'A-1001',
      PCD_PAY_DATE: '20261125',
      PCD_REFUND_TOTAL: '300',
    },
  }),
  'auth-charge': () => ({
    title: 'Authenticate for a charge of a billing key',
    ...auth({ PCD_PAY_TYPE: 'card', PCD_SIMPLE_FLAG: 'Y' }),
  }),
  charge: (memory) => ({
    title: 'Charge a billing key',
    section: 'domestic.md 6.1',
    path: '/php/SimplePayCardAct.php?ACT_=PAYM',
    headers: SHOP,
    body: {
      ...keysOf(memory, 'auth-charge'),
      PCD_PAY_TYPE: 'card',
      PCD_PAYER_ID: resultOf(memory, 'card')['PCD_PAYER_ID'],
      PCD_PAY_GOODS: '원두 구독',
      PCD_PAY_TOTAL: '9900',
      PCD_PAY_OID: 'SUB-7-202611',
      PCD_SIMPLE_FLAG: 'Y',
    },
  }),
  'auth-key-info': () => ({ title: 'Authenticate for a billing-key lookup', ...auth({ PCD_PAY_WORK: 'PUSERINFO' }) }),
  'key-info': (memory) => ({
    title: 'Look a billing key up (PUSERINFO)',
    section: 'domestic.md 6.4',
    path: '/php/cPayUser/api/cPayUserAct.php?ACT_=PUSERINFO',
    headers: SHOP,
    body: { ...keysOf(memory, 'auth-key-info'), PCD_PAYER_ID: resultOf(memory, 'card')['PCD_PAYER_ID'] },
  }),
  'auth-key-delete': () => ({
    title: 'Authenticate for a billing-key deletion',
    ...auth({ PCD_PAY_WORK: 'PUSERDEL' }),
  }),
  'key-delete': (memory) => ({
    title: 'Delete a billing key (PUSERDEL)',
    section: 'domestic.md 6.3',
    path: '/php/cPayUser/api/cPayUserAct.php?ACT_=PUSERDEL',
    headers: SHOP,
    body: { ...keysOf(memory, 'auth-key-delete'), PCD_PAYER_ID: resultOf(memory, 'card')['PCD_PAYER_ID'] },
  }),
  'transfer-window': () => ({
    title: 'Open a window for a transfer',
    section: 'domestic.md 3.8',
    path: '/index.php?ACT_=PAYM',
    body: new URLSearchParams({
      ...CARD_WINDOW,
      PCD_PAY_TYPE: 'transfer',
      PCD_PAY_WORK: 'PAY',
      PCD_CARD_VER: '',
      PCD_PAY_OID: 'T-2002',
      PCD_PAY_TOTAL: '5000',
    }),
    page: true,
  }),
  account: (memory) => ({
    title: 'The buyer gives an account',
    section: 'domestic.md 3.9',
    path: `/_/window/${text(memory, 'transfer-window', 'id')}/account`,
    body: new URLSearchParams({
      bank: '088',
      account: '110-123-456789',
      holder: '홍길동',
      birth: '900101',
      phone: '01012345678',
      agree: 'Y',
    }),
  }),
  verify: (memory) => ({
    title: 'The buyer types the number of the ARS call',
    section: 'domestic.md 3.9',
    path: `/_/window/${text(memory, 'transfer-window', 'id')}/verify`,
    body: new URLSearchParams({ code: text(memory, 'account', 'code') }),
  }),
  'auth-receipt': () => ({ title: 'Authenticate for a cash receipt', ...auth({ PCD_PAY_WORK: 'TSREG' }) }),
  receipt: (memory) => ({
    title: 'Issue a cash receipt (TSREG)',
    section: 'domestic.md 7.1',
    path: '/php/taxsave/api/tsAct.php?ACT_=TSREG',
    headers: SHOP,
    body: {
      ...keysOf(memory, 'auth-receipt'),
      PCD_PAYER_ID: resultOf(memory, 'verify')['PCD_PAYER_ID'],
      PCD_PAY_OID: 'T-2002',
      PCD_TAXSAVE_AMOUNT: '5000',
      PCD_TAXSAVE_TRADEUSE: 'personal',
      PCD_TAXSAVE_IDENTINUM: '01012345678',
    },
  }),
  'auth-receipt-cancel': () => ({
    title: 'Authenticate for the cancel of a cash receipt',
    ...auth({ PCD_PAY_WORK: 'TSCANCEL' }),
  }),
  'receipt-cancel': (memory) => ({
    title: 'Cancel a cash receipt (TSCANCEL)',
    section: 'domestic.md 7.1',
    path: '/php/taxsave/api/tsAct.php?ACT_=TSCANCEL',
    headers: SHOP,
    body: {
      ...keysOf(memory, 'auth-receipt-cancel'),
      PCD_PAYER_ID: resultOf(memory, 'verify')['PCD_PAYER_ID'],
      PCD_PAY_OID: 'T-2002',
      PCD_TAXSAVE_AMOUNT: '5000',
    },
  }),
  'auth-link': () => ({ title: 'Authenticate for a payment link', ...auth({ PCD_PAY_WORK: 'LINKREG' }) }),
  link: (memory) => ({
    title: 'Make a payment link',
    section: 'domestic.md 7.3',
    path: '/php/link/api/LinkRegAct.php?ACT_=LINKREG',
    headers: SHOP,
    body: {
      ...keysOf(memory, 'auth-link'),
      PCD_PAY_WORK: 'LINKREG',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_GOODS: '휴대폰',
      PCD_PAY_TOTAL: '1000',
      PCD_LINK_EXPIREDATE: '20261231',
    },
  }),
  'gpay-token': () => ({
    title: 'Overseas: get a token',
    section: 'overseas.md 2',
    path: '/gpay/oauth/1.0/token',
    body: { service_id: 'demo', service_key: 'abcd1234567890', code: 'as12345678' },
  }),
  'gpay-window': (memory) => ({
    title: 'Overseas: open the window (what the script sends; the sandbox’s own address)',
    section: 'overseas.md 3.2',
    path: '/_/gpay/open',
    body: new URLSearchParams({
      Authorization: text(memory, 'gpay-token', 'access_token'),
      ...GPAY,
      service_oid: 'US-3003',
      resultUrl: 'https://shop.example/payple/return',
      payCls: 'demo',
    }),
    page: true,
  }),
  'gpay-pay': (memory) => ({
    title: 'Overseas: the buyer pays (the fields are what is posted to `resultUrl`)',
    section: 'overseas.md 4.2',
    path: `/_/gpay/${text(memory, 'gpay-window', 'id')}/pay`,
    body: new URLSearchParams({
      number: '4242424242424242',
      expiry: '12/39',
      securityCode: '123',
      firstName: 'Jane',
      lastName: 'Doe',
      email: 'jane@example.com',
      agree: 'Y',
    }),
  }),
  'gpay-lookup': (memory) => ({
    title: 'Overseas: look the payment up',
    section: 'overseas.md 5.4',
    path: '/gpay/paymentResult',
    headers: gpayKeys(memory),
    body: { service_id: 'demo', service_oid: 'US-3003' },
  }),
  'gpay-charge': (memory) => ({
    title: 'Overseas: charge a billing key',
    section: 'overseas.md 5.1',
    path: '/gpay/billingKey',
    headers: gpayKeys(memory),
    body: { ...GPAY, service_oid: 'US-SUB-1', billing_key: fieldsOf(memory, 'gpay-pay')['billing_key'] },
  }),
  'gpay-cancel': (memory) => ({
    title: 'Overseas: cancel a part',
    section: 'overseas.md 5.3',
    path: '/gpay/cancel',
    headers: gpayKeys(memory),
    body: {
      service_id: 'demo',
      comments: 'Celadon teacup',
      service_oid: 'US-3003',
      pay_id: fieldsOf(memory, 'gpay-pay')['api_id'],
      totalAmount: '5.00',
      currency: 'USD',
      resultUrl: 'https://shop.example/payple/return',
    },
  }),
}

function fieldsOf(memory: Memory, name: string): Answer {
  return (memory[name]?.['fields'] ?? {}) as Answer
}
