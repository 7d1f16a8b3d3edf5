/** Looking into a sandbox and making trouble in it, from a test. */
import type { Fault } from '../scenarios/faults.ts'
import { clearStore } from '../state/store.ts'
import type { World } from '../world.ts'
import { createConsole, findOrder, type ConsoleControl } from './console.ts'
import { linkSnapshot, type SandboxLink } from './links.ts'
import { keySnapshot, paymentSnapshot, type SandboxBillingKey, type SandboxPayment } from './snapshots.ts'
import { createOverseasControl, type OverseasControl } from '../overseas/control.ts'
import { createScenarioControl, type ScenarioControl } from './scenarios.ts'
import { createWebhookControl, type WebhookControl } from './webhooks.ts'

/** The levers of a sandbox. */
export interface SandboxControl extends ConsoleControl, WebhookControl, OverseasControl, ScenarioControl {
  /** Every payment, oldest first. */
  payments(): readonly SandboxPayment[]
  /** The payment of an order number; with several merchants, the first that has it. */
  payment(oid: string): SandboxPayment | undefined
  /** Every registered card and account, oldest first. */
  billingKeys(): readonly SandboxBillingKey[]
  /** Every payment link, oldest first. */
  links(): readonly SandboxLink[]
  /** Scripts trouble for coming calls. Throws a `TypeError` for a fault that could never strike. */
  fault(fault: Fault): void
  /** Forgets faults that have not struck yet. */
  clearFaults(): void
  /** Forgets everything but webhook addresses: payments, cards, tokens, links, webhooks, faults, scenarios and events. The clock is right again. */
  reset(): void
}

/** The levers of one world. */
export function createControl(world: World): SandboxControl {
  const { store, faults, events } = world
  return {
    ...createConsole(world),
    ...createWebhookControl(world),
    ...createOverseasControl(world),
    ...createScenarioControl(world),
    payments: () => [...store.payments.values()].map((payment) => paymentSnapshot(world, payment)),
    payment(oid) {
      const payment = findOrder(world, oid)
      return payment && paymentSnapshot(world, payment)
    },
    billingKeys: () => [...store.billingKeys.values()].filter((key) => !key.provisional).map(keySnapshot),
    links: () => [...store.links.values()].map(linkSnapshot),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    reset() {
      clearStore(store)
      clearStore(world.overseas)
      faults.clear()
      world.scenarios.clear()
      world.clockOffset = 0
      events.clear()
      world.holdsWebhooks = false
    },
  }
}
