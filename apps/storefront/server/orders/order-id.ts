import { randomBytes } from 'node:crypto'

/** No I, L, O, U: an order number is read aloud on the phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `A-20261122-7F3KQ2M9XT`: the Korean day, then 50 random bits, so that nobody finds an order by counting. */
export function newOrderId(now: Date): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(now).replaceAll('-', '')
  const tail = Array.from(randomBytes(10), (byte) => ALPHABET[byte % 32]).join('')
  return `A-${day}-${tail}`
}
