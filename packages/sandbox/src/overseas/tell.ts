/** Webhooks of the overseas product: nested JSON to two addresses (docs/protocol/overseas.md section 6). */
import { announce } from '../webhooks/outbox.ts'
import type { World } from '../world.ts'
import { flat, type Nested } from './answers.ts'
import { addressee, type OverseasAccount } from './options.ts'

/** Sends a message, unless no address is registered for it. */
export function tell(
  world: World,
  account: OverseasAccount,
  target: 'overseas-payment' | 'overseas-cancel',
  oid: string,
  body: Nested,
): void {
  announce(world, { kind: target, target, merchant: addressee(account), oid, fields: flat(body), body })
}
