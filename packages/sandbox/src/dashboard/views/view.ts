/** What every view of the dashboard is given, and the pieces that they share. */
import { html } from 'hono/html'
import type { SandboxControl } from '../../control/control.ts'
import type { Language } from '../../window/language.ts'
import type { Html } from '../../window/page-frame.ts'
import { kstText } from '../../wire/kst.ts'
import type { World } from '../../world.ts'
import { dashboardTexts } from '../texts.ts'
import type { DashboardTexts } from '../texts/shape.ts'
import type { ViewName } from './view-names.ts'

export type { Html }

/** What a view draws from. */
export interface ViewContext {
  world: World
  control: SandboxControl
  language: Language
  texts: DashboardTexts
  /** Page of a long list, from 0, newest first. */
  page: number
}

/** The context of a request to the dashboard. */
export function contextOf(world: World, control: SandboxControl, request: Request, language: Language): ViewContext {
  const page = Number(new URL(request.url).searchParams.get('page') ?? 0)
  return {
    world,
    control,
    language,
    texts: dashboardTexts(language),
    page: Number.isInteger(page) && page > 0 ? page : 0,
  }
}

/** Time of day in Korea, which is what Payple's own times are in. */
export function clockTime(at: number): string {
  return kstText(at).slice(11)
}

/** Address of a page of the dashboard. */
export function address({ language }: ViewContext, path: string, query: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ ...query, lang: language }).toString()}`
}

/** A button that calls an admin route and draws the page anew. `about` tells screen readers which one it is. */
export function actButton(text: string, path: string, body: object, about: string): Html {
  return html`<button
    type="button"
    class="small"
    data-post="${path}"
    data-body="${JSON.stringify(body)}"
    aria-label="${text} ${about}"
  >
    ${text}
  </button>`
}

/** A table with its heading row, or one sentence when there is nothing in it. `label` is for screen readers. */
export function table({ name, label, columns, empty, numbers = [] }: TableHead, rows: readonly Html[]): Html {
  if (rows.length === 0) return html`<p class="soft empty">${empty}</p>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table class="${name}">
      <thead>
        <tr>
          ${columns.map((column, index) => html`<th scope="col" class="${numbers.includes(index) ? 'num' : ''}">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

interface TableHead {
  /** Class, for the looks. */
  name: string
  label: string
  columns: readonly string[]
  /** Said when there are no rows. */
  empty: string
  /** Columns of numbers. */
  numbers?: readonly number[]
}

/** One page of a list, newest first, and the way to the others. */
export function paged<Item>(
  context: ViewContext,
  view: ViewName,
  items: readonly Item[],
  size: number,
): { shown: readonly Item[]; pager: Html | '' } {
  const { page, texts } = context
  const end = items.length - page * size
  const shown = items.slice(Math.max(0, end - size), Math.max(0, end)).toReversed()
  if (items.length <= size) return { shown, pager: '' }
  const link = (to: number, text: string) =>
    html`<a href="${address(context, '/_/', { view, page: String(to) })}">${text}</a>`
  const first = page * size + 1
  const range = `${first}–${Math.min(items.length, first + size - 1)} / ${items.length}`
  const pager = html`<nav class="pager" aria-label="${texts.pages}">
    ${page > 0 ? link(page - 1, texts.newer) : html`<span></span>`} <span class="soft">${range}</span>
    ${end > size ? link(page + 1, texts.older) : html`<span></span>`}
  </nav>`
  return { shown, pager }
}
