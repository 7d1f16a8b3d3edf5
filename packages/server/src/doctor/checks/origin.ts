import type { Settings } from '../../options/settings.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

const LOCAL = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[.+\])$/

/**
 * The page's origin, which leaves as `Referer` on every call (docs/protocol/domestic.md 1.5). Its form was checked with the options, https
 * on live included.
 */
export function checkOrigin({ origin, scope }: Settings): readonly Check[] {
  const { hostname, protocol } = new URL(origin)
  const found = check('origin', 'ok', `${origin} is sent as Referer.`)
  if (scope === 'live' && (LOCAL.test(hostname) || ADDRESS.test(hostname))) {
    const todo = 'Set origin to the address buyers see, whose domain is registered with Payple.'
    return [check('origin', 'error', `${origin} cannot be the domain registered with Payple (AUTH0004).`, todo)]
  }
  if (scope === 'test' && protocol === 'http:' && !LOCAL.test(hostname)) {
    const todo = 'Serve the shop by https; Payple may answer AUTH0006 without it.'
    return [check('origin', 'warn', `${origin} has no https.`, todo)]
  }
  return [found]
}
