/** Repeatable randomness: the same seed gives the same ids, tokens and chances. Nothing secret may depend on it. */

/** A source of bytes whose position can be read and set, so that a saved sandbox goes on where it stopped. */
export interface SeededRandom {
  (bytes: number): Uint8Array
  /** 32 bits. */
  position: number
}

/** Mulberry32, a byte at a time. @param seed any whole number */
export function seededRandom(seed: number): SeededRandom {
  const next = (): number => {
    random.position = (random.position + 0x6d2b79f5) | 0
    let mixed = Math.imul(random.position ^ (random.position >>> 15), 1 | random.position)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 24
  }
  const random = Object.assign((bytes: number) => Uint8Array.from({ length: bytes }, next), { position: seed | 0 })
  return random
}
