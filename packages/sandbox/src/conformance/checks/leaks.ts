/** What a browser gets to see. */
import { type Check, must, seenByBrowser } from '../check.ts'

const MARK = '<script>alert("x")</script>'

export const LEAK_CHECKS: readonly Check[] = [
  {
    id: 'secrets',
    title: { ko: '비밀 키 유출', en: 'Secrets in the browser' },
    why: {
      ko: 'custKey나 환불 키를 아는 사람은 누구의 결제든 환불하고 등록된 카드를 청구할 수 있습니다.',
      en: 'Whoever has custKey or the refund key refunds anybody’s payment and charges saved cards.',
    },
    advice: {
      ko: '브라우저로 보내는 것에는 clientKey나 토큰만 넣으세요.',
      en: 'Send a browser the client key or tokens, and nothing else.',
    },
    section: 'domestic.md 1.3',
    async run(scene) {
      const seen = await seenByBrowser(scene)
      const { custKey, refundKey } = scene.merchant
      for (const [name, secret] of Object.entries({ custKey, refundKey }))
        must(!seen.some((text) => text.includes(secret)), `The ${name} is in what the browser gets.`)
    },
  },
  {
    id: 'hostile-text',
    title: { ko: '결과 속의 스크립트', en: 'Markup in a result' },
    why: {
      ko: '결과의 글자를 그대로 페이지에 넣으면 누구의 스크립트든 실행됩니다.',
      en: 'A page that prints a result as it came runs anybody’s script.',
    },
    advice: { ko: 'HTML에 넣을 때 반드시 이스케이프하세요.', en: 'Escape it whenever it goes into HTML.' },
    section: 'domestic.md 3.6',
    async run(scene) {
      const order = await scene.order(1000)
      const answer = await scene.deliver(order, {
        PCD_PAY_RST: 'error',
        PCD_PAY_CODE: MARK,
        PCD_PAY_MSG: MARK,
        PCD_PAY_GOODS: MARK,
        PCD_PAY_OID: order.request['PCD_PAY_OID'] ?? order.id,
      })
      must(answer.status < 500, `A result with markup made the server fail with status ${answer.status}.`)
      const isPage = /html/i.test(answer.contentType)
      must(!isPage || !answer.body.includes(MARK), 'Markup of the result stands in the answer’s HTML as it came.')
    },
  },
]
