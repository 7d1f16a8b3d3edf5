/** Checks the three keys that every server call after `auth.php` carries (docs/protocol/domestic.md sections 2.5, 6). */
import type { Merchant } from '../settings.ts'
import type { AuthSession, Purpose } from '../state/records.ts'
import { type Fields, text } from '../wire/fields.ts'
import type { World } from '../world.ts'

/** Why an `AuthKey` was not accepted. */
type KeyProblem = 'unknown' | 'expired' | 'used' | 'other-purpose' | 'other-partner'

/** The session of an `AuthKey`, or why there is none. */
export type KeyCheck =
  | { ok: true; session: AuthSession }
  | { ok: false; problem: KeyProblem; merchant: Merchant | undefined }

/** Looks an `AuthKey` up and spends it. Ids may be raw or the tokens of the same auth call. */
export function spendAuthKey(world: World, fields: Fields, purpose: Purpose): KeyCheck {
  const session = world.store.authSessions.get(text(fields, 'PCD_AUTH_KEY'))
  if (session === undefined) return { ok: false, problem: 'unknown', merchant: undefined }
  const { merchant } = session
  const problem = problemOf(world, session, fields, purpose)
  if (problem !== undefined) return { ok: false, problem, merchant }
  session.used = true
  return { ok: true, session }
}

function problemOf(world: World, session: AuthSession, fields: Fields, purpose: Purpose): KeyProblem | undefined {
  const { settings } = world
  if (settings.now() - session.issuedAt > settings.authKeyLifetimeMs) return 'expired'
  if (settings.singleUseAuthKeys && session.used) return 'used'
  if (session.purpose !== purpose) return 'other-purpose'
  return matchesPartner(session, fields, purpose) ? undefined : 'other-partner'
}

/** In the window the ids may be missing: with `PCD_AUTH_KEY` and `PCD_PAY_URL` alone it works too (section 1.2.1 B). */
function matchesPartner(session: AuthSession, fields: Fields, purpose: Purpose): boolean {
  const id = text(fields, 'PCD_CST_ID')
  const key = text(fields, 'PCD_CUST_KEY')
  if (purpose === 'window' && id === '' && key === '') return true
  const { cstId, custKey } = session.merchant
  return (id === cstId || id === session.cstToken) && (key === custKey || key === session.custToken)
}
