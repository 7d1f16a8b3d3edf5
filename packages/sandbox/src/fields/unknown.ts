/** Fields that no document of Payple's knows: almost always a slip of the keyboard, and Payple itself says nothing. */
import { nearest } from '../wire/nearest.ts'
import type { Fields } from '../wire/fields.ts'
import { record, type World } from '../world.ts'
import { DOMESTIC_FIELDS } from './domestic.ts'
import { OVERSEAS_FIELDS } from './overseas.ts'

const KNOWN: Readonly<Record<'domestic' | 'overseas', readonly string[]>> = {
  domestic: Object.keys(DOMESTIC_FIELDS),
  overseas: Object.keys(OVERSEAS_FIELDS),
}

/** Of the domestic product only these are Payple's; a form may carry more. */
const ITS_OWN = { domestic: /^(PCD_|payple_)/i, overseas: /^\w+$/ } as const

/** So many are named per call: finding the nearest of thousands would hold everything up. */
const MOST = 10

/** A call was refused for a field, because the sandbox was told to. */
export class UnknownFieldError extends Error {
  override name = 'UnknownFieldError'
  readonly field: string
  readonly nearest: string

  constructor(field: string, near: string) {
    super(`The sandbox does not know the field "${field}". Did you mean "${near}"?`)
    this.field = field
    this.nearest = near
  }
}

/**
 * Records every unknown field of a call and keeps it for the header `x-sandbox-warning`.
 *
 * @throws UnknownFieldError with the option `unknownFields: 'refuse'`, before anything is processed
 */
export function checkFields(
  world: World,
  request: Request,
  fields: Fields,
  product: keyof typeof KNOWN,
  oid = '',
): void {
  let named = 0
  for (const field of fields.keys()) {
    if (named === MOST) return
    if (!ITS_OWN[product].test(field) || KNOWN[product].includes(field)) continue
    named += 1
    const error = new UnknownFieldError(field.slice(0, 100), nearest(field, KNOWN[product]) ?? '')
    record(world, 'field.unknown', { oid, note: error.message })
    if (world.settings.unknownFields === 'refuse') throw error
    world.warnings.set(request, [...(world.warnings.get(request) ?? []), error.message])
  }
}
