import { useSyncExternalStore } from 'react'
import { MAX_QUANTITY, type CartLine, type Currency } from '../../shared/shop-api.ts'

interface Cart {
  readonly lines: readonly CartLine[]
  /** The order made from exactly these lines, so that paying for it empties this cart and no later one. */
  readonly orderId?: string | undefined
  /** Default `KRW`. */
  readonly currency?: Currency | undefined
}

const KEY = 'shop-cart'
const listeners = new Set<() => void>()
let cart: Cart = read()

// Another tab changed the cart.
addEventListener('storage', (event) => {
  if (event.key !== KEY) return
  cart = read()
  announce()
})

export function useCart(): Cart {
  return useSyncExternalStore(subscribe, () => cart)
}

/** One currency per cart: a product in another one starts a new cart. */
export function addToCart(productId: string, quantity: number, currency: Currency = 'KRW'): void {
  if ((cart.currency ?? 'KRW') !== currency) write({ lines: [], currency })
  const before = cart.lines.find((line) => line.productId === productId)?.quantity ?? 0
  setQuantity(productId, before + quantity)
}

/** Zero removes the line. */
export function setQuantity(productId: string, quantity: number): void {
  const amount = Math.min(quantity, MAX_QUANTITY)
  const known = cart.lines.some((line) => line.productId === productId)
  const lines = known ? cart.lines : [...cart.lines, { productId, quantity: amount }]
  write({
    currency: cart.currency,
    lines: lines
      .map((line) => (line.productId === productId ? { productId, quantity: amount } : line))
      .filter((line) => line.quantity > 0),
  })
}

export function noteOrder(orderId: string): void {
  write({ ...cart, orderId })
}

/** Empties the cart when it is the one the order was made from. */
export function clearAfter(orderId: string): void {
  if (cart.orderId === orderId) write({ lines: [] })
}

function write(next: Cart): void {
  cart = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Private windows may refuse; the cart then lasts as long as the page.
  }
  announce()
}

function announce(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Cart {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Cart> | null
    const lines = Array.isArray(stored?.lines) ? stored.lines.filter(isLine) : []
    const currency = stored?.currency === 'USD' ? 'USD' : undefined
    return { lines, currency, orderId: typeof stored?.orderId === 'string' ? stored.orderId : undefined }
  } catch {
    return { lines: [] }
  }
}

function isLine(line: unknown): line is CartLine {
  const { productId, quantity } = (line ?? {}) as Partial<CartLine>
  return typeof productId === 'string' && Number.isInteger(quantity) && (quantity as number) > 0
}
