/** What the command line of `payple-sandbox` may say. */
import { parseArgs } from 'node:util'
import type { StartOptions } from '../node.ts'
import { OVERSEAS_TEST_ACCOUNT } from '../overseas/options.ts'
import { parseRuleText } from '../scenarios/rule.ts'
import { SANDBOX_MERCHANT, TEST_MERCHANT } from '../settings.ts'

export const HELP: string = `A local Payple to develop and test against.

Usage: payple-sandbox [options]

  --port N                       port to listen on, 0 for any free one (default 4100)
  --host ADDRESS                 address to listen on (default 127.0.0.1, this machine only)
  --state FILE                   keeps payments, cards and everything else in this file across restarts
  --seed N                       the same ids, tokens and chances in every run
  --clock TIME                   the clock stands still at this time, such as 2026-11-25T09:00:00+09:00
  --scenario ID[,orders=PREFIX][,times=N][,chance=P]
                                 a bad day from the start; may be given several times
  --scenarios                    lists the scenarios and stops
  --webhook URL                  where both domestic accounts hear of payments, registrations and cancels
  --deletion-webhook URL         where they hear of billing keys deleted in the console
  --overseas-webhook URL         where the overseas account hears of payments
  --overseas-cancel-webhook URL  where it hears of cancels
  --help                         this text
  --version                      the version
`

/** What to do: start a sandbox, or say something and stop. */
export type Command =
  | { do: 'start'; options: StartOptions & { host: string } }
  | { do: 'help' | 'version' | 'scenarios' }

/** Reads the arguments. Throws an `Error` whose message is for the person who typed them. */
export function readCommand(args: string[]): Command {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args,
    options: {
      port: { ...text, default: '4100' },
      host: { ...text, default: '127.0.0.1' },
      state: text,
      seed: text,
      clock: text,
      scenario: { ...text, multiple: true },
      scenarios: flag,
      webhook: text,
      'deletion-webhook': text,
      'overseas-webhook': text,
      'overseas-cancel-webhook': text,
      help: { ...flag, short: 'h' },
      version: { ...flag, short: 'v' },
    },
  })
  if (values.help) return { do: 'help' }
  if (values.version) return { do: 'version' }
  if (values.scenarios) return { do: 'scenarios' }
  const { port, host, state: stateFile, seed } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Error(`--port is "${port}". Use a number from 0 to 65535.`)
  }
  if (seed !== undefined && !/^-?\d{1,15}$/.test(seed)) throw new Error(`--seed is "${seed}". Use a whole number.`)
  const at = values.clock === undefined ? undefined : Date.parse(values.clock)
  if (Number.isNaN(at)) throw new Error(`--clock is "${values.clock}". Use a time such as 2026-11-25T09:00:00+09:00.`)
  if (stateFile === '') throw new Error('--state is empty. Name a file.')
  const urls = { webhookUrl: values.webhook, deletionWebhookUrl: values['deletion-webhook'] }
  const overseas = {
    ...OVERSEAS_TEST_ACCOUNT,
    webhookUrl: values['overseas-webhook'],
    cancelWebhookUrl: values['overseas-cancel-webhook'],
  }
  return {
    do: 'start',
    options: {
      port: Number(port),
      host,
      stateFile,
      seed: seed === undefined ? undefined : Number(seed),
      clock: at === undefined ? undefined : () => at,
      scenarios: values.scenario?.map(parseRuleText),
      merchants: [TEST_MERCHANT, SANDBOX_MERCHANT].map((merchant) => ({ ...merchant, ...urls })),
      overseas: { accounts: [overseas] },
    },
  }
}
