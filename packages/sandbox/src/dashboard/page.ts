/** `GET /_/`: payments, billing keys, links, webhooks and calls, as they happen. */
import { html, raw } from 'hono/html'
import { languageOf } from '../window/language.ts'
import type { World } from '../world.ts'
import { pageResponse } from './layout.ts'
import { DASHBOARD_SCRIPT } from './script.ts'
import { DASHBOARD_TABLES } from './tables.ts'
import { type DashboardTexts, dashboardTexts } from './texts.ts'

type Html = ReturnType<typeof html>
type Section = keyof DashboardTexts['sections']

/** Columns that hold numbers, in both languages. */
const NUMBERS: ReadonlySet<string> = new Set(['금액', '승인', 'Amount', 'Charges'])

/** The page; its script polls the admin routes. */
export function dashboardPage(world: World, request: Request): Promise<Response> {
  const language = languageOf(request)
  const texts = dashboardTexts(language)
  const other = language === 'ko' ? 'en' : 'ko'
  return pageResponse(
    world,
    language,
    texts.title,
    html` <main>
      <div class="bar">
        <h1>${texts.title}</h1>
        <nav>
          <a href="?lang=${other}" lang="${other}">${texts.other}</a>
          <button type="button" id="reset">${texts.reset}</button>
        </nav>
      </div>
      <p id="status" class="soft" role="status"></p>
      <p id="notice" role="alert" tabindex="-1"></p>
      ${section(texts, 'payments')} ${section(texts, 'keys')} ${section(texts, 'links')} ${section(texts, 'webhooks')}
      ${section(texts, 'calls')} ${cancelDialog(texts)}
      <script type="application/json" id="texts">
        ${raw(JSON.stringify(texts))}
      </script>
    </main>`,
    `${DASHBOARD_TABLES}\n${DASHBOARD_SCRIPT}`,
  )
}

/** Keys, links and webhooks stay out of sight until there are any. */
function section(texts: DashboardTexts, name: Section): Html {
  const always = name === 'payments' || name === 'calls'
  return html`<section id="section-${name}" ${always ? '' : raw('hidden')}>
    <h2>${texts.sections[name]}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${texts.sections[name]}">
      <table class="${name}">
        <thead>
          <tr>
            ${texts.columns[name].map(
              (column) => html`<th scope="col" class="${NUMBERS.has(column) ? 'num' : ''}">${column}</th>`,
            )}
          </tr>
        </thead>
        <tbody id="${name}"></tbody>
      </table>
    </div>
  </section>`
}

function cancelDialog(texts: DashboardTexts): Html {
  return html`<dialog id="cancel" aria-labelledby="cancel-title">
    <form id="cancel-form" novalidate>
      <h2 id="cancel-title">${texts.cancelTitle}</h2>
      <p class="mono" id="cancel-order"></p>
      <label for="cancel-amount">${texts.amount}</label>
      <input id="cancel-amount" type="text" inputmode="numeric" autocomplete="off" />
      <div class="bar">
        <button type="button" id="cancel-back">${texts.back}</button>
        <button type="submit" class="go">${texts.cancelDo}</button>
      </div>
    </form>
  </dialog>`
}
