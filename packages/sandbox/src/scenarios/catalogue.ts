/** Every bad day there is. Dashboard, admin API, command line and code read this one list. */
import { BUYER_SCENARIOS, type BuyerScenarioId } from './catalogue/buyer.ts'
import { GATEWAY_SCENARIOS, type GatewayScenarioId } from './catalogue/gateway.ts'
import { MESSAGE_SCENARIOS, type MessageScenarioId } from './catalogue/messages.ts'
import type { Scenario } from './scenario.ts'

/** Name of a scenario. */
export type ScenarioId = BuyerScenarioId | GatewayScenarioId | MessageScenarioId

/** The catalogue, by id. */
export const SCENARIOS: Readonly<Record<ScenarioId, Scenario>> = {
  ...BUYER_SCENARIOS,
  ...GATEWAY_SCENARIOS,
  ...MESSAGE_SCENARIOS,
}
