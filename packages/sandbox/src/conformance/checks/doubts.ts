/** Answers that never come. */
import type { Fault } from '../../scenarios/faults.ts'
import { type Check, kept, must, type Scene, stateInTheEnd } from '../check.ts'

const ADVICE = {
  ko: '응답이 없거나 깨졌으면 실패가 아니라 확인 중입니다. 다시 승인하지 말고 조회해서 정하세요.',
  en: 'No answer, or a broken one, is a doubt and not a failure. Do not confirm again: look the payment up.',
}
const WHY = { ko: '돈은 나갔는데 주문은 실패로 보입니다.', en: 'The money is gone and the order looks failed.' }

export const DOUBT_CHECKS: readonly Check[] = [
  doubt('confirm-answer-lost', '승인 응답 유실', 'The answer of the confirm is lost', { type: 'lost-answer' }),
  doubt('confirm-outcome-unknown', '결과 불명 응답(SPCD1001)', 'The confirm answers "outcome unknown" (SPCD1001)', {
    type: 'charged-code',
    code: 'SPCD1001',
  }),
]

function doubt(id: string, ko: string, en: string, effect: Fault['effect']): Check {
  return {
    id,
    title: { ko, en },
    why: WHY,
    advice: ADVICE,
    section: 'domestic.md 6.5',
    async run(scene) {
      const order = await scene.order(1000)
      const result = await scene.pay(order)
      if (kept(scene, order) > 0) return paidInWindow(scene, order, result)
      const oid = order.request['PCD_PAY_OID']
      scene.sandbox.control.fault({ operation: 'confirm', effect, ...(oid === undefined ? {} : { oid }) })
      await scene.deliver(order, result)
      const told = await scene.shop.stateOf(order.id)
      const state = await stateInTheEnd(scene, order)
      const money = kept(scene, order)
      must(!wrong(told, money), `The gateway charged ${money} won, its answer was lost, and the order is "${told}".`)
      must(!wrong(state, money), `The gateway holds ${money} won and the order ends as "${state}".`)
    },
  }
}

function wrong(state: string, money: number): boolean {
  return money > 0 ? state === 'failed' || state === 'canceled' : state === 'paid'
}

/** Work PAY: there is no confirm. What can get lost is the lookup. */
async function paidInWindow(
  scene: Scene,
  order: Parameters<Scene['deliver']>[0],
  result: Parameters<Scene['deliver']>[1],
): Promise<void> {
  scene.sandbox.control.fault({ operation: 'lookup', effect: { type: 'refuse' }, times: 3 })
  await scene.deliver(order, result)
  const told = await scene.shop.stateOf(order.id)
  scene.sandbox.control.clearFaults()
  must(
    !wrong(told, kept(scene, order)),
    `The window charged ${kept(scene, order)} won, the lookup failed, and the order is "${told}".`,
  )
}
