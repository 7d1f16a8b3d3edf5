import { html } from 'hono/html'
import { orderRows, type OrderRow } from '../orders.ts'
import { address, clockTime, type Html, paged, table, type ViewContext } from './view.ts'

const SIZE = 50

/** Payments of both products, newest first. */
export function paymentsView(context: ViewContext): Html {
  const { texts } = context
  const { shown, pager } = paged(context, 'payments', orderRows(context.control), SIZE)
  const rows = shown.map((order) => row(context, order))
  return html`${table({ name: 'payments', label: texts.sections.payments, columns: texts.columns.payments, empty: texts.empty, numbers: [3] }, rows)}${pager}`
}

function row(context: ViewContext, order: OrderRow): Html {
  const { texts } = context
  const { oid, product, left } = order
  return html`<tr>
    <td class="time">${clockTime(order.at)}</td>
    <td class="mono oid"><a href="${address(context, '/_/order', { oid })}">${oid}</a></td>
    <td class="wrap goods">${order.goods}</td>
    <td class="num amount">
      ${order.amount}${
        order.refunded === ''
          ? ''
          : html`<br /><small class="soft">${texts.refunded.replace('{}', order.refunded)}</small>`
      }
    </td>
    <td class="state ${colourOf(order.status)}">${texts.statuses[order.status] ?? order.status}</td>
    <td class="card">
      ${texts.names[order.means.name] ?? order.means.name} <span class="mono">${order.means.number}</span>
      <span class="soft">${texts.channels[order.channel] ?? ''}</span>
    </td>
    <td class="act">${left === undefined ? '' : cancelButton(context, { oid, product, left })}</td>
  </tr>`
}

/** Opens the dialog that asks how much. */
export function cancelButton({ texts }: ViewContext, order: { oid: string; product: string; left: string }): Html {
  return html`<button
    type="button"
    class="small"
    data-cancel="${order.product === 'overseas' ? 'overseas/cancel' : 'payments/cancel'}"
    data-oid="${order.oid}"
    data-left="${order.left}"
    aria-label="${texts.cancel} ${order.oid}"
  >
    ${texts.cancel}
  </button>`
}

/** Class of a status. */
export function colourOf(status: string): string {
  if (status === 'paid' || status === 'delivered') return 'paid'
  return /declined|expired|failed/.test(status) ? 'bad' : ''
}
