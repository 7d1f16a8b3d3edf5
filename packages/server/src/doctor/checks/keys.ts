import { createVault } from '../../billing-keys/vault.ts'
import type { Settings } from '../../options/settings.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

/** Keys whose presence and kind can be judged without asking Payple. */
export async function checkKeys(settings: Settings): Promise<readonly Check[]> {
  return [refundKey(), confirm(settings), clientKey(settings), await sealing(settings)]
}

/** It was demanded with the options. Trying it would refund something. */
function refundKey(): Check {
  return check('refund-key', 'ok', 'Present. Whether Payple accepts it shows only in a refund.')
}

function confirm({ domestic, gateway }: Settings): Check {
  return domestic.work === 'CERT'
    ? check(
        'confirm',
        'ok',
        `CERT: money moves when the companion confirms at ${gateway}, whatever host a result names.`,
      )
    : check(
        'confirm',
        'info',
        'PAY: money moves in the window. Lost results are found by reconcile: keep work() running.',
      )
}

/** A key of the other environment fails without any callback (docs/protocol/domestic.md 1.2). */
function clientKey({ domestic: { authentication, clientKey }, scope }: Settings): Check {
  if (authentication !== 'client-key') {
    return check('client-key', 'info', `Not used: the window authenticates by '${authentication}'.`)
  }
  const isTest = clientKey?.startsWith('test_') === true
  if (scope !== 'test' || isTest) return check('client-key', 'ok', 'Present.')
  const todo = 'Use the client key of the test account: one of the other environment fails without any message.'
  return check('client-key', 'warn', 'It does not look like one for test, which start with test_.', todo)
}

async function sealing({ billingKeys, world }: Settings): Promise<Check> {
  if (billingKeys === undefined) {
    const finding = 'No billingKeys: cards cannot be registered, and transfers get no cash receipts afterwards.'
    return check('sealing-keys', 'info', finding)
  }
  const vault = createVault(billingKeys, world)
  // Fails on a platform without the algorithms.
  await vault.open({ id: 'doctor', ...(await vault.seal('doctor', 'a key that nobody has')) })
  const [first, ...older] = billingKeys.keys
  const rest = older.length === 0 ? '' : `; ${older.length} older to open what was sealed before`
  return check('sealing-keys', 'ok', `"${first?.id ?? ''}" seals and opens${rest}.`)
}
