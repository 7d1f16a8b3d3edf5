import { html } from 'hono/html'
import { actButton, clockTime, type Html, paged, table, type ViewContext } from './view.ts'

const SIZE = 50

/** Registered cards and accounts of both products. */
export function keysView(context: ViewContext): Html {
  const { texts, control, world } = context
  const { shown, pager } = paged(context, 'keys', control.billingKeys(), SIZE)
  const domestic = shown.map(
    (key) =>
      html`<tr>
        <td class="time">${clockTime(key.createdAt)}</td>
        <td class="card">${texts.names[key.cardName] ?? key.cardName} <span class="mono">${key.cardNumber}</span></td>
        <td class="wrap">${[key.payerName, key.payerNo].filter(Boolean).join(' · ')}</td>
        <td class="mono oid">${key.payerId}</td>
        <td class="act">
          ${actButton(texts.remove, 'billing-keys/delete', { payerId: key.payerId }, `${key.cardName} ${key.cardNumber}`)}
        </td>
      </tr>`,
  )
  const overseas = [...world.overseas.keys.values()].toReversed().map(
    (key) =>
      html`<tr>
        <td class="card"><span class="mono">${key.cardNumber}</span></td>
        <td class="wrap">${[key.firstName, key.lastName].filter(Boolean).join(' ')}</td>
        <td class="mono oid">${key.billingKey.slice(0, 24)}…</td>
        <td class="act">
          ${
            key.revoked
              ? html`<span class="soft">${texts.removed}</span>`
              : actButton(texts.remove, 'overseas/revoke-key', { billingKey: key.billingKey }, key.cardNumber)
          }
        </td>
      </tr>`,
  )
  return html`${table({ name: 'keys', label: texts.sections.keys, columns: texts.columns.keys, empty: texts.emptyKeys }, domestic)}${pager}${
    overseas.length === 0
      ? ''
      : html`<h2>${texts.overseas}</h2>
          ${table({ name: 'keys', label: texts.overseas, columns: texts.columns.overseasKeys, empty: texts.emptyKeys }, overseas)}`
  }`
}
