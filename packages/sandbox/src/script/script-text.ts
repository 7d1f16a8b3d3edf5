/**
 * The two scripts a merchant page loads, written anew from docs/protocol/domestic.md section 3, bad habits included:
 * the layer appears before anything is known, the caller's object is changed, every property is printed into markup
 * with only the goods escaped, and the message listener trusts everybody. They are text, not functions, so that no
 * bundler of the host application can rewrite them.
 */
import { AUTH_CHECK_1_0_1, AUTH_CHECK_V1 } from './auth-check.ts'
import { LAYER } from './layer.ts'
import { POPUP } from './popup.ts'
import { RESULT } from './result.ts'

/** `1.0.1` is `/js/cpay.payple.1.0.1.js` (auth file), `v1` is `/js/v1/payment.js` (client key). Section 1.2. */
export type Generation = '1.0.1' | 'v1'

/** What has to be known to print a script. */
export interface ScriptOptions {
  generation: Generation
  /** The script learns its own host from where it was served. */
  origin: string
  /** Fetch window pages instead of navigating to them. */
  embedded: boolean
}

/** The text of a script. */
export function scriptText({ generation, origin, embedded }: ScriptOptions): string {
  // 1.0.1 needs jQuery at load and says so in its first statement, by throwing (section 1.2.2).
  const width = generation === '1.0.1' ? '$(window).width()' : 'document.documentElement.clientWidth'
  const authCheck = generation === '1.0.1' ? AUTH_CHECK_1_0_1 : AUTH_CHECK_V1
  return `var screen_width = ${width};
/* Payple sandbox, ${generation}. Not Payple: nothing here talks to a bank. */
${[LAYER, POPUP, authCheck, RESULT].join('\n')}`
    .replaceAll('__ORIGIN__', JSON.stringify(origin).replaceAll('<', '\\u003c'))
    .replaceAll('__EMBEDDED__', String(embedded))
}
