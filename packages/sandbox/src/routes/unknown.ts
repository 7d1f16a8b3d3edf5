/** Everything else: 404, with the path that was probably meant. */
import { nearest } from '../wire/nearest.ts'
import { OVERSEAS_PATHS } from '../overseas/routes.ts'
import { GPAY_SCRIPT_PATH } from './script.ts'
import { ADMIN_ACTIONS, ADMIN_LISTS } from './admin-actions.ts'
import { CONFIRM_PATHS, LINK_PAGE_PATH, PATHS } from './auth-variants.ts'

const without = (path: string): string => path.split('?')[0] ?? ''

/** Paths the sandbox answers, without queries. */
const knownPaths = (prefix: string): readonly string[] => [
  '/js/v1/payment.js',
  '/js/cpay.payple.1.0.1.js',
  GPAY_SCRIPT_PATH,
  ...Object.values(OVERSEAS_PATHS),
  '/php/auth.php',
  ...Object.values(CONFIRM_PATHS).map((path) => prefix + without(path)),
  ...Object.entries(PATHS).map(([purpose, path]) => (purpose === 'window' ? '' : prefix) + without(path)),
  prefix + LINK_PAGE_PATH,
  '/_/',
  '/_/healthz',
  '/_/api/events',
  ...[ADMIN_LISTS, ADMIN_ACTIONS].flatMap((routes) => Object.keys(routes).map((name) => `/_/api/${name}`)),
]

/** Answers a request for nothing. `prefix` is the configured path prefix. */
export function answerUnknown(request: Request, prefix: string): Response {
  const { pathname } = new URL(request.url)
  const paths = knownPaths(prefix)
  const known = paths.includes(pathname)
  const error = known ? `${request.method} is not answered here.` : 'The sandbox does not know this path.'
  const answer = {
    error,
    method: request.method,
    path: pathname,
    nearest: known ? pathname : (nearest(pathname, paths) ?? '/_/'),
  }
  return Response.json(answer, { status: known ? 405 : 404 })
}
