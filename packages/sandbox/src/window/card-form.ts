/** The card step: entry for `PCD_CARD_VER` 01, a choice for the app cards of 02. */
import { html, raw } from 'hono/html'
import { TEST_CARDS } from '../scenarios/cards.ts'
import { institutionName } from '../scenarios/institution-names.ts'
import type { WindowSession } from '../state/records.ts'
import { text } from '../wire/fields.ts'
import type { Language } from './language.ts'
import type { Html } from './page-frame.ts'
import { PAY_METHODS } from './request.ts'

/** The form of the first step. `t` prints a text that the language button can switch. */
export function cardForm(
  session: WindowSession,
  view: 'card' | 'app',
  t: (key: string) => Html,
  language: Language,
): Html {
  return html`<form id="view-card" novalidate autocomplete="off">
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
                data-outcome="${card.outcome.type}"
              >
                <span class="digits">${card.number.slice(-4)}</span>
                <span data-ko="${card.label.ko}" data-en="${card.label.en}">${card.label[language]}</span>
              </button>
            </li>`,
        )}
      </ul>
    </fieldset>
    ${view === 'card' ? entry(session, t) : choice(session, t, language)}
    <div class="foot">
      <label class="check">
        <input type="checkbox" id="agree" name="agree" value="Y" data-testid="agree" aria-describedby="agree-error" />
        ${t('agree')}
      </label>
      ${errorLine('agree')}
      <button type="submit" class="primary" id="pay" data-testid="pay">${t('pay')}</button>
    </div>
  </form>`
}

function entry({ merchant }: WindowSession, t: (key: string) => Html): Html {
  return html`<div class="fields">
      ${field(t, 'number', 'card-number', 'cc-number', 19, '0000 0000 0000 0000')}
      ${field(t, 'expiry', 'expiry', 'cc-exp', 5, 'MM/YY')}
      ${field(t, 'password', 'card-password', 'off', 2, '', 'password')} ${field(t, 'birth', 'birth', 'off', 10, '')}
    </div>
    ${merchant.test ? html`<p class="hint">${t('unchecked')}</p>` : ''}`
}

function choice({ request }: WindowSession, t: (key: string) => Html, language: Language): Html {
  const methods = text(request.fields, 'PCD_PAY_METHOD') === '' ? PAY_METHODS : [request.method]
  return html`<fieldset class="methods">
      <legend>${t('method')}</legend>
      ${methods.map(
        (method, index) =>
          html`<label class="method">
            <input
              type="radio"
              name="method"
              value="${method}"
              data-testid="method-${method}"
              ${index === 0 ? raw('checked') : ''}
            />
            ${t(method)}
          </label>`,
      )}
    </fieldset>
    <div class="fields">
      <div class="field wide">
        <label for="number">${t('appNumber')}</label>
        <select id="number" name="number" data-testid="card-number" aria-describedby="number-error">
          ${TEST_CARDS.map(
            (card) =>
              html`<option
                value="${card.number}"
                data-ko="${card.name} ${card.number.slice(-4)} · ${card.label.ko}"
                data-en="${institutionName(card.name, 'en')} ${card.number.slice(-4)} · ${card.label.en}"
              >
                ${institutionName(card.name, language)} ${card.number.slice(-4)} · ${card.label[language]}
              </option>`,
          )}
        </select>
        ${errorLine('number')}
      </div>
    </div>`
}

function field(
  t: (key: string) => Html,
  name: 'number' | 'expiry' | 'birth' | 'password',
  testId: string,
  autocomplete: string,
  maxLength: number,
  placeholder: string,
  type: 'text' | 'password' = 'text',
): Html {
  return html`<div class="field ${name === 'number' || name === 'birth' ? 'wide' : ''}">
    <label for="${name}">${t(name)}${name === 'birth' ? html` <small>${t('birthHint')}</small>` : ''}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      inputmode="numeric"
      autocomplete="${autocomplete}"
      maxlength="${maxLength}"
      placeholder="${placeholder}"
      data-testid="${testId}"
      aria-describedby="${name}-error"
    />
    ${errorLine(name)}
  </div>`
}

/** Where the message about a field appears; empty until there is one. */
export function errorLine(name: string): Html {
  return html`<p class="error" id="${name}-error" data-testid="${name}-error" hidden></p>`
}
