/**
 * The complete window request, as data (docs/protocol/domestic.md 3.8). Types, builders and limit checks derive from this
 * table; a field that is not here is not sent.
 *
 * `max` is the smaller documented number in characters: Payple's manuals print larger ones, a production shop records
 * what is enforced today (11.1 rows 11 to 13).
 */

/** The five windows of 3.8's columns, in the order of `use`. */
export const WINDOW_KINDS = ['register', 'once', 'pin', 'app', 'transfer'] as const

/** One of the five windows. */
export type WindowKind = (typeof WINDOW_KINDS)[number]

/** One row of the table. */
export interface WindowField {
  /** `text`, `digits` (text of digits only), `won` (whole won, sent as digits), `function`. */
  readonly type: 'text' | 'digits' | 'won' | 'function'
  /** Longest value in characters; absent when no source names a limit. */
  readonly max?: number
  /** The only values allowed. */
  readonly values?: readonly string[]
  /**
   * How each window uses the field: one letter per `WINDOW_KINDS` entry. `O` required, `-` optional, `c` conditional (see `note`),
   * `x` must not be sent, `m` depends on how the window authenticates, `s` set by Payple's script.
   */
  readonly use: string
  /** What the documents add. */
  readonly note?: string
}

/** Every field of the window request, in the order of the fact sheet. */
export const WINDOW_FIELDS = {
  clientKey: { type: 'text', use: 'mmmmm', note: 'Client-key mode, 2023-07 onward. Public: may stand in a page.' },
  payple_auth_file: {
    type: 'text',
    use: 'mmmmm',
    note: 'Auth-file mode: absolute path of the merchant endpoint (3.3).',
  },
  payple_dir_path: { type: 'text', use: '-----', note: 'Left over from 2018.' },
  PCD_AUTH_KEY: { type: 'text', use: 'mmmmm', note: 'Server mode: AuthKey of auth.php. No length limit holds (2.3).' },
  PCD_PAY_URL: {
    type: 'text',
    use: 'mmmmm',
    note: 'Server mode: return_url of auth.php, used unchanged as form action.',
  },
  PCD_CST_ID: { type: 'text', use: 'sssss', note: 'Set by the script in auth-file mode; the kit never sends it.' },
  PCD_CUST_KEY: { type: 'text', use: 'sssss', note: 'Set by the script in auth-file mode; the kit never sends it.' },
  PCD_CPAY_VER: { type: 'text', max: 10, use: '-----', note: 'Required until 2021-08, then dropped from all samples.' },
  PCD_PAY_TYPE: { type: 'text', max: 20, values: ['card', 'transfer'], use: 'OOOOO' },
  PCD_PAY_WORK: { type: 'text', max: 20, values: ['AUTH', 'CERT', 'PAY'], use: 'OOOOO' },
  PCD_CARD_VER: {
    type: 'text',
    max: 2,
    values: ['01', '02'],
    use: 'OOOO-',
    note: '01 billing-key card by form entry (default), 02 app card.',
  },
  PCD_PAY_METHOD: {
    type: 'text',
    values: ['appCard', 'naverPay', 'kakaoPay'],
    use: 'xxxcx',
    note: 'Omit to let the customer choose. Needs a contract.',
  },
  PCD_SIMPLE_FLAG: {
    type: 'text',
    max: 1,
    values: ['Y', 'N'],
    use: '--Oxc',
    note: 'Y for PIN payment.',
  },
  PCD_PAYER_AUTHTYPE: {
    type: 'text',
    values: ['pwd', 'sms'],
    use: 'xxOxc',
    note: 'With PCD_SIMPLE_FLAG Y. sms only in old code.',
  },
  PCD_PAYER_ID: {
    type: 'text',
    max: 255,
    use: 'xxcxc',
    note: 'Billing key of a returning PIN customer. Loaded on the server, never printed in a page.',
  },
  PCD_PAYER_NO: { type: 'digits', max: 18, use: '-----', note: 'More than 18 digits: cpc0034, without a callback.' },
  PCD_PAYER_NAME: { type: 'text', max: 20, use: '-----' },
  PCD_PAYER_HP: { type: 'digits', max: 20, use: '-----', note: 'Triggers a KakaoTalk notice to the customer.' },
  PCD_PAYER_EMAIL: { type: 'text', max: 50, use: '-----' },
  PCD_PAY_GOODS: { type: 'text', max: 50, use: 'xOOOO', note: 'No emoji: some issuers decline.' },
  PCD_PAY_TOTAL: { type: 'won', max: 20, use: 'xOOOO', note: 'Card from 100, transfer from 1,000 won.' },
  PCD_PAY_ISTAX: { type: 'text', max: 1, values: ['Y', 'N'], use: 'x----', note: 'Default Y.' },
  PCD_PAY_TAXTOTAL: { type: 'won', max: 11, use: 'x----', note: 'VAT part of a mixed order (7.2).' },
  PCD_PAY_OID: { type: 'text', max: 30, use: '-----', note: 'Unique per attempt; [A-Za-z0-9_-] only.' },
  PCD_REGULER_FLAG: {
    type: 'text',
    max: 1,
    values: ['Y', 'N'],
    use: '-----',
    note: "Once-a-month guard per billing key; not usable with an app card. The spelling is Payple's.",
  },
  PCD_PAY_YEAR: { type: 'digits', max: 4, use: 'xccxc' },
  PCD_PAY_MONTH: {
    type: 'digits',
    max: 2,
    use: 'xccxc',
    note: 'Keep the leading zero.',
  },
  PCD_TAXSAVE_FLAG: {
    type: 'text',
    max: 1,
    values: ['Y', 'N'],
    use: 'xxxx-',
    note: 'Transfer only: cash receipt.',
  },
  PCD_RST_URL: { type: 'text', use: 'OOOOO', note: 'Relative: layer or tab. Absolute: direct mode (3.5).' },
  callbackFunction: { type: 'function', use: '-----', note: 'A function reference; a name does not work.' },
  PCD_USER_DEFINE1: { type: 'text', max: 2048, use: '-----', note: 'Echoed. Quotes truncate it unless escaped (3.2).' },
  PCD_USER_DEFINE2: { type: 'text', max: 2048, use: '-----', note: 'Echoed. Quotes truncate it unless escaped (3.2).' },
  PCD_HTTP_REFERER: { type: 'text', use: 'sssss', note: 'Page URL, set by the script.' },
} as const

/** Name of a window field as it stands on the wire. */
export type WindowFieldName = keyof typeof WINDOW_FIELDS

type ValueOf<Field extends WindowField> = Field extends { readonly values: readonly (infer Value)[] } ? Value : string

/** The `PCD_*` object the kit builds: strings only, derived from the table. The callback is added by the payment window. */
export type WindowRequest = {
  readonly [Name in Exclude<WindowFieldName, 'callbackFunction'>]?: ValueOf<(typeof WINDOW_FIELDS)[Name]>
}
