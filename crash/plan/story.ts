/** What a plan is made of. Everything chance decides is decided here, before the first process starts. */
import type { Work } from '../processes/shop.ts'

/** Trouble at the gateway; sandbox README, "Trouble on purpose". */
export interface PlannedFault {
  readonly operation:
    | 'window'
    | 'confirm'
    | 'lookup'
    | 'cancel'
    | 'repay'
    | 'webhook'
    | 'auth'
    | `gpay-${'token' | 'window' | 'lookup' | 'cancel' | 'charge'}`
  readonly effect: Readonly<Record<string, unknown>>
  readonly times?: number
}

/** How a forger dresses up a result. `closed` and `error` are also what a page reports that lost sight of its window. */
export type Tampering = 'total' | 'oid' | 'work' | 'closed' | 'error'

/** One report of a window's result to a companion. */
export interface Report {
  readonly way: 'callback' | 'return'
  readonly afterMs: number
  readonly companion: number
  readonly tampering?: Tampering | undefined
}

/** Money given back by the shop: under one key, by everybody who asks. */
export interface PlannedRefund {
  readonly key: string
  /** Part of the payment, in dollars as text; `undefined`: all that is left. */
  readonly amount: number | string | undefined
  readonly companions: readonly [number, ...number[]]
  readonly fault: PlannedFault | undefined
}

interface Timed {
  readonly atMs: number
  readonly companion: number
}

/** A buyer who pays in a window. */
export interface WindowStory extends Timed {
  readonly kind: 'window'
  readonly work: Work
  readonly orderId: string
  readonly amount: number
  /** One visit after the other, as long as nothing was paid. */
  readonly visits: readonly Visit[]
  readonly refunds: readonly PlannedRefund[]
  /** Somebody gives a part back in the partner console afterwards. */
  readonly console: number | undefined
}

/** One window, what happens in it and who reports it. */
export interface Visit {
  readonly card: string
  /** The page changes the amount before the window opens. */
  readonly cheats: boolean
  readonly faults: readonly PlannedFault[]
  readonly reports: readonly Report[]
}

/** A foreign card in the overseas window: money moves in there, and nothing comes back but a form. */
export interface OverseasStory extends Timed {
  readonly kind: 'overseas'
  readonly orderId: string
  readonly visits: readonly Visit[]
  readonly refunds: readonly PlannedRefund[]
  /** Of the card that the payment left behind. */
  readonly charges: readonly PlannedCharge[]
}

/** A member who registers a card that is charged later. */
export interface MemberStory extends Timed {
  readonly kind: 'member'
  readonly orderId: string
  readonly card: string
  readonly charges: readonly PlannedCharge[]
}

/** A recurring charge. Several companions are asked at once, with the same key or, by `rivalKey`, another one for the same order. */
export interface PlannedCharge {
  readonly orderId: string
  readonly amount: number
  readonly key: string
  readonly rivalKey: string | undefined
  readonly month: string | undefined
  readonly companions: readonly [number, ...number[]]
  readonly fault: PlannedFault | undefined
  readonly refunds: readonly PlannedRefund[]
}

/** A payer behind a link: nobody reports but the webhook. */
export interface LinkStory extends Timed {
  readonly kind: 'link'
  readonly orderId: string
  readonly amount: number
  readonly key: string
  readonly faults: readonly PlannedFault[]
}

export type Story = WindowStory | OverseasStory | MemberStory | LinkStory
