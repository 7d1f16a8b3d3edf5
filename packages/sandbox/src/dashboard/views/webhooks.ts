import { html } from 'hono/html'
import { colourOf } from './payments.ts'
import { actButton, address, clockTime, type Html, paged, table, type ViewContext } from './view.ts'

const SIZE = 50

/** Messages to the shop, and what became of them. */
export function webhooksView(context: ViewContext): Html {
  const { texts, control, world } = context
  const all = control.webhooks()
  const { shown, pager } = paged(context, 'webhooks', all, SIZE)
  const rows = shown.map(
    (webhook) =>
      html`<tr>
        <td class="time">${clockTime(webhook.createdAt)}</td>
        <td>${texts.webhookKinds[webhook.kind] ?? webhook.kind}</td>
        <td class="mono oid">
          ${webhook.oid === '' ? '' : html`<a href="${address(context, '/_/order', { oid: webhook.oid })}">${webhook.oid}</a>`}
        </td>
        <td class="state ${colourOf(webhook.status)}">${texts.webhookStatuses[webhook.status]}</td>
        <td class="wrap">${webhook.attempts.map((attempt) => attempt.status ?? attempt.error).join(', ')}</td>
        <td class="act">${actButton(texts.again, 'webhooks/redeliver', { ids: [webhook.id] }, webhook.id)}</td>
      </tr>`,
  )
  const held = all.some(({ status }) => status === 'held') || world.holdsWebhooks
  const registered = [...world.webhookUrls.values()].flatMap((urls) => Object.values(urls))
  return html`<p class="soft">
      ${registered.length === 0 ? texts.noAddress : html`${texts.addresses}: ${[...new Set(registered)].join(' · ')}`}
    </p>
    <p class="bar start">
      ${
        held
          ? html`${actButton(texts.release, 'webhooks/release', {}, '')}
            ${actButton(texts.releaseReversed, 'webhooks/release', { order: 'reversed' }, '')}`
          : actButton(texts.hold, 'webhooks/hold', {}, '')
      }
    </p>
    ${table({ name: 'webhooks', label: texts.sections.webhooks, columns: texts.columns.webhooks, empty: texts.emptyWebhooks }, rows)}${pager}`
}
