/** `GET /_/`: payments and calls, as they happen. */
import { html, raw } from 'hono/html'
import { languageOf } from '../window/language.ts'
import type { World } from '../world.ts'
import { pageResponse } from './layout.ts'
import { DASHBOARD_SCRIPT } from './script.ts'

const TEXTS = {
  ko: {
    title: '결제와 호출',
    payments: '결제',
    calls: '호출',
    columns: ['시각', '주문번호', '상품', '금액', '상태', '승인', '카드'],
    callColumns: ['시각', '종류', '주문번호', '내용'],
    empty: '아직 없습니다. 결제창을 열면 여기에 나타납니다.',
    reset: '모두 지우기',
    other: 'English',
    details: '자세히',
    request: '요청',
    response: '응답',
    won: '{}원',
    offline: '샌드박스와 연결이 끊어졌습니다.',
    statuses: {
      authenticated: '인증됨',
      paid: '결제됨',
      refunded: '환불됨',
      partially_refunded: '부분 환불',
      declined: '거절됨',
      expired: '만료됨',
    },
  },
  en: {
    title: 'Payments and calls',
    payments: 'Payments',
    calls: 'Calls',
    columns: ['Time', 'Order number', 'Goods', 'Amount', 'Status', 'Charges', 'Card'],
    callColumns: ['Time', 'Type', 'Order number', 'Fields'],
    empty: 'Nothing yet. It appears here when a payment window opens.',
    reset: 'Forget everything',
    other: '한국어',
    details: 'Details',
    request: 'Request',
    response: 'Answer',
    won: '₩{}',
    offline: 'The sandbox does not answer any more.',
    statuses: {
      authenticated: 'authenticated',
      paid: 'paid',
      refunded: 'refunded',
      partially_refunded: 'partially refunded',
      declined: 'declined',
      expired: 'expired',
    },
  },
} as const

/** Columns that hold numbers, in both languages. */
const NUMBERS: ReadonlySet<string> = new Set(['금액', '승인', 'Amount', 'Charges'])

/** The page; its script polls the admin routes. */
export function dashboardPage(world: World, request: Request): Promise<Response> {
  const language = languageOf(request)
  const texts = TEXTS[language]
  const head = (columns: readonly string[]) =>
    html`<thead>
      <tr>
        ${columns.map((name) => html`<th scope="col" class="${NUMBERS.has(name) ? 'num' : ''}">${name}</th>`)}
      </tr>
    </thead>`
  return pageResponse(
    world,
    language,
    texts.title,
    html` <main>
      <div class="bar">
        <h1>${texts.title}</h1>
        <nav>
          <a href="?lang=${language === 'ko' ? 'en' : 'ko'}" lang="${language === 'ko' ? 'en' : 'ko'}"
            >${texts.other}</a
          >
          <button type="button" id="reset">${texts.reset}</button>
        </nav>
      </div>
      <p id="status" class="soft" role="status"></p>
      <h2>${texts.payments}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="${texts.payments}">
        <table>
          ${head(texts.columns)}
          <tbody id="payments"></tbody>
        </table>
      </div>
      <h2>${texts.calls}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="${texts.calls}">
        <table class="calls">
          ${head(texts.callColumns)}
          <tbody id="events"></tbody>
        </table>
      </div>
      <script type="application/json" id="texts">
        ${raw(JSON.stringify(texts))}
      </script>
    </main>`,
    DASHBOARD_SCRIPT,
  )
}
