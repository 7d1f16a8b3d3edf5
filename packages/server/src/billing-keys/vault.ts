import { PaypleIntegrationError } from '@payple-kit/core'

import { fromBase64, toBase64, toBase64Url } from '../base64.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import type { BillingKeyOptions } from '../options/options.ts'
import type { World } from '../world.ts'

/** Seals billing keys at rest and recognises them again without opening any. */
export interface Vault {
  /** Seals with the first configured key. `id` is bound to the result: a sealed value moved to another row does not open. */
  seal(id: string, payerId: string): Promise<Pick<SealedBillingKey, 'keyId' | 'sealed' | 'fingerprint'>>
  /** @throws PaypleIntegrationError `BILLING_KEY_UNREADABLE` when its key is no longer configured or the value was changed */
  open(stored: Pick<SealedBillingKey, 'id' | 'keyId' | 'sealed'>): Promise<string>
  /** One fingerprint per configured key, because the key that sealed may have been replaced since. */
  fingerprints(payerId: string): Promise<readonly string[]>
}

interface KeyPair {
  readonly id: string
  readonly seal: CryptoKey
  readonly mark: CryptoKey
}

const IV_BYTES = 12

/** AES-256-GCM for sealing, HMAC-SHA-256 for fingerprints, each under its own key derived from the configured secret. */
export function createVault(options: BillingKeyOptions, { ids }: Pick<World, 'ids'>): Vault {
  // Derived on first use, so that createPayple stays synchronous.
  let derived: Promise<readonly KeyPair[]> | undefined
  const keys = (): Promise<readonly KeyPair[]> => (derived ??= Promise.all(options.keys.map(derive)))

  return {
    seal: async (id, payerId) => {
      const [key] = (await keys()) as readonly [KeyPair]
      const iv = ids(IV_BYTES)
      const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(`${key.id}:${id}`) }
      const cipher = new Uint8Array(await crypto.subtle.encrypt(algorithm, key.seal, utf8(payerId)))
      return { keyId: key.id, sealed: `${toBase64(iv)}.${toBase64(cipher)}`, fingerprint: await mark(key, payerId) }
    },
    open: async ({ id, keyId, sealed }) => {
      const key = (await keys()).find((each) => each.id === keyId)
      const [iv, cipher] = sealed.split('.').map(fromBase64)
      try {
        if (key === undefined || iv === undefined || cipher === undefined) throw new Error('no key')
        const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(`${keyId}:${id}`) }
        return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key.seal, cipher))
      } catch {
        throw new PaypleIntegrationError(
          'BILLING_KEY_UNREADABLE',
          `Billing key "${id}" cannot be opened. Keep the sealing key "${keyId}" in the billingKeys option until nothing uses it.`,
        )
      }
    },
    fingerprints: async (payerId) => Promise.all((await keys()).map((key) => mark(key, payerId))),
  }
}

async function derive({ id, secret }: BillingKeyOptions['keys'][number]): Promise<KeyPair> {
  const root = await hmacKey(fromBase64(secret) as Uint8Array<ArrayBuffer>)
  const sealBytes = await crypto.subtle.sign('HMAC', root, utf8('payple-kit billing key seal 1'))
  const markBytes = await crypto.subtle.sign('HMAC', root, utf8('payple-kit billing key fingerprint 1'))
  const seal = await crypto.subtle.importKey('raw', sealBytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { id, seal, mark: await hmacKey(new Uint8Array(markBytes)) }
}

function hmacKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

async function mark(key: KeyPair, payerId: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key.mark, utf8(payerId))))
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
