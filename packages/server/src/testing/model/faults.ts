import type { Fault } from '@payple-kit/sandbox'
import fc from 'fast-check'

type Operation = Fault['operation']
type Effect = Fault['effect']

/** Trouble that any call can meet: before it arrived, after it was carried out, and an answer that is none. */
const ANYWHERE: readonly Effect[] = [
  { type: 'refuse' },
  { type: 'lost-answer' },
  { type: 'not-json' },
  { type: 'status', status: 502 },
]

/** What Payple says when it does not know itself, with and without the money having moved, and when it took it back. */
const WHERE_MONEY_MOVES: readonly Effect[] = [
  { type: 'charged-code', code: 'SPCD1001' },
  { type: 'code', code: 'SPCD1001' },
  { type: 'cancelled-code', code: 'SPCD1003' },
  { type: 'code', code: 'SPCD0012' },
]

/** An answer about somebody else's order. */
const WRONG_ORDER: Effect = { type: 'alter', fields: { PCD_PAY_OID: 'somebody-elses' } }

const EFFECTS: Readonly<Partial<Record<Operation, readonly Effect[]>>> = {
  auth: [...ANYWHERE, { type: 'code', code: 'AUTH0004' }],
  window: [
    { type: 'lost-answer' },
    { type: 'code', code: 'CPCA0010' },
    { type: 'alter', fields: { PCD_PAY_TOTAL: '7' } },
    WRONG_ORDER,
  ],
  confirm: [...ANYWHERE, ...WHERE_MONEY_MOVES, WRONG_ORDER],
  repay: [...ANYWHERE, ...WHERE_MONEY_MOVES, WRONG_ORDER],
  lookup: [...ANYWHERE, { type: 'code', code: 'CBIL0003' }, WRONG_ORDER],
  cancel: [...ANYWHERE, { type: 'code', code: 'PAYC0011' }, { type: 'code', code: 'PAYC9999' }, WRONG_ORDER],
  // No refusal: every one of them counts as "unknown key", because no source lists the codes (docs/protocol/domestic.md 6.4).
  'billing-key-lookup': ANYWHERE,
  'billing-key-delete': [...ANYWHERE, { type: 'code', code: 'PUSER0003' }],
  link: [...ANYWHERE, { type: 'code', code: 'LINK' }],
}

const FAULTS: readonly Fault[] = Object.entries(EFFECTS).flatMap(([operation, effects]) =>
  effects.map((effect) => ({ operation: operation as Operation, effect })),
)

/** One fault of one operation, struck by the next call or the next three. */
export const fault: fc.Arbitrary<Fault> = fc
  .tuple(fc.constantFrom(...FAULTS), fc.constantFrom(1, 1, 1, 3))
  .map(([each, times]) => ({ ...each, times }))
