/** `GET /_/order?oid=`: the way of one payment, drawn and told, with the buttons of the console. */
import { html } from 'hono/html'
import type { SandboxControl } from '../control/control.ts'
import type { SandboxEvent } from '../events.ts'
import { languageOf } from '../window/language.ts'
import type { World } from '../world.ts'
import { diagram, LANES } from './diagram.ts'
import { type Flow, FLOWS } from './flows.ts'
import { frame } from './frame.ts'
import { orderRows, type OrderRow } from './orders.ts'
import { callDetails } from './views/calls.ts'
import { cancelButton, colourOf } from './views/payments.ts'
import { actButton, clockTime, contextOf, type Html, type ViewContext } from './views/view.ts'

/** More than these would be a wall; the calls view has the rest. */
const STEPS = 60

/** The page of an order number; says so when nothing is known of it. */
export function orderPage(world: World, control: SandboxControl, request: Request): Promise<Response> {
  const context = contextOf(world, control, request, languageOf(request))
  const { texts } = context
  const oid = new URL(request.url).searchParams.get('oid') ?? ''
  const events = world.events.list().filter((event) => event.oid === oid)
  const orders = orderRows(control).filter((order) => order.oid === oid)
  const body =
    events.length === 0 && orders.length === 0
      ? html`<p class="soft empty">${texts.unknownOrder}</p>`
      : html`${orders.map((order) => facts(context, order))} ${resend(context, oid)}
        ${story(context, events.slice(-STEPS))}`
  return frame(context, request, 'payments', oid, body)
}

function facts(context: ViewContext, order: OrderRow): Html {
  const { texts } = context
  const { oid, product, left } = order
  return html`<section class="panel bar">
    <p class="facts">
      <strong>${order.goods}</strong> <span class="num">${order.amount}</span>
      <span class="${colourOf(order.status)}">${texts.statuses[order.status] ?? order.status}</span>
      <span class="soft">
        ${texts.names[order.means.name] ?? order.means.name} <span class="mono">${order.means.number}</span>
        ${order.refunded === '' ? '' : texts.refunded.replace('{}', order.refunded)}
      </span>
    </p>
    ${left === undefined ? '' : cancelButton(context, { oid, product, left })}
  </section>`
}

/** The webhooks of the order can be sent again from here. */
function resend({ texts, control }: ViewContext, oid: string): Html | '' {
  const ids = control.webhooks().flatMap((webhook) => (webhook.oid === oid ? [webhook.id] : []))
  if (ids.length === 0) return ''
  return html`<p class="bar start">
    ${actButton(texts.resendAll, 'webhooks/redeliver', { ids }, '')}
    ${ids.length > 1 ? actButton(texts.resendReversed, 'webhooks/redeliver', { ids, order: 'reversed' }, '') : ''}
  </p>`
}

function story(context: ViewContext, events: readonly SandboxEvent[]): Html {
  const { texts, language } = context
  const steps = events.map((event) => ({ event, flow: FLOWS[event.type] ?? inside(event.type) }))
  return html`<h2>${texts.way}</h2>
    <div class="way">
      ${diagram(
        steps.map(({ flow }) => flow),
        language,
      )}
      <ol class="steps">
        ${steps.map(({ event, flow }) => step(context, event, flow))}
      </ol>
    </div>`
}

function step(context: ViewContext, event: SandboxEvent, { from, to, text, bad }: Flow): Html {
  const { language } = context
  const who = from === to ? LANES[from][language] : `${LANES[from][language]} → ${LANES[to][language]}`
  return html`<li>
    <p>
      <span class="soft mono">${clockTime(event.at)}</span> <strong>${who}</strong>
      <span class="${bad ? 'bad' : ''}">${text[language]}</span>
    </p>
    ${callDetails(context, event)}
  </li>`
}

function inside(type: string): Flow {
  return { from: 'gateway', to: 'gateway', text: { ko: type, en: type } }
}
