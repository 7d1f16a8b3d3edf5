/** The way of one payment, drawn: three lifelines and numbered arrows. The list beside it says the same in words. */
import { html } from 'hono/html'
import type { Language } from '../window/language.ts'
import type { Html } from '../window/page-frame.ts'
import type { Flow, Lane } from './flows.ts'

const X: Readonly<Record<Lane, number>> = { page: 60, gateway: 190, server: 320 }
const TOP = 44
const STEP = 34

/** Names of the lifelines. */
export const LANES: Readonly<Record<Lane, Readonly<Record<Language, string>>>> = {
  page: { ko: '페이지', en: 'Page' },
  gateway: { ko: '페이플', en: 'Payple' },
  server: { ko: '서버', en: 'Server' },
}

/** The drawing. Hidden from screen readers, who get the list. */
export function diagram(flows: readonly Flow[], language: Language): Html {
  const height = TOP + STEP * flows.length + 12
  return html`<svg class="diagram" viewBox="0 0 380 ${height}" aria-hidden="true" focusable="false">
    ${(Object.keys(X) as Lane[]).map(
      (lane) =>
        html`<text class="lane" x="${X[lane]}" y="18" text-anchor="middle">${LANES[lane][language]}</text>
          <line class="life" x1="${X[lane]}" y1="26" x2="${X[lane]}" y2="${height}" />`,
    )}
    ${flows.map((flow, index) => arrow(flow, index))}
  </svg>`
}

function arrow({ from, to, bad }: Flow, index: number): Html {
  const y = TOP + STEP * index + 10
  const [start, end] = [X[from], X[to]]
  const kind = bad ? 'arrow bad' : 'arrow'
  const number = html`<circle class="dot" cx="${start}" cy="${y}" r="9" />
    <text class="number" x="${start}" y="${y + 4}" text-anchor="middle">${index + 1}</text>`
  if (from === to) {
    return html`<g class="${kind}"
      ><path d="M${start} ${y - 6}h34v12h-24" /><path d="M${start + 16} ${y + 2}l-6 4 6 4" />${number}</g
    >`
  }
  const direction = end > start ? 1 : -1
  const tip = end - direction * 2
  return html`<g class="${kind}">
    <path d="M${start} ${y}H${tip}" /><path
      d="M${tip - direction * 7} ${y - 4}l${direction * 7} 4 ${-direction * 7} 4"
    />${number}
  </g>`
}
