/** Results that come again, at once, late, or to the wrong order. */
import { type Check, kept, must, stateInTheEnd } from '../check.ts'

const CLOSED = { PCD_PAY_RST: 'close', PCD_PAY_MSG: '결제를 종료하였습니다.' }

export const REPLAY_CHECKS: readonly Check[] = [
  {
    id: 'other-order',
    title: { ko: '다른 주문의 결과', en: 'The result of another order' },
    why: { ko: '한 번 내고 두 주문을 결제됨으로 만듭니다.', en: 'One payment pays for two orders.' },
    advice: {
      ko: '결과의 주문번호가 이 주문의 것인지 확인하세요.',
      en: 'Check that the result carries this order’s own number.',
    },
    section: 'domestic.md 10.1',
    async run(scene) {
      const paid = await scene.order(1000)
      const target = await scene.order(1000)
      const result = await scene.pay(paid)
      await scene.deliver(target, result)
      const early = await scene.shop.stateOf(target.id)
      must(early !== 'paid', 'The result of another, unconfirmed order was delivered, and the order is "paid".')
      await scene.deliver(paid, result)
      await scene.deliver(target, result)
      const state = await stateInTheEnd(scene, target)
      must(state !== 'paid', 'The result of another, paid order was delivered, and the order is "paid".')
    },
  },
  {
    id: 'other-order-renamed',
    title: { ko: '주문번호를 바꾼 결과', en: 'A result with the order number changed' },
    why: {
      ko: '결과의 주문번호도 브라우저가 정할 수 있습니다.',
      en: 'The order number in a result is the browser’s to choose, too.',
    },
    advice: {
      ko: '승인 응답의 주문번호를 이 주문의 것과 비교하세요.',
      en: 'Compare the order number in the gateway’s own answer with this order’s.',
    },
    section: 'domestic.md 5.2',
    async run(scene) {
      const other = await scene.order(1000)
      const target = await scene.order(1000)
      const result = await scene.pay(other)
      await scene.deliver(target, { ...result, PCD_PAY_OID: target.request['PCD_PAY_OID'] ?? target.id })
      const state = await stateInTheEnd(scene, target)
      must(
        state !== 'paid',
        'The payment of another order was delivered under this one’s number, and the order is "paid".',
      )
    },
  },
  {
    id: 'delivered-twice',
    title: { ko: '같은 결과 두 번', en: 'The same result twice' },
    why: {
      ko: '두 번째 승인은 중복으로 거절되고, 그 거절을 믿으면 결제된 주문이 실패로 보입니다.',
      en: 'A second confirm is refused as a duplicate, and whoever believes it shows a paid order as failed.',
    },
    advice: {
      ko: '결제된 주문에는 다시 승인하지 말고 아는 것을 답하세요.',
      en: 'Do not confirm a paid order again; answer what you know.',
    },
    section: 'domestic.md 5.3',
    async run(scene) {
      const order = await scene.order(1000)
      const result = await scene.pay(order)
      await scene.deliver(order, result)
      await scene.deliver(order, result)
      const state = await stateInTheEnd(scene, order)
      must(state === 'paid', `The same result came twice and the order is "${state}".`)
      must(kept(scene, order) === 1000, `The gateway holds ${kept(scene, order)} of 1,000 won.`)
    },
  },
  {
    id: 'delivered-at-once',
    title: { ko: '같은 결과 스무 번 동시에', en: 'The same result twenty times at once' },
    why: {
      ko: '콜백, 되돌아온 폼, 웹훅, 새로 고침은 실제로 겹칩니다.',
      en: 'Callback, return form, webhook and reload do overlap.',
    },
    advice: {
      ko: '승인하기 전에 주문을 원자적으로 차지하세요(조건부 UPDATE).',
      en: 'Claim the order atomically before the confirm, such as by a conditional UPDATE.',
    },
    section: 'domestic.md 5.3',
    async run(scene) {
      const order = await scene.order(1000)
      const result = await scene.pay(order)
      const before = confirms(scene)
      await Promise.all(Array.from({ length: 20 }, () => scene.deliver(order, result)))
      const state = await stateInTheEnd(scene, order)
      const sent = confirms(scene) - before
      must(state === 'paid', `Twenty deliveries at once, ${sent} confirms, and the order is "${state}".`)
      must(sent <= 1, `Twenty deliveries at once made ${sent} confirms reach the gateway.`)
    },
  },
  {
    id: 'closed-after-paid',
    title: { ko: '결제된 뒤의 닫기', en: 'A close after the payment' },
    why: {
      ko: '닫기 결과 하나로 결제된 주문이 취소로 바뀝니다.',
      en: 'One "close" turns a paid order into a canceled one.',
    },
    advice: {
      ko: '결제된 상태는 브라우저가 되돌릴 수 없어야 합니다.',
      en: 'Nothing a browser says may take "paid" back.',
    },
    section: 'domestic.md 3.7',
    async run(scene) {
      const order = await scene.order(1000)
      await scene.deliver(order, await scene.pay(order))
      await scene.deliver(order, { ...CLOSED, PCD_PAY_OID: order.request['PCD_PAY_OID'] ?? order.id })
      const state = await stateInTheEnd(scene, order)
      must(state === 'paid', `A paid order was told "close" and is "${state}".`)
    },
  },
]

/** Confirms that reached the gateway so far. */
function confirms({ sandbox }: Parameters<Check['run']>[0]): number {
  return sandbox.events.list().filter(({ type }) => type.startsWith('confirm.')).length
}
