/** What can be done over HTTP, and what each action has to be told. Answers 400 with one sentence when it was not. */
import * as v from 'valibot'
import { SCENARIOS, type ScenarioId } from '../scenarios/catalogue.ts'
import type { ScenarioRule } from '../scenarios/rule.ts'
import type { SandboxControl } from '../control/control.ts'
import { nearest } from '../wire/nearest.ts'
import { WEBHOOK_TARGETS, type WebhookTarget } from '../webhooks/webhook.ts'

/** One action: reads its body and uses a lever. What it returns is the answer. */
type Action = (control: SandboxControl, body: unknown) => unknown

const target = v.optional(v.picklist(WEBHOOK_TARGETS))
const direction = v.optional(v.picklist(['given', 'reversed']))
const address = v.optional(v.nullable(v.string()))

/** Wraps a lever: the body must be of this shape. */
function withBody<T extends v.GenericSchema>(
  schema: T,
  act: (control: SandboxControl, input: v.InferOutput<T>) => unknown,
): Action {
  return (control, body) => act(control, read(schema, body))
}

function read<T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, body)
  if (result.success) return result.output
  const [issue] = result.issues
  const name = v.getDotPath(issue) ?? 'body'
  const known = 'entries' in schema ? Object.keys(schema.entries as object) : []
  const hint =
    issue.type === 'strict_object' && !known.includes(name) ? `Did you mean "${nearest(name, known)}"?` : issue.message
  throw new TypeError(`[payple-sandbox] "${name}" is wrong. ${hint}`)
}

/** Every `POST /_/api/…`, by the rest of its path. */
export const ADMIN_ACTIONS: Readonly<Record<string, Action>> = {
  faults: (control, body) => control.fault(body as Parameters<SandboxControl['fault']>[0]),
  reset: (control) => control.reset(),
  scenarios: (control, body) => control.scenario(body as ScenarioId | ScenarioRule),
  'scenarios/stop': withBody(v.strictObject({ name: v.string() }), (control, { name }) => control.stopScenario(name)),
  clock: withBody(v.strictObject({ ms: v.number() }), (control, { ms }) => {
    control.moveClock(ms)
    return { time: control.time() }
  }),
  'payments/cancel': withBody(
    v.strictObject({ oid: v.string(), amount: v.optional(v.number()) }),
    (control, { oid, amount }) => control.cancelFromConsole(oid, amount),
  ),
  'overseas/cancel': withBody(
    v.strictObject({ oid: v.string(), amount: v.optional(v.string()) }),
    (control, { oid, amount }) => control.cancelOverseasFromConsole(oid, amount),
  ),
  'overseas/revoke-key': withBody(v.strictObject({ billingKey: v.string() }), (control, { billingKey }) =>
    control.revokeOverseasKey(billingKey),
  ),
  'billing-keys/delete': withBody(v.strictObject({ payerId: v.string() }), (control, { payerId }) =>
    control.deleteKeyFromConsole(payerId),
  ),
  'webhooks/urls': withBody(
    v.strictObject({
      ...Object.fromEntries(WEBHOOK_TARGETS.map((name) => [name, address])),
      cstId: v.optional(v.string()),
    }) as v.GenericSchema<{ cstId?: string } & Partial<Record<WebhookTarget, string | null>>>,
    (control, { cstId, ...urls }) => control.setWebhookUrls(urls, cstId),
  ),
  'webhooks/hold': (control) => control.holdWebhooks(),
  'webhooks/release': withBody(v.strictObject({ order: direction }), (control, { order }) =>
    control.releaseWebhooks(order === undefined ? {} : { order }),
  ),
  'webhooks/redeliver': withBody(
    v.strictObject({
      ids: v.array(v.string()),
      times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
      order: direction,
    }),
    (control, { ids, times, order = 'given' }) => control.redeliver(ids, { times, order }),
  ),
  'webhooks/send': withBody(
    v.strictObject({ fields: v.record(v.string(), v.string()), target, cstId: v.optional(v.string()) }),
    (control, { fields, target: to = 'payment', cstId }) =>
      control.sendWebhook(fields, { target: to, ...(cstId === undefined ? {} : { cstId }) }),
  ),
  'webhooks/settled': (control) => control.webhooksSettled(),
}

/** Every `GET /_/api/…` of the control object. */
export const ADMIN_LISTS: Readonly<Record<string, (control: SandboxControl) => unknown>> = {
  payments: (control) => control.payments(),
  'overseas/payments': (control) => control.overseasPayments(),
  'billing-keys': (control) => control.billingKeys(),
  links: (control) => control.links(),
  webhooks: (control) => control.webhooks(),
  scenarios: (control) => control.scenarios(),
  'scenarios/catalogue': () => SCENARIOS,
  clock: (control) => ({ time: control.time() }),
}
