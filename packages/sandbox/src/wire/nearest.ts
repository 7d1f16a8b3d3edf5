/** The known name that was probably meant by a wrong one. */

/** The nearest of `names` to `name`; `undefined` only when there are none. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const cut = name.slice(0, 200)
  let best: { name: string; distance: number } | undefined
  for (const known of names) {
    const distance = editDistance(cut, known)
    if (best === undefined || distance < best.distance) best = { name: known, distance }
  }
  return best?.name
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, right] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (left === right ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
