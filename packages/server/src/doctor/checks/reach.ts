import type { Settings } from '../../options/settings.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

const PATIENCE_MS = 5_000
const ASK = '/checkouts/doctor'

/**
 * Whether the companion answers below the origin. Warnings only: the shop may not run yet, or this machine may not see it from
 * outside.
 */
export async function checkReach({ origin, basePath, world }: Settings): Promise<readonly Check[]> {
  const address = origin + basePath
  try {
    const request = new Request(address + ASK, { redirect: 'manual', signal: world.deadline(PATIENCE_MS) })
    const response = await world.fetch(request)
    const code = await errorCode(response)
    // No checkout has that id, and only the companion says so in these words.
    if (code === 'CHECKOUT_NOT_FOUND') return [check('mounted', 'ok', `The companion answers at ${address}.`)]
    const finding = `${address} answers with HTTP ${response.status}, but it is not the companion.`
    return [check('mounted', 'warn', finding, todoFor(response.status, basePath))]
  } catch {
    const todo =
      'Nothing, if the shop is not running or this machine is not meant to reach it. Else check name and port.'
    return [check('mounted', 'warn', `${address} cannot be reached from here.`, todo)]
  }
}

function todoFor(status: number, basePath: string): string {
  if (status >= 300 && status < 400)
    return 'Set origin to the address after the redirect: the page must have it exactly.'
  if (status === 401 || status === 403)
    return `A filter or login stands in front of ${basePath}: let the companion through.`
  return `Mount the companion at ${basePath}, or set basePath to where it is. Nothing, if it lives on another host.`
}

async function errorCode(response: Response): Promise<unknown> {
  try {
    const body = (await response.json()) as { readonly error?: { readonly code?: unknown } } | null
    return body?.error?.code
  } catch {
    return undefined
  }
}
