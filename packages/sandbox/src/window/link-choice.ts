/** The first page of a link that allows several means: the buyer chooses one. Works without a script. */
import { html } from 'hono/html'
import type { LinkMeans, LinkRecord } from '../state/links.ts'
import type { Text } from './language.ts'
import { framedPage, type PageContext } from './page-frame.ts'
import { TEXTS } from './texts.ts'

const MEANS: Readonly<Record<LinkMeans, Text>> = {
  'card-01': { ko: '카드번호 입력', en: 'Card number' },
  'card-02': { ko: '앱카드', en: 'App card' },
  transfer: { ko: '계좌이체', en: 'Account transfer' },
}
const TITLE: Text = { ko: '결제수단 선택', en: 'How would you like to pay?' }

/** The page. `oid` is the order number the link was opened with, or `''`. */
export function linkChoicePage(context: PageContext, link: LinkRecord, oid: string): Promise<Response> {
  const { language } = context
  const other = language === 'ko' ? 'en' : 'ko'
  const query = (more: Record<string, string>) =>
    `?${new URLSearchParams({ SID: link.key, ...(oid === '' ? {} : { OID: oid }), ...more })}`
  const won = link.total.toLocaleString('en-US')
  const bar = html`<h1>${TITLE[language]}</h1>
    <a class="quiet" href="${query({ lang: other })}" lang="${other}" data-testid="language"
      >${TEXTS.switchLanguage[language]}</a
    >`
  const body = html`<main>
    <dl class="summary">
      <div>
        <dt>${TEXTS.merchant[language]}</dt>
        <dd>${link.merchant.cstId}</dd>
      </div>
      <div>
        <dt>${TEXTS.goods[language]}</dt>
        <dd data-testid="goods">${link.goods}</dd>
      </div>
      <div class="total">
        <dt>${TEXTS.total[language]}</dt>
        <dd>${language === 'ko' ? `${won}원` : `₩${won}`}</dd>
      </div>
    </dl>
    <ul class="choices">
      ${link.means.map(
        (means) =>
          html`<li>
            <a href="${query({ means, lang: language })}" data-testid="means-${means}">${MEANS[means][language]}</a>
          </li>`,
      )}
    </ul>
  </main>`
  return framedPage(context, TITLE[language], bar, body)
}
