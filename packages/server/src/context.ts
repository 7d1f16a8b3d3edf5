import type { Vault } from './billing-keys/vault.ts'
import type { Gateway } from './gateway/gateway.ts'
import type { OverseasGateway } from './gateway/overseas/overseas-gateway.ts'
import type { Log } from './log.ts'
import type { Settings } from './options/settings.ts'

/** What every part of the companion works with. Built once by `createPayple`. */
export interface Context {
  readonly settings: Settings
  /** Both products behind one door. */
  readonly gateway: Gateway
  /** Absent without the `overseas` option. */
  readonly overseas: OverseasGateway | undefined
  readonly log: Log
  /** Absent without the `billingKeys` option. */
  readonly vault: Vault | undefined
}
