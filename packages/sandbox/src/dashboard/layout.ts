/** The frame of the sandbox's own pages: colours, policy, nothing from outside. */
import { html, raw } from 'hono/html'
import type { Language } from '../window/language.ts'
import type { Html } from '../window/page-frame.ts'
import { hexId } from '../wire/tokens.ts'
import type { World } from '../world.ts'
import { STYLES } from './styles.ts'

/** A page in the sandbox's own frame. `script` is trusted text of this package. */
export async function pageResponse(
  world: World,
  language: Language,
  title: string,
  body: Html,
  script = '',
): Promise<Response> {
  const nonce = hexId(world.settings.random)
  const mark = language === 'ko' ? '샌드박스 · 페이플 아님' : 'Sandbox · not Payple'
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${raw(STYLES)}
        </style>
      </head>
      <body>
        <header class="mark"><strong>${mark}</strong></header>
        ${body}${
          script === ''
            ? ''
            : html`<script nonce="${nonce}">
                ${raw(script)}
              </script>`
        }
      </body>
    </html>`
  return new Response(String(await page), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  })
}
