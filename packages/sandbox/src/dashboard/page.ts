/** `GET /_/`: payments, keys, links, webhooks, calls and scenarios, drawn on the server and followed by a small script. */
import { html } from 'hono/html'
import type { SandboxControl } from '../control/control.ts'
import { languageOf } from '../window/language.ts'
import type { World } from '../world.ts'
import { frame } from './frame.ts'
import { callsView } from './views/calls.ts'
import { keysView } from './views/keys.ts'
import { linksView } from './views/links.ts'
import { paymentsView } from './views/payments.ts'
import { scenariosView } from './views/scenarios.ts'
import { VIEWS, type ViewName } from './views/view-names.ts'
import { contextOf, type Html, type ViewContext } from './views/view.ts'
import { webhooksView } from './views/webhooks.ts'

const DRAW: Readonly<Record<ViewName, (context: ViewContext) => Html>> = {
  payments: paymentsView,
  keys: keysView,
  links: linksView,
  webhooks: webhooksView,
  calls: callsView,
  scenarios: scenariosView,
}

/** The view that `?view=` names, or the payments. */
export function dashboardPage(world: World, control: SandboxControl, request: Request): Promise<Response> {
  const context = contextOf(world, control, request, languageOf(request))
  const asked = new URL(request.url).searchParams.get('view')
  const view = VIEWS.find((name) => name === asked) ?? 'payments'
  return frame(context, request, view, context.texts.sections[view], html`${DRAW[view](context)}`)
}
