/** What every page of the window has around it: the mark that it is not Payple, the looks, and the policy. */
import { html, raw } from 'hono/html'
import type { Language, Text } from './language.ts'
import { STYLES } from './styles.ts'
import { TEXTS } from './texts.ts'

/** A piece of a page. Everything put into it is escaped, except `raw`. */
export type Html = ReturnType<typeof html>

/** What a page needs beside the payment. */
export interface PageContext {
  /** Where the page's own calls go. */
  origin: string
  language: Language
  embedded: boolean
  /** For the content security policy: only our own script and style run. */
  nonce: string
}

/** A page as a response: `bar` stands in the header under the mark, `body` below it. */
export async function framedPage(context: PageContext, title: string, bar: Html, body: Html): Promise<Response> {
  const { language, nonce } = context
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Sandbox</title>
        <style nonce="${nonce}">
          ${raw(STYLES)}
        </style>
      </head>
      <body>
        <div class="window">
          <header>
            <p class="mark">
              <strong data-t="mark">${TEXTS.mark[language]}</strong>
              <span data-t="markDetail">${TEXTS.markDetail[language]}</span>
            </p>
            <div class="bar">${bar}</div>
          </header>
          ${body}
        </div>
      </body>
    </html>`
  return new Response(String(await page), { headers: headersFor(context) })
}

/** A window that refuses to open: nothing in it can report to the page (docs/protocol/domestic.md section 3.7). */
export function errorPage(context: PageContext, code: string | undefined, message: Text): Promise<Response> {
  const title = TEXTS.problem[context.language]
  const body = html`<main data-testid="refused">
    <p>${message[context.language]}</p>
    ${code === undefined ? '' : html`<p class="code">${code}</p>`}
  </main>`
  return framedPage(context, title, html`<h1>${title}</h1>`, body)
}

/** No frame restriction: merchant pages of every origin frame the window. */
function headersFor({ nonce, origin, embedded }: PageContext): Headers {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `connect-src 'self' ${origin}`,
    'form-action http: https:',
    "base-uri 'none'",
  ]
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
  })
  if (embedded) headers.set('access-control-allow-origin', '*')
  return headers
}
