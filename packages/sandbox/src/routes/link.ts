/** `POST /php/link/api/LinkRegAct.php`: makes a payment link (docs/protocol/domestic.md section 7.3). */
import { expiryOf, type LinkMeans, type LinkRecord } from '../state/links.ts'
import type { Merchant } from '../settings.ts'
import { isTooLong, MINIMUM, TRANSFER_MAXIMUM } from '../window/limits.ts'
import { type Answer, jsonAnswer } from '../wire/answers.ts'
import { type Fields, text } from '../wire/fields.ts'
import { hexId } from '../wire/tokens.ts'
import { originOf, type World } from '../world.ts'
import { LINK_PAGE_PATH } from './auth-variants.ts'
import { spendAuthKey } from './credentials.ts'
import { serverCall } from './server-call.ts'

/** What the answer repeats, where it was sent. */
const ECHOED = [
  'PCD_PAY_TYPE',
  'PCD_CARD_VER',
  'PCD_PAY_GOODS',
  'PCD_PAY_TOTAL',
  'PCD_PAY_ISTAX',
  'PCD_PAY_TAXTOTAL',
  'PCD_TAXSAVE_FLAG',
  'PCD_LINK_EXPIREDATE',
  'PCD_LINK_MEMO',
] as const

/** Answers in fields of its own: `PCD_LINK_RST` and `PCD_LINK_MSG`. No codes are documented. */
export function answerLink(world: World, request: Request): Promise<Response> {
  return serverCall(world, request, {
    operation: 'link',
    events: ['link.made', 'link.refused'],
    outcome: 'PCD_LINK_RST',
    answer: (fields) => register(world, request, fields),
    refuse: (code, message) => jsonAnswer({ PCD_LINK_RST: 'error', PCD_LINK_MSG: `[${code}] ${message}` }),
  })
}

function register(world: World, request: Request, fields: Fields): Answer {
  const check = spendAuthKey(world, fields, 'link')
  if (!check.ok) return refused(check.merchant, 'PCD_CST_ID, PCD_CUST_KEY, PCD_AUTH_KEY')
  const { merchant } = check.session
  const means = meansOf(fields)
  const problem = problemIn(world, fields, means)
  if (problem !== undefined) return refused(merchant, problem)
  const { settings, store } = world
  const key = hexId(settings.random)
  const expires = text(fields, 'PCD_LINK_EXPIREDATE')
  const link: LinkRecord = {
    key,
    url: `${originOf(world, request)}${settings.pathPrefix}${LINK_PAGE_PATH}?SID=${key}`,
    merchant,
    means,
    goods: text(fields, 'PCD_PAY_GOODS'),
    total: Number(text(fields, 'PCD_PAY_TOTAL')),
    expiresAt: expires === '' ? undefined : expiryOf(expires),
    createdAt: settings.now(),
    orders: new Set(),
    fields,
  }
  store.links.set(key, link)
  const echo = ECHOED.filter((name) => fields.has(name)).map((name) => [name, text(fields, name)] as const)
  return {
    PCD_LINK_RST: 'success',
    PCD_LINK_MSG: '링크생성이 완료되었습니다.',
    PCD_PAY_WORK: 'LINKREG',
    ...Object.fromEntries(echo),
    PCD_LINK_KEY: key,
    PCD_LINK_URL: link.url,
  }
}

/** Both separators are in use (section 11.1 row 21). Anything unknown makes the list empty. */
function meansOf(fields: Fields): LinkMeans[] {
  const types = text(fields, 'PCD_PAY_TYPE').split(/[|+]/)
  const versions = (text(fields, 'PCD_CARD_VER') || '01').split(/[|+]/)
  const means = types.flatMap((type) => (type === 'card' ? versions.map((version) => `card-${version}`) : [type]))
  return means.every(isMeans) ? [...new Set(means)] : []
}

function isMeans(name: string): name is LinkMeans {
  return name === 'card-01' || name === 'card-02' || name === 'transfer'
}

/** The field that is wrong. */
function problemIn(world: World, fields: Fields, means: readonly LinkMeans[]): string | undefined {
  if (text(fields, 'PCD_PAY_WORK') !== 'LINKREG') return 'PCD_PAY_WORK'
  if (means.length === 0) return 'PCD_PAY_TYPE, PCD_CARD_VER'
  if (text(fields, 'PCD_PAY_GOODS') === '' || isTooLong(fields)) return 'PCD_PAY_GOODS'
  const total = /^\d{1,15}$/.test(text(fields, 'PCD_PAY_TOTAL')) ? Number(text(fields, 'PCD_PAY_TOTAL')) : 0
  const transfer = means.includes('transfer')
  if (total < MINIMUM[transfer ? 'transfer' : 'card'] || (transfer && total > TRANSFER_MAXIMUM)) return 'PCD_PAY_TOTAL'
  const expires = text(fields, 'PCD_LINK_EXPIREDATE')
  if (expires !== '' && !(expiryOf(expires) > world.settings.now())) return 'PCD_LINK_EXPIREDATE'
  const next = text(fields, 'PCD_LINK_URL')
  return next === '' || /^https?:\/\/[^/]/.test(next) ? undefined : 'PCD_LINK_URL'
}

function refused(merchant: Merchant | undefined, names: string): Answer {
  const mark = merchant?.test ? '[test] ' : ''
  return { PCD_LINK_RST: 'error', PCD_LINK_MSG: `${mark}[sandbox] ${names} 값을 확인해주세요.` }
}
