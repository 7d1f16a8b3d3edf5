/** Result codes of the test environment carry a `[test]` prefix (docs/protocol/domestic.md 1.4, 9.1). */
export function stripTestPrefix(code: string | undefined): string | undefined {
  return code?.replace(/^\[test\]\s*/i, '') || undefined
}
