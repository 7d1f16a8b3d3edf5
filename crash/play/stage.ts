import type { Buyer } from '../../packages/server/src/testing/buyer.ts'
import type { PlannedFault } from '../plan/story.ts'
import type { Fleet } from '../processes/fleet.ts'
import type { GatewayClient } from '../processes/gateway-client.ts'
import type { Diary } from './diary.ts'

/** Where stories are played. */
export interface Stage {
  readonly fleet: Fleet
  readonly gateway: GatewayClient
  readonly buyer: Buyer
  readonly diary: Diary
}

/** Scripts the trouble of one order number; without a number the next call of its kind is struck. */
export async function scriptFaults(
  { gateway }: Stage,
  faults: readonly (PlannedFault | undefined)[],
  oid?: string,
): Promise<void> {
  for (const fault of faults) {
    if (fault !== undefined) await gateway.fault(oid === undefined ? fault : { ...fault, oid })
  }
}
