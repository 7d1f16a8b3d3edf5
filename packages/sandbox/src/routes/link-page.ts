/** `GET /php/link/`: the page behind a payment link. The result reaches the merchant by webhook alone (section 7.3). */
import type { LinkMeans, LinkRecord } from '../state/links.ts'
import { makeOrderNumber } from '../state/payments.ts'
import type { WindowSession } from '../state/records.ts'
import { type Fields, text } from '../wire/fields.ts'
import { hexId } from '../wire/tokens.ts'
import { languageOf } from '../window/language.ts'
import { linkChoicePage } from '../window/link-choice.ts'
import { errorPage, type PageContext } from '../window/page-frame.ts'
import { readWindowRequest } from '../window/request.ts'
import { originOf, record, type World } from '../world.ts'
import { showWindow } from './window-session.ts'

const UNKNOWN = { ko: '[sandbox] 없는 링크입니다.', en: '[sandbox] There is no such link.' }
const EXPIRED = { ko: '[sandbox] 사용기간이 지난 링크입니다.', en: '[sandbox] This link has expired.' }
const BAD_ORDER = { ko: '[sandbox] OID가 너무 깁니다.', en: '[sandbox] OID is too long.' }

/** What of the link's own fields goes into the payment. */
const PASSED_ON = [
  'PCD_PAY_GOODS',
  'PCD_PAY_TOTAL',
  'PCD_PAY_ISTAX',
  'PCD_PAY_TAXTOTAL',
  'PCD_TAXSAVE_FLAG',
  'PCD_LINK_URL',
]

/** Answers with the payment window, or with a choice of means where the link allows several. */
export async function answerLinkPage(world: World, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const context: PageContext = {
    origin: originOf(world, request),
    language: languageOf(request),
    embedded: world.settings.embedded,
    nonce: hexId(world.settings.random),
  }
  const link = world.store.links.get(searchParams.get('SID') ?? '')
  const oid = searchParams.get('OID') ?? ''
  if (link === undefined) return errorPage(context, undefined, UNKNOWN)
  if (link.expiresAt !== undefined && world.settings.now() >= link.expiresAt) {
    record(world, 'window.refused', { oid, note: `The link ${link.key} has expired.` })
    return errorPage(context, undefined, EXPIRED)
  }
  if (oid.length > 255) return errorPage(context, undefined, BAD_ORDER)
  const asked = link.means.find((means) => means === searchParams.get('means'))
  const means = asked ?? (link.means.length === 1 ? link.means[0] : undefined)
  if (means === undefined) return linkChoicePage(context, link, oid)
  const session = sessionOf(world, link, means, oid)
  link.orders.add(session.request.oid)
  return showWindow(world, context, session)
}

function sessionOf(world: World, link: LinkRecord, means: LinkMeans, oid: string): WindowSession {
  const { settings } = world
  return {
    id: hexId(settings.random),
    merchant: link.merchant,
    request: readWindowRequest(fieldsOf(link, means, oid), () => makeOrderNumber(world, 'LINK')),
    pageOrigin: undefined,
    openedAt: settings.now(),
    channel: 'link',
    stage: 'open',
    means: undefined,
    verification: undefined,
    pendingError: undefined,
  }
}

function fieldsOf(link: LinkRecord, means: LinkMeans, oid: string): Fields {
  const [type = '', version = ''] = means.split('-')
  const own = PASSED_ON.map((name) => [name, text(link.fields, name)] as const)
  return new Map([
    ...own,
    ['PCD_PAY_TYPE', type],
    ['PCD_PAY_WORK', 'PAY'],
    ['PCD_CARD_VER', version],
    ['PCD_PAY_OID', oid],
  ])
}
