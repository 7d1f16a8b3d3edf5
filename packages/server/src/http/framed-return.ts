import { toBase64 } from '../base64.ts'

/** Whether the browser says that the answer will be shown in a frame. One that says nothing gets the redirect. */
export function isFramed(request: Request): boolean {
  return /^i?frame$/.test(request.headers.get('sec-fetch-dest') ?? '')
}

/** The text never changes, so one hash allows it and nothing else. */
const SCRIPT =
  "const{checkout,origin}=document.body.dataset;top.postMessage({type:'payple-kit:return',checkoutId:checkout},origin)"

/**
 * The answer to a return inside a frame: tells the shop's page, which then asks the companion. Only a page of `origin` hears it, and it
 * hears no more than that something happened.
 */
export async function framedReturn(to: {
  readonly checkoutId: string
  readonly origin: string
  readonly location: string
}): Promise<Response> {
  const hash = toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(SCRIPT))))
  const page = `<!doctype html>
<html lang="ko"><meta charset="utf-8"><title>Payple</title>
<body data-checkout="${escaped(to.checkoutId)}" data-origin="${escaped(to.origin)}">
<p><a href="${escaped(to.location)}" target="_top">결제 결과 보기 · <span lang="en">See the result</span></a></p>
<script>${SCRIPT}</script>
</body></html>`
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'sha256-${hash}'`,
    },
  })
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
