/** The PIN step: chosen after the card on the first PIN payment, asked for alone afterwards (section 3.9). */
import { html, raw } from 'hono/html'
import { errorLine } from './card-form.ts'
import type { Html } from './page-frame.ts'

/** The form. `returning`: the buyer has a PIN already and this is the first thing the window shows. */
export function pinForm(returning: boolean, t: (key: string) => Html): Html {
  return html`<form
    id="view-pin"
    novalidate
    autocomplete="off"
    data-act="${returning ? 'enter-pin' : 'set-pin'}"
    ${returning ? '' : raw('hidden')}
  >
    <div class="field wide">
      <label for="pin">${t('pinTitle')}</label>
      <p class="hint">${t(returning ? 'pinEnter' : 'pinSet')}</p>
      <input
        id="pin"
        name="pin"
        type="password"
        inputmode="numeric"
        autocomplete="off"
        maxlength="6"
        data-testid="pin"
        aria-describedby="pin-error"
      />
      ${errorLine('pin')}
    </div>
    <button type="submit" class="primary" data-testid="pin-submit">${t('pay')}</button>
  </form>`
}
