/** Money that goes back. */
import { type Check, kept, must, type Scene, type Order } from '../check.ts'

export const REFUND_CHECKS: readonly Check[] = [
  {
    id: 'refund-too-much',
    title: { ko: '결제한 것보다 많은 환불', en: 'A refund of more than was paid' },
    why: { ko: '환불은 정산금에서 나갑니다.', en: 'Refunds come out of your settlement.' },
    advice: {
      ko: '남은 금액을 직접 세고, 넘으면 보내지 마세요.',
      en: 'Count what is left yourself, and do not send more.',
    },
    section: 'domestic.md 6.2',
    needs: ['refund'],
    async run(scene) {
      const order = await paid(scene)
      const before = cancels(scene)
      await settled(scene.shop.refund?.(order.id, 1500))
      must(cancels(scene) === before, 'A refund of 1,500 of 1,000 won was sent to the gateway.')
      must(kept(scene, order) === 1000, `After a refused refund the gateway holds ${kept(scene, order)} of 1,000 won.`)
    },
  },
  {
    id: 'refund-answer-lost',
    title: { ko: '환불 응답 유실', en: 'The answer of a refund is lost' },
    why: { ko: '다시 누르면 두 번 환불될 수 있습니다.', en: 'Pressed again, it may go back twice.' },
    advice: {
      ko: '다시 보내기 전에 조회하고, 같은 환불은 같은 키로 한 번만 보내세요.',
      en: 'Look the payment up before sending it again; one key per refund.',
    },
    section: 'domestic.md 6.2',
    needs: ['refund'],
    async run(scene) {
      const order = await paid(scene)
      scene.sandbox.control.fault({ operation: 'cancel', effect: { type: 'lost-answer' } })
      const before = cancels(scene)
      await settled(scene.shop.refund?.(order.id))
      await settled(scene.shop.refund?.(order.id))
      await scene.shop.later?.()
      must(cancels(scene) - before === 1, `One refund whose answer was lost was sent ${cancels(scene) - before} times.`)
      must(kept(scene, order) === 0, `The refund was carried out, and the gateway holds ${kept(scene, order)} won.`)
    },
  },
]

async function paid(scene: Scene): Promise<Order> {
  const order = await scene.order(1000)
  await scene.deliver(order, await scene.pay(order))
  must((await scene.shop.stateOf(order.id)) === 'paid', 'The payment that was to be refunded did not work.')
  return order
}

/** A refund may reject or resolve; the gateway says what came of it. */
async function settled(attempt: Promise<unknown> | undefined): Promise<void> {
  await Promise.allSettled([attempt])
}

function cancels({ sandbox }: Scene): number {
  // A call that was struck by a fault is recorded as `fault` too, after it was carried out.
  return sandbox.events.list().filter(({ type }) => type === 'cancel.done' || type === 'cancel.refused').length
}
