/** Payment links as a test sees them. */
import type { LinkRecord } from '../state/links.ts'

/** A link. A snapshot. */
export interface SandboxLink {
  /** `PCD_LINK_KEY`. */
  key: string
  url: string
  cstId: string
  goods: string
  /** Whole won. */
  total: number
  means: readonly ('card-01' | 'card-02' | 'transfer')[]
  memo: string
  /** Order numbers under which it was opened, paid or not. */
  orders: readonly string[]
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds after which it no longer opens; absent: never. */
  expiresAt?: number
}

/** A link as it stands now. */
export function linkSnapshot(link: LinkRecord): SandboxLink {
  const { key, url, merchant, goods, total, means, orders, createdAt, expiresAt, fields } = link
  return Object.freeze({
    key,
    url,
    cstId: merchant.cstId,
    goods,
    total,
    means,
    memo: fields.get('PCD_LINK_MEMO') ?? '',
    orders: [...orders],
    createdAt,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  })
}
