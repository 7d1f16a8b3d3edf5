/** Names one try: kept while it is repeated, so that it happens once. Also where the page has no https. */
export function newAttempt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
