import { html } from 'hono/html'
import type { SandboxEvent } from '../../events.ts'
import { fieldList, manualOf } from '../../fields/explain.ts'
import { FLOWS } from '../flows.ts'
import { address, clockTime, type Html, paged, table, type ViewContext } from './view.ts'

const SIZE = 25

/** Everything that happened, newest first, with every field explained. */
export function callsView(context: ViewContext): Html {
  const { texts } = context
  const { shown, pager } = paged(context, 'calls', context.world.events.list(), SIZE)
  const rows = shown.map((event) => row(context, event))
  return html`${table({ name: 'calls', label: texts.sections.calls, columns: texts.columns.calls, empty: texts.empty }, rows)}${pager}`
}

function row(context: ViewContext, event: SandboxEvent): Html {
  const { oid = '', type } = event
  const flow = FLOWS[type]
  return html`<tr>
    <td class="time">${clockTime(event.at)}</td>
    <td class="type ${flow?.bad ? 'bad' : ''}">${type}</td>
    <td class="mono oid">${oid === '' ? '' : html`<a href="${address(context, '/_/order', { oid })}">${oid}</a>`}</td>
    <td class="wrap fields">${callDetails(context, event)}</td>
  </tr>`
}

/** What a call said, folded up. */
export function callDetails({ texts, language }: ViewContext, event: SandboxEvent): Html {
  const { request, response, note } = event
  const sentence =
    note ?? response?.['PCD_PAY_MSG'] ?? response?.['result_msg'] ?? response?.['message'] ?? request?.path
  if (request === undefined && response === undefined) return html`<span>${sentence ?? ''}</span>`
  const key = [event.at, event.type, event.oid ?? '', sentence ?? ''].join(' ')
  const manual = manualOf({ ...request?.fields, ...response })
  return html`<details data-key="${key}">
    <summary>${sentence ?? texts.details}</summary>
    ${
      request === undefined
        ? ''
        : html`<p class="part">${texts.request} · ${request.method} ${request.path}</p>
            ${fieldList(request.fields, language)}`
    }
    ${
      response === undefined
        ? ''
        : html`<p class="part">${texts.response}</p>
            ${fieldList(response, language)}`
    }
    <p class="part"><a href="${manual}" target="_blank" rel="noreferrer">${texts.manual}</a></p>
  </details>`
}
