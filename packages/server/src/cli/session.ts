import type { Command } from 'commander'

import type { Answer } from './answer.ts'
import { redactor } from './secrets.ts'
import type { Redact } from './secrets.ts'
import { openShop, readExport } from './shop.ts'
import type { Shop } from './shop.ts'
import type { CliWorld } from './world.ts'

/** What a command works with. */
interface Session {
  readonly world: CliWorld
  /** What the configuration exports, unchecked. */
  readonly exported: () => Promise<object>
  /** The shop, opened on first use. */
  readonly shop: () => Promise<Shop>
}

/** A command after its arguments were understood. */
type Task = (session: Session) => Promise<Answer>

/** Carries a task out and prints its answer. */
export type Run = (command: Command, task: Task) => Promise<void>

/** A session that is closed when the command is over. */
export interface OpenSession extends Session {
  /** Knows the secrets as soon as the configuration was read. */
  readonly redact: Redact
  readonly close: () => Promise<void>
}

/** @param config what `--config` named */
export function openSession(world: CliWorld, config: string | undefined): OpenSession {
  let exported: Promise<object> | undefined
  let shop: Shop | undefined
  let redact = redactor(undefined)
  const read = async (): Promise<object> => {
    const value = await readExport(await world.load(config, world.cwd))
    redact = redactor(value)
    return value
  }
  const session: Session = {
    world: { ...world, stderr: { ...world.stderr, write: (text) => world.stderr.write(redact(text)) } },
    exported: () => (exported ??= read()),
    shop: async () => (shop ??= openShop(await session.exported())),
  }
  return {
    ...session,
    redact: (text) => redact(text),
    close: async () => {
      // What the command found out is worth more than an orderly end.
      await shop?.payple.close().catch(() => undefined)
    },
  }
}
