/** Who calls: the request for a token, and the token of every other call (docs/protocol/overseas.md sections 1.4 and 2). */
import { type Fields, text } from '../wire/fields.ts'
import type { World } from '../world.ts'
import { refusal, simulated, type Refusal } from './answers.ts'
import type { OverseasAccount } from './options.ts'
import type { OverseasToken } from './state.ts'

/** The account behind a call, or the refusal. */
export type Caller = { account: OverseasAccount; refusal?: undefined } | { account?: undefined; refusal: Refusal }

/** The address a call came from: what a proxy, or the sandbox's own server, says. */
function ipOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '127.0.0.1'
}

/** Whether calls from there are taken. */
export function isAllowed({ allowedIps }: OverseasAccount, request: Request): boolean {
  return allowedIps === undefined || allowedIps.includes(ipOf(request))
}

/** Checks the bearer token and the account of a server's call. */
export function identify(world: World, request: Request, fields: Fields): Caller {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  const caller = ofToken(world, bearer, text(fields, 'service_id'))
  if (caller.account === undefined || !world.settings.overseas.checkIpEverywhere) return caller
  return isAllowed(caller.account, request) ? caller : { refusal: refusal('T0310') }
}

/** Checks a token and uses it. */
export function ofToken(world: World, token: string, serviceId: string): Caller {
  const known = liveToken(world, token)
  if (known === undefined) return { refusal: simulated(world, 'SIM_TOKEN') }
  known.used = true
  if (known.account.serviceId === serviceId) return { account: known.account }
  const isPartner = world.settings.overseas.accounts.some((account) => account.serviceId === serviceId)
  return { refusal: refusal(isPartner ? 'T0320' : 'T0322') }
}

/** A token that still works. */
export function liveToken({ overseas, settings }: World, token: string): OverseasToken | undefined {
  const known = overseas.tokens.get(token)
  if (known === undefined || settings.now() - known.issuedAt >= settings.overseas.tokenLifetimeMs) return undefined
  return settings.overseas.oneUseTokens && known.used ? undefined : known
}

/** How many tokens of an account still work. */
export function liveTokens(world: World, account: OverseasAccount): number {
  const { tokens } = world.overseas
  return [...tokens].filter(([token, known]) => known.account === account && liveToken(world, token) !== undefined)
    .length
}
