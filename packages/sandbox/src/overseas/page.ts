/** The overseas payment window as a page (docs/protocol/overseas.md section 3). */
import { html, raw } from 'hono/html'
import { TEST_CARDS } from '../scenarios/cards.ts'
import { errorLine } from '../window/card-form.ts'
import type { Text } from '../window/language.ts'
import { framedPage, type Html, type PageContext } from '../window/page-frame.ts'
import { TEXTS } from '../window/texts.ts'
import { OVERSEAS_CLIENT } from './client.ts'
import type { OverseasWindow } from './state.ts'

/** Inputs, in the order a buyer fills them in. The optional ones start with what the shop sent. */
const INPUTS = ['number', 'expiry', 'securityCode', 'firstName', 'lastName', 'email'] as const
export type OverseasInput = (typeof INPUTS)[number] | 'agree'

const LABELS: Readonly<Record<(typeof INPUTS)[number], Text>> = {
  number: { ko: '카드번호', en: 'Card number' },
  expiry: { ko: '유효기간', en: 'Expiry' },
  securityCode: { ko: 'CVC', en: 'Security code' },
  firstName: { ko: '이름', en: 'First name' },
  lastName: { ko: '성', en: 'Last name' },
  email: { ko: '이메일', en: 'E-mail' },
}

const HOW: Readonly<
  Record<(typeof INPUTS)[number], { autocomplete: string; max: number; wide?: true; digits?: true }>
> = {
  number: { autocomplete: 'cc-number', max: 19, wide: true, digits: true },
  expiry: { autocomplete: 'cc-exp', max: 5, digits: true },
  securityCode: { autocomplete: 'cc-csc', max: 4, digits: true },
  firstName: { autocomplete: 'given-name', max: 60 },
  lastName: { autocomplete: 'family-name', max: 60 },
  email: { autocomplete: 'email', max: 100, wide: true },
}

/** A window that works. `target`: which document posts the result of a layer; `buyer`: what it does by itself. */
export function overseasPage(
  context: PageContext,
  session: OverseasWindow,
  target: 'top' | 'frame',
  buyer?: 'close' | 'abandon',
): Promise<Response> {
  const { language } = context
  const { order } = session
  const amount = `${order.currency} ${order.totalAmount}`
  const texts: Record<string, Text> = {
    ...TEXTS,
    ...LABELS,
    title: { ko: '해외카드 결제', en: 'Overseas card payment' },
    pay: { ko: `${amount} 결제하기`, en: `Pay ${amount}` },
    amount: { ko: amount, en: amount },
  }
  const t = (key: string): Html => html`<span data-t="${key}">${texts[key]?.[language] ?? key}</span>`
  const config = { id: session.id, base: context.origin, language, target, buyer, texts }
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
      ${summary(session, t)} ${form(session, t, language)}
      <section id="view-message" hidden data-testid="message">
        <h2 tabindex="-1" id="message-title">${t('problem')}</h2>
        <p id="message-text" tabindex="-1"></p>
        <button type="button" id="close-message" class="primary" data-testid="close-message">${t('closeShort')}</button>
      </section>
    </main>
    <script type="application/json" id="config">
      ${raw(JSON.stringify(config).replaceAll('<', '\\u003c'))}
    </script>
    <script nonce="${context.nonce}">
      ${raw(OVERSEAS_CLIENT)}
    </script>`
  return framedPage(context, texts['title']?.[language] ?? '', bar, body)
}

function summary({ order }: OverseasWindow, t: (key: string) => Html): Html {
  const row = (key: string, value: string | Html, style = '') =>
    html`<div class="${style}">
      <dt>${t(key)}</dt>
      <dd data-testid="${key}">${value}</dd>
    </div>`
  return html`<dl class="summary">
    ${row('merchant', order.account.serviceId)} ${row('goods', order.goods)} ${row('order', order.oid, 'small')}
    ${row('total', t('amount'), 'total')}
  </dl>`
}

function form({ order }: OverseasWindow, t: (key: string) => Html, language: 'ko' | 'en'): Html {
  const start: Partial<Record<string, string>> = {
    firstName: order.firstName,
    lastName: order.lastName,
    email: order.email,
  }
  return html`<form id="view-card" novalidate>
    <fieldset class="cards">
      <legend>${t('testCards')}</legend>
      <p class="hint">${t('testCardsHint')}</p>
      <ul>
        ${TEST_CARDS.map(
          (card) =>
            html`<li>
              <button
                type="button"
                class="chip"
                data-card="${card.number}"
                data-testid="test-card-${card.number.slice(-4)}"
              >
                <span class="digits">${card.number.slice(-4)}</span>
                <span data-ko="${card.label.ko}" data-en="${card.label.en}">${card.label[language]}</span>
              </button>
            </li>`,
        )}
      </ul>
    </fieldset>
    <div class="fields">
      ${INPUTS.map(
        (name) =>
          html`<div class="field ${HOW[name].wide ? 'wide' : ''}">
            <label for="${name}">${t(name)}</label>
            <input
              id="${name}"
              name="${name}"
              type="text"
              value="${start[name] ?? ''}"
              inputmode="${HOW[name].digits ? 'numeric' : 'text'}"
              autocomplete="${HOW[name].autocomplete}"
              maxlength="${HOW[name].max}"
              data-testid="${name}"
              aria-describedby="${name}-error"
            />
            ${errorLine(name)}
          </div>`,
      )}
    </div>
    <div class="foot">
      <label class="check">
        <input type="checkbox" id="agree" name="agree" value="Y" data-testid="agree" aria-describedby="agree-error" />
        ${t('agree')}
      </label>
      ${errorLine('agree')}
      <p id="status" class="status" role="status" data-testid="status"></p>
      <button type="submit" class="primary" id="pay" data-testid="pay">${t('pay')}</button>
    </div>
  </form>`
}
