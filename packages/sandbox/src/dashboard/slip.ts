/** `GET /_/slip`: the card slip behind `PCD_PAY_CARDRECEIPT`, so that looking at one leads to nobody's real receipts. */
import { html } from 'hono/html'
import { maskCard } from '../scenarios/cards.ts'
import { institutionName } from '../scenarios/institution-names.ts'
import type { PaymentRecord } from '../state/records.ts'
import { type Language, languageOf } from '../window/language.ts'
import { amountFields } from '../wire/result-fields.ts'
import type { World } from '../world.ts'
import { pageResponse } from './layout.ts'

const TEXTS = {
  ko: {
    title: '카드 매출전표',
    practice: '연습용 전표입니다. 실제 결제가 아니므로 증빙으로 사용할 수 없습니다.',
    missing: '전표를 찾을 수 없습니다',
    missingText: '샌드박스를 다시 시작하면 이전 결제는 남아 있지 않습니다.',
    other: 'English',
    paid: '승인',
    partially_refunded: '부분 취소',
    refunded: '취소',
    state: '거래 상태',
    issuer: '카드사',
    number: '카드번호',
    time: '거래일시',
    approval: '승인번호',
    trade: '거래번호',
    merchant: '판매자',
    order: '주문번호',
    goods: '상품',
    net: '공급가액',
    vat: '부가세',
    total: '합계',
    refund: '취소금액',
    once: '일시불',
    plan: '할부',
  },
  en: {
    title: 'Card slip',
    practice: 'A slip for practice. No real payment is behind it, so it proves nothing.',
    missing: 'There is no such slip',
    missingText: 'A sandbox that was started again remembers no earlier payments.',
    other: '한국어',
    paid: 'Approved',
    partially_refunded: 'Partly canceled',
    refunded: 'Canceled',
    state: 'Status',
    issuer: 'Issuer',
    number: 'Card number',
    time: 'Date and time',
    approval: 'Approval number',
    trade: 'Transaction number',
    merchant: 'Merchant',
    order: 'Order number',
    goods: 'Goods',
    net: 'Net amount',
    vat: 'VAT',
    total: 'Total',
    refund: 'Canceled',
    once: 'Paid at once',
    plan: 'Instalments',
  },
} as const

/** The page. The query is that of the documents' receipt addresses: `data` names the transaction. */
export function slipPage(world: World, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const language = languageOf(request)
  const texts = TEXTS[language]
  const trade = searchParams.get('data') ?? ''
  const payment = [...world.store.payments.values()].find(
    ({ means, tradeNumber }) => means.type === 'card' && tradeNumber !== '' && tradeNumber === trade,
  )
  const other = language === 'ko' ? 'en' : 'ko'
  searchParams.set('lang', other)
  return pageResponse(
    world,
    language,
    payment === undefined ? texts.missing : texts.title,
    html` <main class="slip">
      <div class="bar">
        <h1>${payment === undefined ? texts.missing : texts.title}</h1>
        <a href="?${searchParams.toString()}" lang="${other}">${texts.other}</a>
      </div>
      ${
        payment === undefined
          ? html`<p>${texts.missingText}</p>`
          : html`<p class="soft">${texts.practice}</p>
              <dl data-testid="slip">
                ${rows(payment, language).map(
                  ([name, value]) =>
                    html`<div>
                      <dt>${name}</dt>
                      <dd>${value}</dd>
                    </div>`,
                )}
              </dl>`
      }
    </main>`,
  )
}

function rows(payment: PaymentRecord, language: Language): (readonly [string, string])[] {
  const { means, request, refundedTotal } = payment
  const texts = TEXTS[language]
  const won = (amount: number) => {
    const printed = amount.toLocaleString('en-US')
    return language === 'ko' ? `${printed}원` : `₩${printed}`
  }
  const vat = Number(amountFields(request)['PCD_PAY_TAXTOTAL'])
  const state = payment.status === 'refunded' || payment.status === 'partially_refunded' ? payment.status : 'paid'
  return [
    [texts.state, texts[state]],
    ...(means.type === 'card'
      ? ([
          [texts.issuer, institutionName(means.name, language)],
          [texts.number, maskCard(means.number)],
        ] as const)
      : []),
    [texts.plan, texts.once],
    [texts.time, koreanTime(payment.paidAt ?? 0, language)],
    [texts.approval, payment.approvalNumber],
    [texts.trade, payment.tradeNumber],
    [texts.merchant, payment.merchant.cstId],
    [texts.order, payment.oid],
    [texts.goods, request.goods],
    [texts.net, won(request.total - vat)],
    [texts.vat, won(vat)],
    [texts.total, won(request.total)],
    ...(refundedTotal > 0 ? [[texts.refund, `−${won(refundedTotal)}`] as const] : []),
  ]
}

function koreanTime(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(at)
}
