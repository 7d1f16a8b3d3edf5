/**
 * The consent step of a transfer: an ARS call for a person, a deposit of 1 won for a company (section 3.9). Nobody calls
 * and nothing is deposited, so the page shows the number that the buyer would hear or read.
 */
import { html } from 'hono/html'
import { errorLine } from './card-form.ts'
import type { Html } from './page-frame.ts'

/** The form, hidden until the account is known. */
export function verifyForm(t: (key: string) => Html): Html {
  return html`<form id="view-verify" novalidate autocomplete="off" hidden>
    <h2>${t('verifyTitle')}</h2>
    <p id="verify-personal">${t('verifyPersonal')}</p>
    <p id="verify-company" hidden>${t('verifyCompany')}</p>
    <p class="shown" id="verify-shown" data-testid="verify-shown"></p>
    <div class="field wide">
      <label for="code">${t('verifyCode')}</label>
      <p class="hint">${t('verifyLimit')}</p>
      <input
        id="code"
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="4"
        data-testid="verify-code"
        aria-describedby="code-error"
      />
      ${errorLine('code')}
    </div>
    <button type="submit" class="primary" data-testid="verify-submit">${t('verifySubmit')}</button>
  </form>`
}
