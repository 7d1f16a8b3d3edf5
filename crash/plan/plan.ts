import { dollars, orderId } from '../processes/shop.ts'
import type { Chance } from '../random.ts'
import { aroundFaults, cancelFault, overseasFault, overseasFaults, repayFault, windowFaults } from './faults.ts'
import { reports } from './reports.ts'
import type {
  LinkStory,
  MemberStory,
  OverseasStory,
  PlannedCharge,
  PlannedRefund,
  Story,
  Visit,
  WindowStory,
} from './story.ts'

const GOOD = '4242424242424242'
const DECLINED = '4000000000003112'
const SILENT = '4000000000009002'

/** Draws the stories of a run: mostly windows, some of them overseas, some members with saved cards, some links. */
export function makePlan(chance: Chance, count: number, spreadMs: number): readonly Story[] {
  return Array.from({ length: count }, (_, number) => {
    const own = chance.fork()
    const start = { atMs: own.whole(0, spreadMs), companion: own.whole(0, 99) }
    const kind = own.fraction()
    if (kind < 0.55) return windowStory(own, number, start)
    if (kind < 0.75) return overseasStory(own, number, start)
    return kind < 0.92 ? memberStory(own, number, start) : linkStory(own, number, start)
  })
}

type Start = Pick<Story, 'atMs' | 'companion'>

function amountOf(chance: Chance): number {
  return chance.whole(10, 90) * 100
}

function windowStory(chance: Chance, number: number, start: Start): WindowStory {
  const work = chance.happens(0.7) ? 'CERT' : 'PAY'
  const amount = amountOf(chance)
  const id = orderId(`W${number}`, amount)
  const visits = Array.from({ length: 3 }, () => visit(chance, work))
  return {
    ...start,
    kind: 'window',
    work,
    orderId: id,
    amount,
    visits,
    refunds: refunds(chance, id, amount),
    console: chance.happens(0.06) ? 100 : undefined,
  }
}

function visit(chance: Chance, work: 'CERT' | 'PAY' | 'overseas'): Visit {
  const kind = chance.fraction()
  return {
    card: kind < 0.86 ? GOOD : kind < 0.94 ? DECLINED : SILENT,
    cheats: chance.happens(0.06),
    faults: work === 'overseas' ? overseasFaults(chance) : windowFaults(chance, work),
    reports: work === 'overseas' ? reports(chance, ['return']) : reports(chance),
  }
}

function overseasStory(chance: Chance, number: number, start: Start): OverseasStory {
  const cents = chance.whole(100, 9_999)
  const count = chance.happens(0.4) ? chance.whole(1, 3) : 0
  const id = orderId(`${count === 0 ? 'U' : 'K'}${number}`, cents)
  const charges = Array.from({ length: count }, (_, index): PlannedCharge => {
    const amount = chance.whole(100, 9_999)
    const charged = orderId(`U${number}.${index}`, amount)
    return {
      orderId: charged,
      amount,
      key: `charge:${charged}`,
      rivalKey: chance.happens(0.25) ? `rival:${charged}` : undefined,
      month: undefined,
      companions: chance.happens(0.4) ? [chance.whole(0, 99), chance.whole(0, 99)] : [chance.whole(0, 99)],
      fault: overseasFault(chance, 'gpay-charge'),
      refunds: inDollars(chance, charged, amount),
    }
  })
  const visits = Array.from({ length: 3 }, () => visit(chance, 'overseas'))
  return { ...start, kind: 'overseas', orderId: id, visits, refunds: inDollars(chance, id, cents), charges }
}

function memberStory(chance: Chance, number: number, start: Start): MemberStory {
  const month = '202611'
  const charges = Array.from({ length: chance.whole(2, 5) }, (_, index): PlannedCharge => {
    const amount = amountOf(chance)
    const id = orderId(`R${number}.${index}`, amount)
    return {
      orderId: id,
      amount,
      key: `charge:${id}`,
      rivalKey: chance.happens(0.25) ? `rival:${id}` : undefined,
      month: chance.happens(0.3) ? month : undefined,
      companions: chance.happens(0.4) ? [chance.whole(0, 99), chance.whole(0, 99)] : [chance.whole(0, 99)],
      fault: repayFault(chance),
      refunds: refunds(chance, id, amount),
    }
  })
  // The number makes it this member's own card, so that another member's guard does not count.
  const card = `42424242${String(number).padStart(4, '0')}4242`
  return { ...start, kind: 'member', orderId: orderId(`M${number}`, 1_000), card, charges }
}

function linkStory(chance: Chance, number: number, start: Start): LinkStory {
  const amount = amountOf(chance)
  const id = orderId(`L${number}`, amount)
  return { ...start, kind: 'link', orderId: id, amount, key: `link:${id}`, faults: aroundFaults(chance) }
}

/** None, all of it, or a part and then the rest. */
function refunds(chance: Chance, id: string, amount: number): PlannedRefund[] {
  if (!chance.happens(0.4)) return []
  const parts = chance.happens(0.5) ? [undefined] : [Math.round(amount / 300) * 100, undefined]
  return parts.map((part, index) => ({
    key: `refund:${index}:${id}`,
    amount: part,
    companions: chance.happens(0.4) ? [chance.whole(0, 99), chance.whole(0, 99)] : [chance.whole(0, 99)],
    fault: cancelFault(chance),
  }))
}

function inDollars(chance: Chance, id: string, cents: number): PlannedRefund[] {
  return refunds(chance, id, cents).map((refund, index, { length }) => ({
    ...refund,
    amount: length === 2 && index === 0 ? dollars(Math.ceil(cents / 3)) : undefined,
    fault: overseasFault(chance, 'gpay-cancel'),
  }))
}
