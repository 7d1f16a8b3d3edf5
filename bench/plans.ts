/** How much is measured. The quick plans only show that everything runs. */
import type { AuthPlan } from './auth/run.ts'
import type { SandboxPlan } from './sandbox/run.ts'
import type { SettlePlan } from './settle/run.ts'

export const AUTH: AuthPlan = { connections: 16, seconds: 4, rounds: 12 }
export const QUICK_AUTH: AuthPlan = { connections: 16, seconds: 2, rounds: 2 }

/** Many short rounds rather than a few long ones: what else the machine does then falls on both ledgers alike. */
export const SETTLE: SettlePlan = {
  stored: [1_000, 1_000_000],
  rounds: 25,
  pay: [
    { orders: 100, concurrency: 1 },
    { orders: 200, concurrency: 16 },
  ],
  reconcile: { idleRuns: 10, doubts: 10 },
}
export const QUICK_SETTLE: SettlePlan = {
  stored: [1_000, 20_000],
  rounds: 2,
  pay: [
    { orders: 100, concurrency: 1 },
    { orders: 200, concurrency: 16 },
  ],
  reconcile: { idleRuns: 10, doubts: 10 },
}

export const SANDBOX: SandboxPlan = { stored: [0, 1_000, 10_000], payments: 500, rounds: 10, starts: 15 }
export const QUICK_SANDBOX: SandboxPlan = { stored: [0, 1_000], payments: 200, rounds: 2, starts: 3 }
