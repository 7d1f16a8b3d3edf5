/** Messages that are forged, repeated or early. */
import { type Check, kept, must, type Order, stateInTheEnd } from '../check.ts'
import { paymentWebhook } from '../factories.ts'

const forged = (order: Order): Readonly<Record<string, string>> =>
  paymentWebhook({ PCD_PAY_OID: order.request['PCD_PAY_OID'] ?? order.id, PCD_PAY_TOTAL: String(order.total) })

export const WEBHOOK_CHECKS: readonly Check[] = [
  {
    id: 'webhook-forged',
    title: { ko: '위조된 웹훅', en: 'A forged webhook' },
    why: {
      ko: '웹훅은 서명되지 않습니다. 누구나 결제되었다고 알릴 수 있습니다.',
      en: 'Webhooks are not signed: anybody can say that an order is paid.',
    },
    advice: {
      ko: '웹훅은 질문일 뿐입니다. 조회한 뒤에만 믿으세요.',
      en: 'A webhook is a question. Believe it only after a lookup.',
    },
    section: 'domestic.md 8.4',
    needs: ['webhook'],
    async run(scene) {
      const order = await scene.order(1000)
      await scene.shop.webhook?.(forged(order))
      const state = await stateInTheEnd(scene, order)
      must(state !== 'paid', 'A webhook claimed a payment that nobody made, and the order is "paid".')
    },
  },
  {
    id: 'webhook-repeated',
    title: { ko: '같은 웹훅 여러 번', en: 'The same webhook several times' },
    why: {
      ko: '같은 결제가 창과 웹훅으로 두 번 오는 것은 정상입니다.',
      en: 'The same payment comes through window and webhook by design.',
    },
    advice: {
      ko: '이미 아는 결제면 200으로 답하고 아무것도 바꾸지 마세요.',
      en: 'Answer 200 and change nothing when the payment is known.',
    },
    section: 'domestic.md 8.1',
    needs: ['webhook'],
    async run(scene) {
      const order = await scene.order(1000)
      await scene.deliver(order, await scene.pay(order))
      for (let time = 0; time < 3; time++) {
        const answer = await scene.shop.webhook?.(forged(order))
        must(
          answer?.status === 200,
          `A repeated webhook was answered with status ${answer?.status}; Payple counts only 200 as received.`,
        )
      }
      const state = await stateInTheEnd(scene, order)
      must(state === 'paid', `A paid order got its webhook again and is "${state}".`)
      must(kept(scene, order) === 1000, `The gateway holds ${kept(scene, order)} of 1,000 won.`)
    },
  },
  {
    id: 'webhook-before-result',
    title: { ko: '결과보다 먼저 온 웹훅', en: 'A webhook before the result' },
    why: {
      ko: '순서는 보장되지 않습니다. 먼저 온 웹훅 때문에 결제가 막히면 안 됩니다.',
      en: 'No order is guaranteed: an early webhook must not block the payment.',
    },
    advice: {
      ko: '웹훅이 먼저 와도 뒤에 온 결과를 처리하세요.',
      en: 'Handle the result all the same when a webhook was first.',
    },
    section: 'domestic.md 8.4',
    needs: ['webhook'],
    async run(scene) {
      const order = await scene.order(1000)
      const result = await scene.pay(order)
      await scene.shop.webhook?.(forged(order))
      await scene.deliver(order, result)
      const state = await stateInTheEnd(scene, order)
      must(state === 'paid', `The webhook came before the result and the order is "${state}".`)
    },
  },
]
