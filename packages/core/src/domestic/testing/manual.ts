/** Values that every chapter of Payple's card manual repeats (PAYPLECORP/manual_card README of 2020-02-20), copied by hand. */

/** Tokens of the manual's auth answers. */
export const TOKENS = {
  cstId: 'UFVNNVZpZk4reWo5UFRualUwcGV4dz09',
  custKey: 'T3JzRkp5L1FTcEFDa1FQdHo5Um1UZz09',
  authKey: 'a688ccb3555c25cd722483f03e23065c3d0251701ad6da895eb2d830bc06e34d',
} as const

/** The same as the first three fields of a call; the manual writes "the returned cst_id" in their place. */
export const TOKEN_FIELDS: Readonly<Record<'PCD_CST_ID' | 'PCD_CUST_KEY' | 'PCD_AUTH_KEY', string>> = {
  PCD_CST_ID: TOKENS.cstId,
  PCD_CUST_KEY: TOKENS.custKey,
  PCD_AUTH_KEY: TOKENS.authKey,
} as const

/** A transcribed body with its numbers as text: the kit sends strings only (docs/protocol/domestic.md 11.2 U16). */
export function asText(body: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, String(value)]))
}
