import type { ViewName } from '../views/view-names.ts'

type Words = Readonly<Record<string, string>>

/** Texts by name; the shape is the same in both languages. */
export interface DashboardTexts {
  title: string
  /** The other language, in that language. */
  other: string
  menu: string
  reset: string
  sections: Readonly<Record<ViewName, string>>
  columns: Readonly<Record<'payments' | 'keys' | 'overseasKeys' | 'links' | 'webhooks' | 'calls', readonly string[]>>
  empty: string
  emptyKeys: string
  emptyLinks: string
  emptyWebhooks: string
  unknownOrder: string
  offline: string
  done: string
  pages: string
  newer: string
  older: string
  details: string
  request: string
  response: string
  manual: string
  way: string
  /** Money given back, behind an amount. */
  refunded: string
  statuses: Words
  channels: Words
  webhookStatuses: Words
  webhookKinds: Words
  overseas: string
  cancel: string
  cancelTitle: string
  amount: string
  cancelDo: string
  back: string
  remove: string
  removed: string
  again: string
  resendAll: string
  resendReversed: string
  noAddress: string
  addresses: string
  hold: string
  release: string
  releaseReversed: string
  never: string
  clock: string
  clockMoved: string
  clockBack: string
  limits: string
  limitsHint: string
  orders: string
  times: string
  active: string
  struck: string
  on: string
  off: string
  groups: Readonly<Record<'buyer' | 'gateway' | 'messages', string>>
  /** Issuers and banks whose names are not shown as they stand on the wire. */
  names: Words
}
