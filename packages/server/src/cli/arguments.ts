import { InvalidArgumentError } from 'commander'

/** Reads a whole number from the command line. Refuses `1e3`, `1,000` and the like rather than guessing. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d{1,15}$/.test(text) && number >= least) return number
    throw new InvalidArgumentError(`Use a whole number, ${least} or more, without separators.`)
  }
}

/** Reads an amount of money: won, or dollars and cents. Which of them the order decides; here only the shape is checked. */
export function amountText(text: string): string {
  if (/^\d{1,12}(\.\d{1,2})?$/.test(text) && Number(text) > 0) return text
  throw new InvalidArgumentError('Use a whole number of won, or dollars such as 19.90, without separators.')
}
