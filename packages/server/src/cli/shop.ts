import { createPayple } from '../payple.ts'
import type { Payple } from '../payple.ts'
import type { PaypleOptions } from '../options/options.ts'
import { CliFailure, WRONG_USE } from './failure.ts'

/** The shop a command works on. */
export interface Shop {
  readonly payple: Payple
  /** Absent when the configuration exports a `Payple` object, which does not tell. */
  readonly options: PaypleOptions | undefined
}

export const EXAMPLE: string = `It exports the options of createPayple, such as

  // payple.config.ts
  import { sqliteLedger } from '@payple-kit/server/sqlite'
  export default {
    environment: 'test',
    origin: 'https://shop.example',
    domestic: { cstId, custKey, refundKey, clientKey },
    ledger: sqliteLedger('./payple.db'),
    loadOrder: () => null,
  }`

/** What a configuration exports, with a function already called. Its type is a promise of the shop, not a fact. */
export async function readExport(exported: unknown): Promise<object> {
  const value: unknown = typeof exported === 'function' ? await (exported as () => unknown)() : await exported
  if (typeof value === 'object' && value !== null) return value
  const found = value === undefined ? 'The configuration has no default export.' : 'The default export is no object.'
  throw new CliFailure('CONFIG_INVALID', `${found} ${EXAMPLE}`, WRONG_USE)
}

/** @throws PaypleIntegrationError for options that cannot work */
export function openShop(value: object): Shop {
  if (isPayple(value)) return { payple: value, options: undefined }
  const options = value as PaypleOptions
  return { payple: createPayple(options), options }
}

function isPayple(value: object): value is Payple {
  const { payments, attention, reconcile } = value as Partial<Payple>
  return typeof payments === 'object' && typeof attention === 'object' && typeof reconcile === 'function'
}
