/** The payment window as a page. */
import { html, raw } from 'hono/html'
import type { WindowSession } from '../state/records.ts'
import { accountForm } from './account-form.ts'
import { cardForm } from './card-form.ts'
import { CLIENT } from './client.ts'
import type { Text } from './language.ts'
import { framedPage, type Html, type PageContext } from './page-frame.ts'
import { pinForm } from './pin-form.ts'
import { paymentTexts, TEXTS } from './texts.ts'
import { TRANSFER_WINDOW_TEXTS } from './transfer-texts.ts'
import { verifyForm } from './verify-form.ts'

/** What the window starts with. `rejected` can only be closed; `error` is delivered when acknowledged. */
export type View =
  | { view: 'card' | 'app' | 'account' | 'pin' }
  | { view: 'error' | 'rejected'; code?: string | undefined; message: Text }

/** A window that works. `buyer`: what it does by itself, because a scenario says so. */
export function windowPage(
  context: PageContext,
  session: WindowSession,
  view: View,
  buyer?: 'close' | 'abandon',
): Promise<Response> {
  const { language } = context
  const texts: Record<string, Text> = { ...TEXTS, ...TRANSFER_WINDOW_TEXTS, ...paymentTexts(session) }
  const t = (key: string): Html => html`<span data-t="${key}">${texts[key]?.[language] ?? key}</span>`
  const config = {
    id: session.id,
    base: context.origin,
    language,
    embedded: context.embedded,
    direct: session.request.direct,
    link: session.channel === 'link',
    target: session.pageOrigin ?? '*',
    texts,
    buyer,
    message: 'message' in view ? view.message : undefined,
  }
  const bar = html`<h1>${t('title')}</h1>
    <button type="button" id="language" class="quiet" data-testid="language">${t('switchLanguage')}</button>
    <button
      type="button"
      id="close"
      class="quiet"
      data-testid="close"
      data-t-label="close"
      aria-label="${TEXTS.close[language]}"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
    </button>`
  const body = html`<main>
      ${summary(session, t)}
      ${view.view === 'card' || view.view === 'app' ? cardForm(session, view.view, t, language) : ''}
      ${view.view === 'account' ? html`${accountForm(session, t, language)} ${verifyForm(t)}` : ''}
      ${pinForm(view.view === 'pin', t)} ${messageView(context, view, t)}
      <p id="status" class="status" role="status" data-testid="status"></p>
    </main>
    <script type="application/json" id="config">
      ${raw(JSON.stringify(config).replaceAll('<', '\\u003c'))}
    </script>
    <script nonce="${context.nonce}">
      ${raw(CLIENT)}
    </script>`
  return framedPage(context, texts['title']?.[language] ?? '', bar, body)
}

function summary({ merchant, request }: WindowSession, t: (key: string) => Html): Html {
  const row = (key: string, value: string | Html, style = '') =>
    html`<div class="${style}">
      <dt>${t(key)}</dt>
      <dd data-testid="${key}">${value}</dd>
    </div>`
  const paying = request.work !== 'AUTH'
  return html`<dl class="summary">
    ${row('merchant', merchant.cstId)} ${paying ? row('goods', request.goods) : ''}
    ${row('order', request.oid, 'small')} ${paying ? row('total', t('amount'), 'total') : ''}
  </dl>`
}

function messageView({ language }: PageContext, view: View, t: (key: string) => Html): Html {
  const problem = 'message' in view ? view : undefined
  const shownIf = (condition: boolean) => (condition ? '' : raw('hidden'))
  return html`<section id="view-message" ${shownIf(problem !== undefined)} data-testid="message">
    <h2 tabindex="-1" id="message-title">${t('problem')}</h2>
    <p id="message-text" tabindex="-1">${problem?.message[language] ?? ''}</p>
    ${problem?.code === undefined ? '' : html`<p class="code">${problem.code}</p>`}
    <button type="button" id="acknowledge" class="primary" data-testid="confirm" ${shownIf(view.view === 'error')}>
      ${t('confirm')}
    </button>
    <button
      type="button"
      id="close-message"
      class="primary"
      data-testid="close-message"
      ${shownIf(view.view === 'rejected')}
    >
      ${t('closeShort')}
    </button>
    <a id="next" class="primary" data-testid="next" hidden>${t('next')}</a>
  </section>`
}
