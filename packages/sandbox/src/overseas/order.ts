/** Reads what window and charge ask for (docs/protocol/overseas.md sections 3.2 and 5.1). */
import { type Fields, text } from '../wire/fields.ts'
import { digits } from '../wire/tokens.ts'
import { kstTime } from '../wire/kst.ts'
import type { World } from '../world.ts'
import { currencyOf, smallestUnit } from './amounts.ts'
import { simulated, type Refusal } from './answers.ts'
import type { OverseasAccount } from './options.ts'
import { newestOf, type OverseasOrder } from './state.ts'

/** An order, or why there is none. */
export type ReadOrder = { order: OverseasOrder; refusal?: undefined } | { order?: undefined; refusal: Refusal }

/** Fields that must be there in both requests; `resultUrl` only in the window's. */
const REQUIRED = ['comments', 'totalAmount', 'currency'] as const

export function readOrder(world: World, account: OverseasAccount, fields: Fields): ReadOrder {
  const missing = REQUIRED.find((name) => text(fields, name).trim() === '')
  if (missing !== undefined) return { refusal: simulated(world, 'SIM_FIELD', `: ${missing}`) }
  const totalAmount = text(fields, 'totalAmount')
  const currency = currencyOf(text(fields, 'currency'))
  const amount = currency && smallestUnit(totalAmount, currency)
  if (currency === undefined || amount === undefined) return { refusal: simulated(world, 'SIM_AMOUNT') }
  const oid = text(fields, 'service_oid') || generatedOid(world)
  if (world.settings.overseas.refuseDuplicates && newestOf(world.overseas, account, oid) !== undefined)
    return { refusal: simulated(world, 'SIM_DUPLICATE') }
  const order = {
    account,
    oid,
    goods: text(fields, 'comments'),
    totalAmount,
    amount,
    currency,
    firstName: text(fields, 'firstName'),
    lastName: text(fields, 'lastName'),
    email: text(fields, 'email'),
    phoneNumber: text(fields, 'phoneNumber'),
    resultUrl: text(fields, 'resultUrl'),
    serviceDefine: text(fields, 'serviceDefine'),
  }
  return { order }
}

/** `OID_` + Korean time + Unix seconds + 7 digits (section 3.7). */
function generatedOid({ settings }: World): string {
  const now = settings.now()
  return `OID_${kstTime(now).slice(2)}${Math.trunc(now / 1000)}${digits(settings.random, 7)}`
}
