/** A bad day with a name: what scenarios are made of. */
import type { Text } from '../window/language.ts'
import type { FaultEffect, FaultOperation } from './faults.ts'

/** One thing that a scenario does. A scenario may have several; each strikes the calls that it fits. */
export type ScenarioPart =
  /** A fault on a call or message. `everyOther`: the first, third, … of them only. */
  | { part: 'fault'; operation: FaultOperation; effect: FaultEffect; everyOther?: true }
  /** What the buyer does as soon as the window is open. */
  | { part: 'buyer'; does: 'close' | 'abandon' }
  /** The institution refuses whatever card or account is used. `code`: of a card (docs/protocol/domestic.md appendix A). */
  | { part: 'decline'; code: string }
  /** The buyer changes these fields before the window opens. */
  | { part: 'tamper'; domestic: Readonly<Record<string, string>>; overseas: Readonly<Record<string, string>> }
  /** The once-a-month guard finds the month taken. */
  | { part: 'month-taken' }
  /** What was handed out has run out when it is used: the time to confirm, or the token of an overseas window. */
  | { part: 'expired' }
  /** Something that happens right after money moved, or, `forge`, before any could. */
  | { part: 'afterwards'; act: 'console-cancel' | 'remove-card' | 'next-day' | 'forge' }

/** An entry of the catalogue. */
export interface Scenario {
  title: Text
  /** What happens and what a shop must do about it, in a sentence or two. */
  explanation: Text
  /** Where the protocol pages speak of it, such as `domestic.md 6.5`. */
  section: string
  parts: readonly ScenarioPart[]
}
