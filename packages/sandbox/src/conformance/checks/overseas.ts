/** The overseas product: money moves in the window, so everything depends on what the server does afterwards. */
import { type Check, must, type Order, type Scene, seenByBrowser, stateInTheEnd } from '../check.ts'
import { overseasResult, overseasWebhook } from '../factories.ts'
import type { Fields } from '../shop.ts'

const MARK = '<script>alert("x")</script>'
const LOOKUP = {
  ko: '결과나 웹훅이 아니라 paymentResult 조회로 금액, 통화, 주문번호를 비교하고, 다르면 바로 취소하세요.',
  en: 'Compare amount, currency and order number with paymentResult, not with a result or webhook; cancel at once what differs.',
}

export const OVERSEAS_CHECKS: readonly Check[] = [
  {
    id: 'overseas-honest-payment',
    title: { ko: '해외 정상 결제', en: 'Overseas: an honest payment' },
    why: {
      ko: '나머지 검사는 정상 결제가 되어야 의미가 있습니다.',
      en: 'Nothing else means anything unless this works.',
    },
    advice: LOOKUP,
    section: 'overseas.md 3.3',
    async run(scene) {
      const order = await paid(scene)
      must(left(scene, order) > 0, 'The order is paid, and the gateway holds nothing.')
    },
  },
  {
    id: 'overseas-amount-tampered',
    title: { ko: '해외 결제창의 금액 변조', en: 'Overseas: the amount is changed in the browser' },
    why: {
      ko: '금액은 토큰에 묶여 있지 않아 구매자가 0.10달러로 바꿀 수 있습니다.',
      en: 'The token binds no amount: a buyer can make it 0.10.',
    },
    advice: LOOKUP,
    section: 'overseas.md 3.9',
    async run(scene) {
      const order = await scene.order()
      const lie = order.request['currency'] === 'KRW' ? '100' : '0.10'
      const result = await scene.pay(order, { changes: { totalAmount: lie } })
      await scene.deliver(order, { ...result, totalAmount: order.request['totalAmount'] ?? '' })
      const state = await stateInTheEnd(scene, order)
      must(
        state !== 'paid',
        `The browser paid ${lie} instead of ${order.request['totalAmount']}, and the order is "paid".`,
      )
      must(left(scene, order) === 0, `The wrong amount was kept: ${left(scene, order)} in the smallest unit.`)
    },
  },
  {
    id: 'overseas-forged-success',
    title: { ko: '해외 결제 없는 성공 결과', en: 'Overseas: a success without a payment' },
    why: {
      ko: 'resultUrl로 오는 것은 모두 구매자의 브라우저가 보냅니다.',
      en: 'Whatever comes to resultUrl is sent by the buyer’s browser.',
    },
    advice: LOOKUP,
    section: 'overseas.md 6.6',
    async run(scene) {
      const order = await scene.order()
      await scene.deliver(order, overseasResult(ownFields(order)))
      must((await stateInTheEnd(scene, order)) !== 'paid', 'A made-up success was delivered, and the order is "paid".')
    },
  },
  {
    id: 'overseas-other-order',
    title: { ko: '다른 해외 주문의 결과', en: 'Overseas: the result of another order' },
    why: { ko: '한 번 내고 두 주문을 결제됨으로 만듭니다.', en: 'One payment pays for two orders.' },
    advice: LOOKUP,
    section: 'overseas.md 6.6',
    async run(scene) {
      const [mine, target] = [await scene.order(), await scene.order()]
      const result = await scene.pay(mine)
      await scene.deliver(target, { ...result, service_oid: target.request['service_oid'] ?? '' })
      const state = await stateInTheEnd(scene, target)
      must(
        state !== 'paid',
        'The payment of another order was delivered under this one’s number, and the order is "paid".',
      )
    },
  },
  {
    id: 'overseas-delivered-at-once',
    title: { ko: '같은 해외 결과 스무 번 동시에', en: 'Overseas: the same result twenty times at once' },
    why: { ko: '되돌아온 폼, 웹훅, 조회는 실제로 겹칩니다.', en: 'Return form, webhook and polling do overlap.' },
    advice: { ko: '주문을 원자적으로 차지한 뒤에 처리하세요.', en: 'Claim the order atomically before you handle it.' },
    section: 'overseas.md 6.5',
    async run(scene) {
      const order = await scene.order()
      const result = await scene.pay(order)
      const full = left(scene, order)
      await Promise.all(Array.from({ length: 20 }, () => scene.deliver(order, result)))
      const state = await stateInTheEnd(scene, order)
      must(state === 'paid', `Twenty deliveries at once, and the order is "${state}".`)
      must(
        left(scene, order) === full,
        `Twenty deliveries at once, and the gateway holds ${left(scene, order)} of ${full}.`,
      )
    },
  },
  {
    id: 'overseas-closed-after-paid',
    title: { ko: '결제된 뒤의 닫기(C0998)', en: 'Overseas: a close (C0998) after the payment' },
    why: { ko: '돈은 나갔는데 취소로 보입니다.', en: 'The money is gone and the order looks canceled.' },
    advice: {
      ko: '닫기를 받아도 조회해 보고, 결제된 주문은 바꾸지 마세요.',
      en: 'Look the payment up even then, and never take "paid" back.',
    },
    section: 'overseas.md 3.6',
    async run(scene) {
      const order = await scene.order()
      await scene.pay(order)
      await scene.deliver(order, { result: 'C0998', message: '' })
      const state = await stateInTheEnd(scene, order)
      must(
        state !== 'canceled' && state !== 'failed',
        `The window charged, "close" was delivered, and the order is "${state}".`,
      )
    },
  },
  {
    id: 'overseas-webhook-forged',
    title: { ko: '위조된 해외 웹훅', en: 'Overseas: a forged webhook' },
    why: { ko: '웹훅은 서명되지 않습니다.', en: 'Webhooks are not signed.' },
    advice: LOOKUP,
    section: 'overseas.md 6.6',
    needs: ['webhook'],
    async run(scene) {
      const order = await scene.order()
      await scene.shop.webhook?.(overseasWebhook(ownFields(order)))
      must(
        (await stateInTheEnd(scene, order)) !== 'paid',
        'A webhook claimed a payment that nobody made, and the order is "paid".',
      )
    },
  },
  {
    id: 'overseas-cancel-forged',
    title: { ko: '위조된 취소 웹훅', en: 'Overseas: a forged CANCEL' },
    why: {
      ko: '취소는 조회로 확인할 수 없습니다. 그대로 믿으면 결제된 주문이 사라집니다.',
      en: 'No lookup confirms a cancel; believed blindly, it takes a paid order away.',
    },
    advice: {
      ko: '직접 요청한 취소와 맞을 때만 반영하고, 아니면 사람이 확인하세요.',
      en: 'Obey it only where you asked for that cancel; otherwise have a person look.',
    },
    section: 'overseas.md 6.6',
    needs: ['webhook'],
    async run(scene) {
      const order = await paid(scene)
      await scene.shop.webhook?.(overseasWebhook({ ...ownFields(order), type: 'CANCEL', api_id: '676273618072602' }))
      const state = await stateInTheEnd(scene, order)
      must(state === 'paid', `A CANCEL that nobody made was reported, and the paid order is "${state}".`)
    },
  },
  {
    id: 'overseas-secrets',
    title: { ko: '해외 비밀 키 유출', en: 'Overseas: the key in the browser' },
    why: {
      ko: 'service_key로 토큰을 만들면 취소와 청구를 할 수 있습니다.',
      en: 'Whoever has service_key makes tokens, cancels and charges.',
    },
    advice: {
      ko: '브라우저에는 결제창 토큰만, 누를 때 한 번만 주세요.',
      en: 'Give a browser the token of one window, on the click, and nothing else.',
    },
    section: 'overseas.md 2.4',
    async run(scene) {
      const seen = await seenByBrowser(scene)
      must(
        !seen.some((text) => text.includes(scene.overseas.serviceKey)),
        'The service_key is in what the browser gets.',
      )
    },
  },
  {
    id: 'overseas-hostile-text',
    title: { ko: '해외 결과 속의 스크립트', en: 'Overseas: markup in a result' },
    why: {
      ko: '결과 페이지는 구매자가 보낸 글자를 받습니다.',
      en: 'The page behind resultUrl gets whatever the buyer sends.',
    },
    advice: {
      ko: 'HTML에 넣을 때 이스케이프하고, 본문에 있는 주소로 이동하지 마세요.',
      en: 'Escape it in HTML, and never redirect to an address from the body.',
    },
    section: 'overseas.md 3.3',
    async run(scene) {
      const order = await scene.order()
      const answer = await scene.deliver(order, {
        result: MARK,
        message: MARK,
        comments: MARK,
        resultUrl: 'https://evil.example/',
      })
      must(answer.status < 500, `A result with markup made the server fail with status ${answer.status}.`)
      must(!answer.body.includes(MARK), 'Markup of the result stands in the answer as it came.')
      must(
        !answer.location?.startsWith('https://evil.example'),
        'The server redirects to an address from the posted body.',
      )
    },
  },
]

async function paid(scene: Scene): Promise<Order> {
  const order = await scene.order()
  await scene.deliver(order, await scene.pay(order))
  const state = await stateInTheEnd(scene, order)
  must(state === 'paid', `The buyer paid in the overseas window and the order is "${state}".`)
  return order
}

/** What the gateway kept, in the smallest unit. */
function left({ sandbox }: Scene, { request }: Order): number {
  return sandbox.control
    .overseasPayments()
    .filter(({ oid }) => oid === request['service_oid'])
    .reduce((sum, { amount, cancelled }) => sum + amount - cancelled, 0)
}

/** The fields by which a forged message would fit the order. */
function ownFields({ request }: Order): Fields {
  const names = ['service_oid', 'comments', 'totalAmount', 'currency', 'resultUrl']
  return Object.fromEntries(names.flatMap((name) => (name in request ? [[name, request[name] ?? '']] : [])))
}
