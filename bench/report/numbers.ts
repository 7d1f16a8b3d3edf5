/** Numbers over many measurements. Medians and percentiles: one hiccup of the machine must not become the result. */

/** The value below which that share of all values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Three digits that mean something: `1,234`, `12.3`, `0.123`. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** How many times as much: `1.12×`. */
export function times(value: number, base: number): string {
  return `${(value / base).toFixed(2)}×`
}
