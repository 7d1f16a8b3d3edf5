/** Compares a stranger's text with a secret in a time that says nothing about either: both are hashed first. */
export async function timingSafeEqual(given: string, secret: string): Promise<boolean> {
  const [a, b] = await Promise.all([given, secret].map(sha256))
  let difference = 0
  for (const [index, byte] of (a as Uint8Array).entries()) difference |= byte ^ ((b as Uint8Array)[index] ?? 0)
  return difference === 0
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
