/** What every page of the dashboard has around it: the menu, the notices, the dialog of the console. */
import { html, raw } from 'hono/html'
import { pageResponse } from './layout.ts'
import { DASHBOARD_SCRIPT } from './script.ts'
import { VIEWS, type ViewName } from './views/view-names.ts'
import { address, type Html, type ViewContext } from './views/view.ts'

/** A page. `body` is what the script draws anew when something has happened. */
export function frame(
  context: ViewContext,
  request: Request,
  current: ViewName,
  title: string,
  body: Html,
): Promise<Response> {
  const { world, texts, language } = context
  const other = new URL(request.url)
  other.searchParams.set('lang', language === 'ko' ? 'en' : 'ko')
  const script = { done: texts.done, offline: texts.offline }
  return pageResponse(
    world,
    language,
    `${title} · ${texts.title}`,
    html`<main>
      <div class="bar">
        <h1>${title}</h1>
        <div class="bar">
          <a href="${other.pathname}${other.search}" lang="${language === 'ko' ? 'en' : 'ko'}">${texts.other}</a>
          <button type="button" data-post="reset" data-body="{}">${texts.reset}</button>
        </div>
      </div>
      <nav class="menu" aria-label="${texts.menu}">
        ${VIEWS.map(
          (view) =>
            html`<a href="${address(context, '/_/', { view })}" ${view === current ? raw('aria-current="page"') : ''}
              >${texts.sections[view]}</a
            >`,
        )}
      </nav>
      <p id="status" class="soft" role="status"></p>
      <p id="notice" role="alert" tabindex="-1"></p>
      <div id="live" data-count="${world.events.count()}">${body}</div>
      ${cancelDialog(context)}
      <script type="application/json" id="texts">
        ${raw(JSON.stringify(script))}
      </script>
    </main>`,
    DASHBOARD_SCRIPT,
  )
}

function cancelDialog({ texts }: ViewContext): Html {
  return html`<dialog id="cancel" aria-labelledby="cancel-title">
    <form id="cancel-form" novalidate>
      <h2 id="cancel-title">${texts.cancelTitle}</h2>
      <p class="mono" id="cancel-order"></p>
      <label for="cancel-amount">${texts.amount}</label>
      <input id="cancel-amount" type="text" inputmode="decimal" autocomplete="off" />
      <div class="bar">
        <button type="button" id="cancel-back">${texts.back}</button>
        <button type="submit" class="go">${texts.cancelDo}</button>
      </div>
    </form>
  </dialog>`
}
