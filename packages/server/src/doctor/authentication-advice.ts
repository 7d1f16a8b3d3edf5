import { resultCode } from '@payple-kit/core'

import type { Settings } from '../options/settings.ts'

interface Advice {
  readonly finding: string
  readonly todo: string
}

/** What a refusal of `auth.php` means for these options (docs/protocol/domestic.md 9.3), and what to fix. */
export function authenticationAdvice(code: string | undefined, { origin, scope, gateway }: Settings): Advice {
  switch (code) {
    case 'AUTH0001':
    case 'AUTH0003':
      return {
        finding: `${code}: Payple does not know this cst_id at ${gateway}.`,
        todo: `Check domestic.cstId. Ids of test and live differ, and environment is '${scope}'; the live one is in Payple’s opening mail.`,
      }
    case 'AUTH0002':
      return {
        finding: 'AUTH0002: the custKey does not belong to this cst_id.',
        todo: `Check domestic.custKey, and that it is the one for '${scope}'.`,
      }
    case 'AUTH0004':
      return {
        finding: `AUTH0004: ${origin} is not a domain registered for this partner.`,
        todo: 'Set origin to the registered domain (sub-domains are accepted), or have Payple register this one.',
      }
    case 'AUTH0006':
      return {
        finding: 'AUTH0006: Payple wants https.',
        todo: `Serve the shop by https and set origin accordingly; it is ${origin}.`,
      }
    case 'AUTH0007':
      return {
        finding: `AUTH0007: the page that opens the window is not at ${origin}.`,
        todo: 'Set origin to exactly what the address bar shows: localhost is not 127.0.0.1, and ports and sub-domains count.',
      }
    default:
      return {
        finding: `Payple refuses the partner’s keys. ${resultCode(code)?.hint ?? code ?? 'It gave no code.'}`,
        todo: 'Compare cstId and custKey with Payple’s mail; ask Payple with the code at hand.',
      }
  }
}
