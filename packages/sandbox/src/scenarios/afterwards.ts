/** What scenarios do right after something happened: by hand in the console, by Payple, by a stranger, by the clock. */
import type { SandboxControl } from '../control/control.ts'
import type { SandboxEvent } from '../events.ts'
import { forgetBillingKey } from '../state/billing-keys.ts'
import { findOrder } from '../control/console.ts'
import { within } from '../state/store.ts'
import { record, type World } from '../world.ts'
import { forgePaid } from './forge.ts'
import type { ScenarioPart } from './scenario.ts'

const DAY = 86_400_000

/** Events after which money has moved; of a window's results only those of work PAY. */
const PAID = new Set(['confirm.charged', 'repay.charged', 'gpay.paid'])
const OPENED = new Set(['window.opened', 'gpay.window-opened'])

type Afterwards = Extract<ScenarioPart, { part: 'afterwards' }>

/** Watches a sandbox for its whole life. */
export function watchAfterwards(world: World, control: SandboxControl): void {
  world.events.subscribe((event) => {
    const { oid, type } = event
    if (oid === undefined) return
    const paid = PAID.has(type) || isPaidInWindow(event)
    if (!paid && !OPENED.has(type)) return
    const struck = world.scenarios.strikeAll(
      oid,
      (part): part is Afterwards => part.part === 'afterwards' && (part.act === 'forge') === !paid,
    )
    for (const { part, rule } of struck) {
      record(world, 'scenario', { oid, note: rule.scenario })
      ACTS[part.act](world, control, oid)
    }
  })
}

function isPaidInWindow({ type, response }: SandboxEvent): boolean {
  return type === 'window.result' && response?.['PCD_PAY_RST'] === 'success' && response['PCD_PAY_WORK'] === 'PAY'
}

const ACTS: Readonly<Record<Afterwards['act'], (world: World, control: SandboxControl, oid: string) => void>> = {
  'console-cancel': (_world, control, oid) => {
    if (control.payment(oid)?.status === 'paid') control.cancelFromConsole(oid)
    else if (control.overseasPayment(oid)?.cancelled === 0) control.cancelOverseasFromConsole(oid)
  },
  'remove-card': (world, control, oid) => {
    const payment = findOrder(world, oid)
    const key = payment && world.store.billingKeys.get(within(payment.merchant, payment.payerId))
    if (key !== undefined) forgetBillingKey(world, key)
    const overseas = control.overseasPayment(oid)
    if (overseas !== undefined) control.revokeOverseasKey(overseas.billingKey)
  },
  'next-day': (_world, control) => control.moveClock(DAY),
  forge: (world, _control, oid) => forgePaid(world, oid),
}
