import { OVERSEAS_TEST_ACCOUNT, SANDBOX_MERCHANT, TEST_MERCHANT } from '@payple-kit/sandbox'
import type { Gateway } from './gateway.ts'

interface Keys {
  readonly cstId: string
  readonly custKey: string
  readonly refundKey: string
  readonly clientKey: string
}

/**
 * Whose keys the shop uses. A real one reads its own from the environment. Both of these are known to everybody: the test account
 * is printed in Payple's manual, the other one exists in the sandbox only and may refund in parts, as accounts with a contract may.
 */
export function merchantOf({ kind }: Gateway): Keys {
  const { cstId, custKey, refundKey, clientKey } = kind === 'test' ? TEST_MERCHANT : SANDBOX_MERCHANT
  return { cstId, custKey, refundKey, clientKey }
}

/** The overseas product has accounts of its own. This one is Payple's public test account, in the sandbox and outside. */
export const OVERSEAS: { readonly serviceId: string; readonly serviceKey: string } = {
  serviceId: OVERSEAS_TEST_ACCOUNT.serviceId,
  serviceKey: OVERSEAS_TEST_ACCOUNT.serviceKey,
}
