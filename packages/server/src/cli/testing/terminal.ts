/** The command line over a shop in memory, without a process: arguments in, texts and exit code out. */
import type { PaypleOptions } from '../../options/options.ts'
import { asNetwork, DOMESTIC, SHOP } from '../../testing/test-shop.ts'
import type { TestShop } from '../../testing/test-shop.ts'
import { runCli } from '../run-cli.ts'
import type { CliWorld, Input } from '../world.ts'

export interface Printed {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The options of a test shop, as its `payple.config.ts` would export them. */
export function optionsOf(shop: TestShop, change: Partial<PaypleOptions> = {}): PaypleOptions {
  return {
    environment: { sandbox: 'https://payple.test' },
    origin: SHOP,
    domestic: DOMESTIC,
    // The shop goes on after a command.
    ledger: { ...shop.ledger, close: async () => undefined },
    loadOrder: () => null,
    onSettled: () => undefined,
    log: () => undefined,
    clock: shop.world.clock,
    ids: shop.world.ids,
    deadline: shop.world.deadline,
    fetch: asNetwork(shop.sandbox),
    ...change,
  }
}

/** Runs one command line. `exported` is what the configuration exports. */
export async function payple(
  exported: unknown,
  argv: readonly string[],
  world: Partial<CliWorld> = {},
): Promise<Printed> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli({
    argv,
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    stdin: typed(),
    cwd: '/shop',
    clock: () => 0,
    ids: (size) => new Uint8Array(size).fill(7),
    timeZone: 'Asia/Seoul',
    nodeVersion: '24.1.0',
    load: async () => exported,
    ...world,
  })
  return { code, out: out.join(''), err: err.join('') }
}

/** Somebody at a terminal who types this; without a text nobody is there. */
export function typed(text?: string): Input {
  return {
    isTTY: text !== undefined,
    [Symbol.asyncIterator]: async function* () {
      if (text !== undefined) yield text
    },
  }
}
