/** Prints docs/errors.md from the error tables: `node --conditions=payple-source scripts/errors-page.ts > docs/errors.md`. */
import { browserErrorText } from '@payple-kit/core'
import type { BrowserErrorCode, BuyerText } from '@payple-kit/core'
import { SERVER_ERRORS } from '@payple-kit/server'

/** Long form of the browser's hints, kept out of the bundle. */
const BROWSER_HINTS: Readonly<Record<BrowserErrorCode, string>> = {
  SCRIPT_BLOCKED:
    "Payple's script failed to load three times: an ad blocker, a Content-Security-Policy without Payple's host in `script-src` (or a missing `nonce` on `PaypleProvider`), or the host is down.",
  SCRIPT_TIMEOUT: 'The script tag neither loaded nor failed within 10 seconds, three times.',
  SCRIPT_NO_GLOBAL:
    'The script loaded but `PaypleCpayAuthCheck` is not there: a wrong `scriptUrl`, or the 2018 script without jQuery (`jqueryUrl`).',
  OFFLINE:
    'The browser is offline, or the companion did not answer within 15 seconds. Check the `companion` path and that the server is mounted there.',
  WINDOW_REFUSED:
    "Payple's script refused before the window opened and will never call back: it showed an alert (its text is in `message`), threw, or the auth request of auth-file mode failed. Often `origin` differs from the page's address (AUTH0004, AUTH0007).",
  POPUP_BLOCKED:
    'The browser blocked the payment tab. Start the payment in the click itself (no `await` before `start()`), or use `display="redirect"` on phones.',
  ALREADY_OPEN: 'A payment window is open already: in this page, or for the same order in another tab.',
}

/** The page as text. */
export function errorsPage(): string {
  const browser = Object.entries(BROWSER_HINTS).map(([code, hint]) =>
    line(code, hint, browserErrorText(code as BrowserErrorCode)),
  )
  const server = Object.entries(SERVER_ERRORS).map(([code, { message, buyer }]) => line(code, message, buyer))
  return [
    '# Errors',
    '',
    'Switch on `error.code`; texts may change. `error.message` is for developers, `error.buyer.ko` and `error.buyer.en` may be shown. A decline carries',
    "Payple's code in `error.gatewayCode` and takes its words from the [635 explained result codes](../packages/core/src/codes). `failed` always",
    'means that nothing was charged, or that it was given back; doubt is the outcome `unknown` and no error.',
    '',
    '## In the browser',
    '',
    ...head,
    ...browser,
    '',
    '## From the companion',
    '',
    ...head,
    ...server,
    '',
    '## Thrown',
    '',
    'Mistakes of the integration throw `PaypleIntegrationError` with a `code` and a message that names field, value and rule: `PROVIDER_MISSING`,',
    '`ENVIRONMENT_INVALID`, `FIELD_INVALID`, `AMOUNT_INVALID`, and `CONFIG_INVALID` when `createPayple` is given a configuration that cannot work, `LEDGER_TOO_NEW` and `LEDGER_UNUSABLE` for the file,',
    '`BILLING_KEY_UNREADABLE` when a stored card was sealed with a key that is no longer configured.',
    '',
  ].join('\n')
}

const head = ['| code | what happened, what to do | buyer, ko | buyer, en |', '|---|---|---|---|']

function line(code: string, hint: string, buyer: BuyerText): string {
  return `| \`${code}\` | ${hint} | ${buyer.ko} | ${buyer.en} |`
}

if (import.meta.main) process.stdout.write(errorsPage())
