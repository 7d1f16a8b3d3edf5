/** What happens to webhooks. */
import type { Scenario, ScenarioPart } from '../scenario.ts'
import type { FaultEffect } from '../faults.ts'

const message = (effect: FaultEffect, more: { everyOther?: true } = {}): readonly ScenarioPart[] => [
  { part: 'fault', operation: 'webhook', effect, ...more },
]

/** Ids of this part of the catalogue. */
export type MessageScenarioId =
  | 'webhook-duplicate'
  | 'webhook-late'
  | 'webhook-reordered'
  | 'webhook-held'
  | 'webhook-lost'
  | 'webhook-forged'

export const MESSAGE_SCENARIOS: Readonly<Record<MessageScenarioId, Scenario>> = {
  'webhook-duplicate': {
    title: { ko: '웹훅이 세 번 옴', en: 'Webhooks come three times' },
    explanation: {
      ko: '같은 웹훅이 세 번 옵니다. 한 번만 처리해야 합니다.',
      en: 'Every webhook comes three times. It must count once.',
    },
    section: 'domestic.md 8.4',
    parts: message({ type: 'duplicate', copies: 3 }),
  },
  'webhook-late': {
    title: { ko: '웹훅이 늦게 옴', en: 'Webhooks come late' },
    explanation: {
      ko: '웹훅이 1분 늦게 옵니다. 결제 결과를 웹훅만 기다려서는 안 됩니다.',
      en: 'Every webhook comes a minute late. Nothing may wait for webhooks alone.',
    },
    section: 'domestic.md 8.4',
    parts: message({ type: 'delay', ms: 60_000 }),
  },
  'webhook-reordered': {
    title: { ko: '웹훅 순서가 뒤바뀜', en: 'Webhooks come in the wrong order' },
    explanation: {
      ko: '하나 걸러 하나의 웹훅이 3초 늦게 와서, 취소가 결제보다 먼저 올 수 있습니다.',
      en: 'Every other webhook comes 3 seconds late, so that a cancel may overtake its payment.',
    },
    section: 'domestic.md 8.4',
    parts: message({ type: 'delay', ms: 3000 }, { everyOther: true }),
  },
  'webhook-held': {
    title: { ko: '웹훅을 붙들어 둠', en: 'Webhooks are held back' },
    explanation: {
      ko: '웹훅이 나가지 않고 모입니다. 대시보드나 releaseWebhooks로, 원하는 순서로 내보낼 수 있습니다.',
      en: 'Webhooks are collected and not sent, until the dashboard or releaseWebhooks lets them go, in either order.',
    },
    section: 'domestic.md 8.4',
    parts: message({ type: 'hold' }),
  },
  'webhook-lost': {
    title: { ko: '웹훅이 도착하지 않음', en: 'Webhooks never arrive' },
    explanation: {
      ko: '웹훅의 모든 시도가 끊어집니다. 조회로 알아내야 합니다.',
      en: 'Every attempt of every webhook breaks. The shop must find out by lookup.',
    },
    section: 'domestic.md 8.4',
    parts: message({ type: 'refuse' }),
  },
  'webhook-forged': {
    title: { ko: '위조된 웹훅', en: 'Forged webhooks' },
    explanation: {
      ko: '결제창이 열리자마자, 아직 결제되지 않은 주문이 결제되었다는 웹훅이 옵니다. 조회하기 전에는 믿으면 안 됩니다.',
      en: 'As soon as a window opens, a webhook claims that its unpaid order is paid. Not to be believed before a lookup.',
    },
    section: 'domestic.md 8.4',
    parts: [{ part: 'afterwards', act: 'forge' }],
  },
}
