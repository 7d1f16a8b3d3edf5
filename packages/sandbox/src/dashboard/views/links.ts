import { html } from 'hono/html'
import { kstText } from '../../wire/kst.ts'
import { clockTime, type Html, paged, table, type ViewContext } from './view.ts'

const SIZE = 50

/** Payment links. */
export function linksView(context: ViewContext): Html {
  const { texts, control } = context
  const { shown, pager } = paged(context, 'links', control.links(), SIZE)
  const rows = shown.map(
    (link) =>
      html`<tr>
        <td class="time">${clockTime(link.createdAt)}</td>
        <td class="wrap">${link.goods}</td>
        <td class="num">₩${link.total.toLocaleString('en-US')}</td>
        <td>${link.expiresAt === undefined ? texts.never : kstText(link.expiresAt)}</td>
        <td>${link.orders.length}</td>
        <td class="wrap"><a class="mono" href="${link.url}" target="_blank" rel="noreferrer">${link.url}</a></td>
      </tr>`,
  )
  return html`${table({ name: 'links', label: texts.sections.links, columns: texts.columns.links, empty: texts.emptyLinks, numbers: [2] }, rows)}${pager}`
}
