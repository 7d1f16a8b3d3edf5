/** Ids and tokens that look like the ones Payple sends. All of them come from the injected source of randomness. */

type Random = (bytes: number) => Uint8Array

/** Base64 without `Buffer`, so that it works in a browser. */
function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

/** 376 characters of base64: the length of the keys pasted since 2021 (docs/protocol/domestic.md section 2.3). */
export function longToken(random: Random): string {
  return base64(random(282))
}

/** 32 characters, base64 of base64, like `UFVNNVZpZk4reWo5UFRualUwcGV4dz09` (section 2.3). */
export function shortToken(random: Random): string {
  return btoa(base64(random(16)))
}

/** `length` decimal digits, for trade and approval numbers. */
export function digits(random: Random, length: number): string {
  return Array.from(random(length), (byte) => byte % 10).join('')
}

/** 32 hex characters: the unguessable id of a window, and the tail of generated order numbers. */
export function hexId(random: Random): string {
  return Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
