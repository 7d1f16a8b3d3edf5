import { usage } from '../../process/usage.ts'
import type { Usage } from '../../process/usage.ts'

/** Where a server of the comparison is, which paths it wants to be asked under, and what it has used. */
export interface ServerState extends Usage {
  readonly origin: string
  readonly paths: readonly string[]
}

export function stateOf(origin: string, paths: readonly string[] = ['/auth']): ServerState {
  return { origin, paths, ...usage() }
}
