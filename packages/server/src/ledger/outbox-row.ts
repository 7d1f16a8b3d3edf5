/** What the shop must be told. The payload is the `Settled` value as JSON. */
export interface MessageDraft {
  readonly payload: string
}

/** A message in the outbox. */
export interface OutboxMessage extends MessageDraft {
  readonly seq: number
  readonly checkoutId: string
  readonly createdAt: number
  readonly attempts: number
}
