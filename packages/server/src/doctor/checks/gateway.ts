import type { AuthPurpose } from '@payple-kit/core'

import { createGateway } from '../../gateway/gateway.ts'
import type { Settings } from '../../options/settings.ts'
import { authenticationAdvice } from '../authentication-advice.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

/** Purposes after which nothing can happen: a window that nobody opens, and a question. */
const SAFE: readonly AuthPurpose[] = ['window', 'lookup']

/** Whether Payple answers, and whether it accepts the partner's keys. Authenticates and stops there. */
export async function checkGateway(settings: Settings): Promise<readonly Check[]> {
  const { gateway: host, origin: referer, world, domestic, timeouts } = settings
  const gateway = createGateway({ gateway: host, referer, world, log: () => undefined }, domestic, timeouts)
  const checks: Check[] = []
  for (const purpose of SAFE) {
    const reply = await gateway.authenticate(purpose)
    if (reply.kind === 'not-sent' || reply.kind === 'lost') return [unreachable(host, reply.reason)]
    if (checks.length === 0) checks.push(check('gateway', 'ok', `${host} answers.`))
    const name = `authentication-${purpose}`
    checks.push(
      reply.kind === 'answer'
        ? check(name, 'ok', `Payple accepts the partner’s keys for a ${purpose}.`)
        : refused(name, reply.gatewayCode, settings),
    )
  }
  return checks
}

function refused(name: string, code: string | undefined, settings: Settings): Check {
  const { finding, todo } = authenticationAdvice(code, settings)
  return check(name, 'error', finding, todo)
}

/** @param reason as the gateway client gives it, such as `auth-http-502` */
function unreachable(host: string, reason: string): Check {
  const short = reason.replace(/^auth-/, '')
  const [finding, todo] = REASONS[short] ?? [
    short.startsWith('http-') ? `answered with ${short.replace('http-', 'HTTP ')}` : `failed: ${short}`,
    'Try again in a minute; ask Payple when it stays like that.',
  ]
  return check('gateway', 'error', `${host} ${finding}. Nothing can be paid.`, todo)
}

const REASONS: Readonly<Record<string, readonly [finding: string, todo: string]>> = {
  unreachable: [
    'cannot be reached: no name, no route, no connection or no valid certificate',
    'Check DNS, the firewall (outgoing 443) and HTTPS interception; for a sandbox, start it and compare the port.',
  ],
  connection: ['broke the connection', 'Check proxies and firewalls between this machine and Payple.'],
  timeout: ['did not answer in time', 'Check the firewall (outgoing 443); see the timeouts option.'],
  'not-json': ['answered with something that is no JSON', 'A proxy may answer in Payple’s place; check it.'],
}
