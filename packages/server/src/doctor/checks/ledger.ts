import { isPaypleIntegrationError } from '@payple-kit/core'

import type { Ledger } from '../../ledger/ledger.ts'
import { errorName } from '../../log.ts'
import type { Payple } from '../../payple.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'
import { plainMessage } from '../plain-message.ts'
import { schemaOf } from '../schema-of.ts'

/** No entry has this subject, so closing it takes the write lock and changes nothing. */
const NOBODY = 'payple-doctor'
const TODO = 'The file and its folder must be writable by this user, the database reachable, and the disk not full.'

/** Whether the ledger opens, and takes writes. */
export async function checkLedger(payple: Payple, ledger: Ledger | undefined): Promise<readonly Check[]> {
  try {
    await payple.ready()
  } catch (error) {
    return [check('ledger', 'error', `It cannot be opened: ${described(error)}.`, TODO)]
  }
  try {
    await payple.attention.close(NOBODY, NOBODY)
  } catch (error) {
    return [check('ledger', 'error', `It opens but takes no writes: ${described(error)}.`, TODO)]
  }
  const schema = await schemaOf(ledger)
  return [check('ledger', 'ok', `Opens and takes writes${schema === undefined ? '' : `; schema ${schema}`}.`)]
}

/** Drivers print connection strings; only our own sentences are repeated. */
function described(error: unknown): string {
  const text = isPaypleIntegrationError(error) ? plainMessage(error) : errorName(error)
  return text.replace(/\.$/, '')
}
