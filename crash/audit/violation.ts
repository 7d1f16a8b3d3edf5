/** A promise that was broken, and for which order. */
export interface Violation {
  readonly orderId: string
  readonly what: string
}
