import type { Settings } from '../../options/settings.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

/** Options one can live without, and what is missing then. */
export function checkExtras({
  webhooks,
  authorize,
  onSettled,
  onAttention,
  origin,
  basePath,
}: Settings): readonly Check[] {
  return [
    present('on-settled', onSettled, 'The shop is told about payments.', 'The shop is not told; it has to ask.'),
    present(
      'webhooks',
      webhooks,
      `Received at ${origin}${basePath}/webhooks/domestic/[secret]; enter that address in partner admin, twice.`,
      'Not received. Everything is still found by lookup, a little later.',
    ),
    present(
      'authorize',
      authorize,
      'Routes for payments, refunds and saved cards exist, and authorize guards them.',
      'Routes for payments, refunds and saved cards do not exist; the methods of payple do.',
    ),
    present(
      'on-attention',
      onAttention,
      'A person is told about what only a person can decide.',
      'Nobody is told about what only a person can decide; look at `payple attention`.',
    ),
  ]
}

function present(name: string, option: unknown, there: string, missing: string): Check {
  return option === undefined ? check(name, 'info', missing) : check(name, 'ok', there)
}
