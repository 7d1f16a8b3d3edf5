const SHAPE = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/

/**
 * Reads a time of the overseas gateway, which names no zone: `api_date` is Korean (`+09:00`), `submitTimeUtc` is UTC (`Z`)
 * (docs/protocol/overseas.md 4.3).
 *
 * @returns epoch milliseconds, or `undefined` when it is no such time
 */
export function readOverseasTime(text: string | undefined, zone: '+09:00' | 'Z'): number | undefined {
  const [, day, time] = SHAPE.exec(text ?? '') ?? []
  if (day === undefined || time === undefined) return undefined
  const at = Date.parse(`${day}T${time}${zone}`)
  if (Number.isNaN(at)) return undefined
  // Some engines roll 31 February over into March; a time that does not print back is no time.
  const shift = zone === 'Z' ? 0 : 32_400_000
  return new Date(at + shift).toISOString().startsWith(`${day}T${time}`) ? at : undefined
}
