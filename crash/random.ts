/** Chance that repeats: the same seed draws the same things. */
export interface Chance {
  /** At least 0, below 1. */
  fraction(): number
  /** Whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** Happens with this probability. */
  happens(probability: number): boolean
  pick<Value>(values: readonly [Value, ...Value[]]): Value
  /** Chance of its own for a part of the plan, so that a longer part does not change the ones behind it. */
  fork(): Chance
}

/** Mulberry32: 32 bits of state are plenty for a plan. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    whole,
    happens: (probability) => fraction() < probability,
    pick: (values) => values[whole(0, values.length - 1)] ?? values[0],
    fork: () => chanceOf(Math.floor(fraction() * 4_294_967_296)),
  }
}
