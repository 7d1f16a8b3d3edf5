import type { Environment } from '@payple-kit/core'

import type { LedgerScope } from '../ledger/checkout-row.ts'
import type { World } from '../world.ts'
import type { DomesticOptions, OverseasOptions, PaypleOptions } from './options.ts'

/** Partner account with every default filled in. */
export type DomesticSettings = Omit<DomesticOptions, 'authentication' | 'work' | 'scriptUrl'> & {
  readonly authentication: 'client-key' | 'server' | 'auth-file'
  readonly work: 'CERT' | 'PAY'
  readonly scriptUrl: string
}

/** The overseas account with every default filled in. */
export type OverseasSettings = OverseasOptions & {
  /** Origin of its REST API, which is another host than the domestic one. */
  readonly gateway: string
  readonly scriptUrl: string
}

/** Milliseconds. */
export interface Timeouts {
  readonly authMs: number
  readonly confirmMs: number
  readonly lookupMs: number
  readonly leaseMs: number
}

/** Checked options with every default filled in. */
export interface Settings extends Pick<
  PaypleOptions,
  'authorize' | 'billingKeys' | 'ledger' | 'loadOrder' | 'log' | 'onAttention' | 'onSettled' | 'webhooks'
> {
  readonly environment: Environment
  readonly scope: LedgerScope
  /** Origin of the gateway. */
  readonly gateway: string
  readonly origin: string
  readonly basePath: string
  readonly domestic: DomesticSettings
  readonly overseas: OverseasSettings | undefined
  readonly landing: NonNullable<PaypleOptions['landing']>
  readonly timeouts: Timeouts
  readonly world: World
}
