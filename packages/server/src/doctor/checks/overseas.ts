import { createOverseasGateway } from '../../gateway/overseas/overseas-gateway.ts'
import type { Settings } from '../../options/settings.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

/** Whether Payple gives this server a token for overseas cards. Asks for one and stops there. */
export async function checkOverseas({
  overseas,
  origin: referer,
  world,
  timeouts,
}: Settings): Promise<readonly Check[]> {
  if (overseas === undefined) return []
  const { gateway: host } = overseas
  const gateway = createOverseasGateway({ gateway: host, referer, world, log: () => undefined }, overseas, timeouts)
  const reply = await gateway.windowToken()
  if (reply.kind === 'answer') return [check('overseas', 'ok', `${host} gives this server tokens for overseas cards.`)]
  if (reply.kind === 'refused') {
    const { finding, todo } = adviceOn(reply.gatewayCode)
    return [check('overseas', 'error', finding, todo)]
  }
  const todo = 'Check DNS and the firewall (outgoing 443); it is another host than the domestic one.'
  return [check('overseas', 'error', `${host} could not be asked: ${reply.reason.replace(/^token-/, '')}.`, todo)]
}

/** What a refused token means (docs/protocol/overseas.md 7), and what to fix. */
function adviceOn(code: string | undefined): { readonly finding: string; readonly todo: string } {
  switch (code) {
    case 'T0310':
      return {
        finding: 'T0310: this server’s IP address is not on Payple’s list.',
        todo: 'Have help@payple.kr register the fixed outgoing address of this server. Hosts without one cannot take overseas cards on live.',
      }
    case 'T0300':
    case 'T0322':
      return {
        finding: `${code}: Payple does not know this overseas account.`,
        todo: 'Check overseas.serviceId and serviceKey, and that the account is enrolled for overseas payments.',
      }
    default:
      return {
        finding: `Payple gives no token${code === undefined ? '; its answer was not the one to our question' : `: ${code}`}.`,
        todo: 'Compare overseas.serviceId and serviceKey with Payple’s mail; ask Payple with the code at hand.',
      }
  }
}
