import { html } from 'hono/html'
import { BUYER_SCENARIOS } from '../../scenarios/catalogue/buyer.ts'
import { GATEWAY_SCENARIOS } from '../../scenarios/catalogue/gateway.ts'
import { MESSAGE_SCENARIOS } from '../../scenarios/catalogue/messages.ts'
import { SCENARIOS } from '../../scenarios/catalogue.ts'
import type { Scenario } from '../../scenarios/scenario.ts'
import { kstText } from '../../wire/kst.ts'
import { actButton, type Html, type ViewContext } from './view.ts'

const MINUTE = 60_000
const MOVES = [
  ['+11 min', 11 * MINUTE],
  ['+1 h', 60 * MINUTE],
  ['+1 d', 24 * 60 * MINUTE],
] as const

/** The catalogue with its switches, what is on, and the clock. */
export function scenariosView(context: ViewContext): Html {
  const { texts, control, world } = context
  return html`<section class="panel clock">
      <h2>${texts.clock}</h2>
      <p>
        <span class="mono">${kstText(control.time())}</span>
        ${world.clockOffset === 0 ? '' : html`<span class="soft">${texts.clockMoved.replace('{}', spanOf(world.clockOffset))}</span>`}
      </p>
      <p class="bar start">
        ${MOVES.map(([text, ms]) => actButton(text, 'clock', { ms }, texts.clock))}
        ${world.clockOffset === 0 ? '' : actButton(texts.clockBack, 'clock', { ms: -world.clockOffset }, texts.clock)}
      </p>
    </section>
    ${limits(context)} ${active(context)} ${group(context, texts.groups.buyer, BUYER_SCENARIOS)}
    ${group(context, texts.groups.gateway, GATEWAY_SCENARIOS)}
    ${group(context, texts.groups.messages, MESSAGE_SCENARIOS)}`
}

/** Limits for whatever is switched on next; kept by the page while it is drawn anew. */
function limits({ texts }: ViewContext): Html {
  return html`<section class="panel">
    <h2>${texts.limits}</h2>
    <p class="soft">${texts.limitsHint}</p>
    <div class="bar start">
      <label>${texts.orders} <input id="limit-orders" data-keep autocomplete="off" maxlength="100" /></label>
      <label
        >${texts.times} <input id="limit-times" data-keep inputmode="numeric" autocomplete="off" maxlength="6"
      /></label>
    </div>
  </section>`
}

function active({ texts, control, language }: ViewContext): Html | '' {
  const rules = control.scenarios()
  if (rules.length === 0) return ''
  return html`<section class="panel on">
    <h2>${texts.active}</h2>
    <ul class="plain">
      ${rules.map((rule) => {
        const title = SCENARIOS[rule.scenario].title[language]
        const limit = [
          rule.orders === undefined ? '' : `${rule.orders}…`,
          rule.times === undefined ? '' : `${rule.struck} / ${rule.times}`,
          rule.chance === undefined ? '' : `${Math.round(rule.chance * 100)}%`,
        ].filter((part) => part !== '')
        return html`<li class="bar">
          <span
            ><strong>${title}</strong>
            <span class="soft">${limit.join(' · ')} ${texts.struck.replace('{}', String(rule.struck))}</span></span
          >
          ${actButton(texts.off, 'scenarios/stop', { name: rule.id }, title)}
        </li>`
      })}
    </ul>
  </section>`
}

function group({ texts, language }: ViewContext, title: string, scenarios: Readonly<Record<string, Scenario>>): Html {
  return html`<section>
    <h2>${title}</h2>
    <ul class="plain cards">
      ${Object.entries(scenarios).map(
        ([id, scenario]) =>
          html`<li class="panel">
            <h3>${scenario.title[language]}</h3>
            <p>${scenario.explanation[language]}</p>
            <p class="bar">
              <span class="soft"><code>${id}</code> <cite>${scenario.section}</cite></span>
              <button
                type="button"
                class="small"
                data-scenario="${id}"
                aria-label="${texts.on} ${scenario.title[language]}"
              >
                ${texts.on}
              </button>
            </p>
          </li>`,
      )}
    </ul>
  </section>`
}

/** `1 d 2 h`, of an offset in milliseconds. */
function spanOf(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / MINUTE)
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const
  const text = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ')
  return `${ms < 0 ? '−' : '+'}${text}`
}
