import { InvalidArgumentError } from 'commander'

/** Reads a whole number from the command line. Refuses `1e3`, `1,000` and the like rather than guessing. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d{1,15}$/.test(text) && number >= least) return number
    throw new InvalidArgumentError(`Use a whole number, ${least} or more, without separators.`)
  }
}
