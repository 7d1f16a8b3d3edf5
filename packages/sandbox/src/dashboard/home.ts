/** `GET /`: what this is, for whoever opens the address out of curiosity. */
import { html } from 'hono/html'
import { languageOf } from '../window/language.ts'
import { originOf, type World } from '../world.ts'
import { pageResponse } from './layout.ts'

const TEXTS = {
  ko: {
    title: '페이플 샌드박스',
    what: '개발과 테스트를 위한 로컬 결제 시뮬레이터입니다. 페이플이 아니며 실제 결제는 일어나지 않습니다.',
    script: '결제 스크립트',
    dashboard: '결제와 호출 보기',
  },
  en: {
    title: 'Payple sandbox',
    what: 'A local payment simulator for development and tests. It is not Payple and no real money moves.',
    script: 'Payment script',
    dashboard: 'See payments and calls',
  },
} as const

/** The page. */
export function homePage(world: World, request: Request): Promise<Response> {
  const language = languageOf(request)
  const texts = TEXTS[language]
  const origin = originOf(world, request)
  return pageResponse(
    world,
    language,
    texts.title,
    html` <main>
      <h1>${texts.title}</h1>
      <p>${texts.what}</p>
      <p><a class="go" href="/_/">${texts.dashboard}</a></p>
      <p class="soft">${texts.script}: <code>${origin}/js/v1/payment.js</code></p>
    </main>`,
  )
}
