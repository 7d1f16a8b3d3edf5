import { isPaypleIntegrationError } from '@payple-kit/core'

import { checkOptions } from '../options/check-options.ts'
import type { PaypleOptions } from '../options/options.ts'
import type { Settings } from '../options/settings.ts'
import type { Payple } from '../payple.ts'
import { check } from './check.ts'
import type { Check, Diagnosis } from './check.ts'
import { checkBacklog } from './checks/backlog.ts'
import { checkClock } from './checks/clock.ts'
import { checkEnvironment } from './checks/environment.ts'
import { checkExtras } from './checks/extras.ts'
import { checkGateway } from './checks/gateway.ts'
import { checkKeys } from './checks/keys.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkNode } from './checks/node.ts'
import { checkOrigin } from './checks/origin.ts'
import { checkOverseas } from './checks/overseas.ts'
import { checkReach } from './checks/reach.ts'
import { listen } from './listen.ts'
import { plainMessage } from './plain-message.ts'

/** Who is examined. */
export interface Patient {
  /** Opens the shop; its rejection is a finding, too. */
  readonly open: () => Promise<{ readonly payple: Payple; readonly options: PaypleOptions | undefined }>
  /** Such as `24.1.0`. */
  readonly nodeVersion: string
  /** `NODE_ENV`. */
  readonly mode: string | undefined
}

/**
 * Looks at everything a payment needs, without ever moving money: it authenticates, which every operation does first, and asks for
 * nothing after that.
 *
 * @throws what `open` rejected with, unless it is an integration error
 */
export async function examine({ open, nodeVersion, mode }: Patient): Promise<Diagnosis> {
  const node = checkNode(nodeVersion)
  try {
    const { payple, options } = await open()
    const found = options === undefined ? BLIND : await checkEverything(checkOptions(options), mode)
    return diagnosis([node, ...found, ...(await checkLedger(payple, options?.ledger)), ...(await checkBacklog(payple))])
  } catch (error) {
    if (!isPaypleIntegrationError(error)) throw error
    const name = error.code.startsWith('LEDGER_') ? 'ledger' : 'options'
    return diagnosis([node, check(name, 'error', plainMessage(error), REPAIR)])
  }
}

const REPAIR = 'Repair this and run doctor again; the other checks need it.'

const BLIND: readonly Check[] = [
  check(
    'options',
    'warn',
    'The configuration exports a Payple object, which does not tell its options.',
    'Export the options of createPayple instead, and doctor checks origin, keys, clock and gateway, too.',
  ),
]

async function checkEverything(settings: Settings, mode: string | undefined): Promise<readonly Check[]> {
  const heard = listen(settings.world)
  const world = { ...settings.world, fetch: heard.fetch }
  const gateway = await checkGateway({ ...settings, world })
  return [
    check('options', 'ok', 'Complete, and they fit together.'),
    checkEnvironment(settings, mode),
    ...checkOrigin(settings),
    ...(await checkReach(settings)),
    ...gateway,
    ...(await checkOverseas({ ...settings, world })),
    checkClock(heard.answers()),
    ...(await checkKeys(settings)),
    ...checkExtras(settings),
  ]
}

function diagnosis(checks: readonly Check[]): Diagnosis {
  return { ok: checks.every(({ level }) => level !== 'error'), checks }
}
