/** A command or an option with its placeholder, as commander quotes it: `payments`, `-h, --help`, `--limit <n>`. */
const WORD = /^(-[a-z], )?-{0,2}[a-z]+(-[a-z]+)*( [<[][a-z.-]+[>\]])?$/

/**
 * A complaint about wrong use without what was typed, unless it is a plain word. Secrets are not known before the configuration
 * is read, and somebody may have typed one in the wrong place.
 */
export function withoutValues(complaint: string): string {
  return complaint
    .split('\n')
    .map((line) => {
      // A quote inside what was typed must not end it early.
      if ((line.match(/'/g)?.length ?? 0) > 4) return line.slice(0, line.indexOf("'")).trimEnd()
      // "… but got 2: this, that."
      const counted = line.replace(/( but got \d+):.*$/, '$1.')
      return counted.replaceAll(/'([^']*)'/g, (quoted: string, inner: string) => (WORD.test(inner) ? quoted : "'…'"))
    })
    .join('\n')
}
