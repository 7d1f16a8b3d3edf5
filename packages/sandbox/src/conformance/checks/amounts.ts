/** Amounts and results that a browser changed. */
import { type Check, kept, must, stateInTheEnd } from '../check.ts'

export const AMOUNT_CHECKS: readonly Check[] = [
  {
    id: 'honest-payment',
    title: { ko: '정상 결제', en: 'An honest payment' },
    why: {
      ko: '나머지 검사는 정상 결제가 되어야 의미가 있습니다.',
      en: 'Nothing else means anything unless this works.',
    },
    advice: {
      ko: '결과를 받은 뒤 서버에서 최종 승인(CERT)하거나 조회(PAY)하고 주문을 결제됨으로 바꾸세요.',
      en: 'After the result, confirm on the server (CERT) or look the payment up (PAY), then mark the order paid.',
    },
    section: 'domestic.md 5',
    async run(scene) {
      const order = await scene.order(1000)
      await scene.deliver(order, await scene.pay(order))
      const state = await stateInTheEnd(scene, order)
      must(state === 'paid', `The buyer paid 1,000 won and the order is "${state}".`)
      must(kept(scene, order) === 1000, `The order is paid, and the gateway holds ${kept(scene, order)} of 1,000 won.`)
    },
  },
  {
    id: 'amount-tampered',
    title: { ko: '결제창의 금액 변조', en: 'The amount is changed before the window opens' },
    why: { ko: '구매자가 값을 바꿔 100원에 물건을 가져갑니다.', en: 'A buyer takes the goods for 100 won.' },
    advice: {
      ko: '결과와 게이트웨이 응답의 금액을 주문 금액과 비교하고, 다르면 승인하지 말거나 바로 취소하세요.',
      en: 'Compare the amount of result and gateway with your order; do not confirm what differs, or cancel it at once.',
    },
    section: 'domestic.md 10.1',
    async run(scene) {
      const order = await scene.order(1000)
      const result = await scene.pay(order, { changes: { PCD_PAY_TOTAL: '100' } })
      await scene.deliver(order, result)
      const state = await stateInTheEnd(scene, order)
      must(
        state !== 'paid',
        'The browser opened the window with 100 won for an order of 1,000, and the order is "paid".',
      )
      must(kept(scene, order) === 0, `The wrong amount was charged and kept: ${kept(scene, order)} won.`)
    },
  },
  {
    id: 'result-tampered',
    title: { ko: '결과의 금액까지 변조', en: 'The result is made to look right' },
    why: {
      ko: '결제창에는 100원을, 결과에는 1,000원을 적으면 결과만 비교하는 서버는 속습니다.',
      en: '100 won in the window, 1,000 in the result: a server that compares only the result is fooled.',
    },
    advice: {
      ko: '결과가 아니라 승인 응답이나 조회의 금액을 비교하세요. 다르면 바로 취소하세요.',
      en: 'Compare what the gateway answers to confirm or lookup, not the result; cancel at once when it differs.',
    },
    section: 'domestic.md 3.6',
    async run(scene) {
      const order = await scene.order(1000)
      const result = await scene.pay(order, { changes: { PCD_PAY_TOTAL: '100' } })
      const lie: Record<string, string> = {}
      for (const name of ['PCD_PAY_TOTAL', 'PCD_PAY_AMOUNT', 'PCD_PAY_AMOUNT_REAL'])
        if (name in result) lie[name] = '1000'
      await scene.deliver(order, { ...result, ...lie })
      const state = await stateInTheEnd(scene, order)
      must(state !== 'paid', 'The gateway was told 100 won, the result was changed to 1,000, and the order is "paid".')
      must(kept(scene, order) === 0, `The wrong amount was charged and kept: ${kept(scene, order)} won.`)
    },
  },
  {
    id: 'forged-success',
    title: { ko: '결제 없는 성공 결과', en: 'A success without a payment' },
    why: {
      ko: '어떤 페이지나 프레임이든 성공 결과를 지어낼 수 있습니다.',
      en: 'Any page or frame can make up a success.',
    },
    advice: {
      ko: '결과의 success를 믿지 말고 승인하거나 조회한 뒤에만 결제됨으로 바꾸세요.',
      en: 'Never believe "success" in a result; mark paid only after the confirm or a lookup.',
    },
    section: 'domestic.md 3.6',
    async run(scene) {
      const order = await scene.order(1000)
      await scene.deliver(order, {
        ...order.request,
        PCD_PAY_RST: 'success',
        PCD_PAY_CODE: '0000',
        PCD_PAY_MSG: '카드결제완료',
        PCD_AUTH_KEY: 'made-up',
        PCD_PAY_REQKEY: 'made-up',
        PCD_PAYER_ID: 'made-up',
        PCD_PAY_CARDTRADENUM: '202611251200000000000000',
        PCD_PAY_TOTAL: '1000',
      })
      const state = await stateInTheEnd(scene, order)
      must(state !== 'paid', 'A made-up success was delivered, nothing was paid, and the order is "paid".')
    },
  },
  {
    id: 'declined',
    title: { ko: '거절된 카드', en: 'A declined card' },
    why: { ko: '거절된 결제를 결제됨으로 처리하면 돈을 받지 못합니다.', en: 'Goods leave, and no money comes.' },
    advice: {
      ko: 'PCD_PAY_RST가 success가 아니면 결제되지 않은 것입니다.',
      en: 'Anything but "success" in PCD_PAY_RST is no payment.',
    },
    section: 'domestic.md 9.1',
    async run(scene) {
      // One is refused by the window, the other, with CERT, only when the server confirms.
      for (const card of ['4000000000003119', '4000000000003112']) {
        const order = await scene.order(1000)
        await scene.deliver(order, await scene.pay(order, { card }))
        const state = await scene.shop.stateOf(order.id)
        must(state !== 'paid', `The card was declined (${card.slice(-4)}) and the order is "paid".`)
      }
    },
  },
]
