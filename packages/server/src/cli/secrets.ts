/** Takes secrets out of a text. */
export type Redact = (text: string) => string

const MASK = '[secret]'
/** Shorter values would blank out ordinary words. */
const SHORTEST = 6

/**
 * The last line of defence: whatever an error or a history says, no configured secret is printed. Reads defensively, because the
 * options may be what is wrong.
 */
export function redactor(options: unknown): Redact {
  const secrets = secretsIn(options)
  return (text) => {
    let clean = text.replaceAll(/:\/\/[^\s/@:]*:[^\s/@]+@/g, `://${MASK}@`)
    for (const secret of secrets) clean = clean.replaceAll(secret, MASK)
    return clean
  }
}

function secretsIn(options: unknown): readonly string[] {
  const domestic = read(options, 'domestic')
  const keys = read(read(options, 'billingKeys'), 'keys')
  const values = [
    read(domestic, 'custKey'),
    read(domestic, 'refundKey'),
    read(read(options, 'webhooks'), 'secret'),
    ...(Array.isArray(keys) ? keys.map((key) => read(key, 'secret')) : []),
  ]
  const texts = values.filter((value): value is string => typeof value === 'string' && value.length >= SHORTEST)
  // The longest first: one secret may be the beginning of another.
  return texts.sort((a, b) => b.length - a.length)
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
