import type { CheckoutRow, LedgerEvent, RefundRow } from '@payple-kit/server'

import type { Diary, Entry } from '../play/diary.ts'
import { openLedger } from '../processes/ledger.ts'
import type { GatewayClient, GatewayPayment } from '../processes/gateway-client.ts'
import type { Delivery, Recorder } from '../processes/recorder.ts'

/** An attempt with everything that was written down about it. */
export interface Attempt {
  readonly row: CheckoutRow
  readonly events: readonly LedgerEvent[]
  readonly refunds: readonly RefundRow[]
}

/** Everything there is to compare, taken when all is quiet. */
export interface Evidence {
  readonly payments: readonly GatewayPayment[]
  readonly gatewayEvents: Awaited<ReturnType<GatewayClient['events']>>
  readonly attempts: readonly Attempt[]
  readonly undelivered: number
  readonly deliveries: readonly Delivery[]
  readonly diary: readonly Entry[]
  readonly attention: Readonly<Record<string, number>>
  readonly complaints: string
}

/** Reads the ledger with no companion alive, and asks the gateway what it knows. */
export async function collect(sources: {
  readonly where: string
  readonly gateway: GatewayClient
  readonly recorder: Recorder
  readonly diary: Diary
  readonly complaints: string
}): Promise<Evidence> {
  const { gateway, recorder, diary, complaints } = sources
  const ledger = openLedger(sources.where)
  try {
    const attempts: Attempt[] = []
    for (let before: number | undefined; ;) {
      const rows = await ledger.list({ scope: 'sandbox', before, limit: 100 })
      for (const row of rows)
        attempts.push({ row, events: await ledger.events(row.id), refunds: await ledger.refunds(row.id) })
      before = rows.at(-1)?.seq
      if (before === undefined) break
    }
    const attention: Record<string, number> = {}
    for (const { kind } of await ledger.openAttention('sandbox', 10_000)) attention[kind] = (attention[kind] ?? 0) + 1
    const { undelivered } = await ledger.counts('sandbox')
    const payments = await gateway.payments()
    const gatewayEvents = await gateway.events()
    const { deliveries } = recorder
    return { payments, gatewayEvents, attempts, undelivered, deliveries, diary: diary.entries, attention, complaints }
  } finally {
    await ledger.close()
  }
}
