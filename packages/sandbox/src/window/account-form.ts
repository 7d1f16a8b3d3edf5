/** The account step of a transfer: bank, number, holder, and a cash receipt when the shop asked for one. */
import { html, raw } from 'hono/html'
import { TEST_ACCOUNTS } from '../scenarios/accounts.ts'
import { BANKS } from '../scenarios/banks.ts'
import type { WindowSession } from '../state/records.ts'
import { wantsReceipt } from '../state/receipts.ts'
import { text } from '../wire/fields.ts'
import { errorLine } from './card-form.ts'
import type { Language } from './language.ts'
import type { Html } from './page-frame.ts'

/** The form of the first step. `t` prints a text that the language button can switch. */
export function accountForm(session: WindowSession, t: (key: string) => Html, language: Language): Html {
  return html`<form id="view-account" novalidate autocomplete="off">
    <fieldset class="cards">
      <legend>${t('testAccounts')}</legend>
      <p class="hint">${t('testAccountsHint')}</p>
      <ul>
        ${TEST_ACCOUNTS.map(
          ({ bank, number, label, outcome }) =>
            html`<li>
              <button
                type="button"
                class="chip"
                data-bank="${bank}"
                data-account="${number}"
                data-testid="test-account-${number.slice(-4)}"
                data-outcome="${outcome.type}"
              >
                <span class="digits">${number.slice(-4)}</span>
                <span data-ko="${label.ko}" data-en="${label.en}">${label[language]}</span>
              </button>
            </li>`,
        )}
      </ul>
    </fieldset>
    <div class="fields">${bankField(t, language)} ${inputs(session, t)}</div>
    ${wantsReceipt(session.request.fields) ? receipt(session, t) : ''}
    <div class="foot">
      <label class="check">
        <input type="checkbox" id="agree" name="agree" value="Y" data-testid="agree" aria-describedby="agree-error" />
        ${t('agreeTransfer')}
      </label>
      ${errorLine('agree')}
      <button type="submit" class="primary" id="pay" data-testid="pay">${t('pay')}</button>
    </div>
  </form>`
}

function bankField(t: (key: string) => Html, language: Language): Html {
  return html`<div class="field wide">
    <label for="bank">${t('bank')}</label>
    <select id="bank" name="bank" data-testid="bank" aria-describedby="bank-error">
      <option value="" data-t="chooseBank">${t('chooseBank')}</option>
      ${BANKS.map(
        ({ code, name, english }) =>
          html`<option value="${code}" data-ko="${name}" data-en="${english}">
            ${language === 'ko' ? name : english}
          </option>`,
      )}
    </select>
    ${errorLine('bank')}
  </div>`
}

function inputs({ request }: WindowSession, t: (key: string) => Html): Html {
  const name = text(request.fields, 'PCD_PAYER_NAME')
  const phone = text(request.fields, 'PCD_PAYER_HP').replace(/\D/g, '')
  return html`${field(t, 'account', 'account-number', { wide: true, digits: 16 })}
  ${field(t, 'holder', 'holder', { length: 80, value: name })}
  ${field(t, 'phone', 'phone', { digits: 11, hint: 'phoneHint', value: phone })}
  ${field(t, 'birth', 'birth', { wide: true, digits: 10, hint: 'birthHint' })}`
}

function receipt({ request }: WindowSession, t: (key: string) => Html): Html {
  const phone = text(request.fields, 'PCD_PAYER_HP').replace(/\D/g, '')
  const choice = (name: 'personal' | 'company', checked: boolean) =>
    html`<label class="method">
      <input
        type="radio"
        name="receiptUse"
        value="${name}"
        data-testid="receipt-${name}"
        ${checked ? raw('checked') : ''}
      />
      ${t(`receipt-${name}`)}
    </label>`
  return html`<fieldset class="methods receipt">
      <legend>${t('receipt')}</legend>
      ${choice('personal', true)} ${choice('company', false)}
    </fieldset>
    <div class="fields">${field(t, 'receiptNumber', 'receipt-number', { wide: true, digits: 11, value: phone })}</div>`
}

interface FieldOptions {
  wide?: boolean
  /** Digits only, at most so many. */
  digits?: number
  length?: number
  hint?: string
  value?: string
}

type AccountField = 'account' | 'holder' | 'birth' | 'phone' | 'receiptNumber'

function field(t: (key: string) => Html, name: AccountField, testId: string, options: FieldOptions): Html {
  const { wide = false, digits, length = digits ?? 80, hint, value = '' } = options
  return html`<div class="field ${wide ? 'wide' : ''}">
    <label for="${name}">${t(name)}${hint === undefined ? '' : html` <small>${t(hint)}</small>`}</label>
    <input
      id="${name}"
      name="${name}"
      type="text"
      ${digits === undefined ? '' : raw('inputmode="numeric"')}
      autocomplete="off"
      maxlength="${length}"
      value="${value}"
      data-testid="${testId}"
      aria-describedby="${name}-error"
    />
    ${errorLine(name)}
  </div>`
}
