import type { Command } from 'commander'

import { schemaOf } from '../../doctor/schema-of.ts'
import type { Run } from '../session.ts'

/** `payple migrate`: brings the ledger's schema up to date, as every start does. */
export function migrateCommand(program: Command, run: Run): void {
  program
    .command('migrate')
    .description('bring the ledger’s schema up to date, for instance before a deployment')
    .action((_options: object, command: Command) =>
      run(command, async (session) => {
        const { payple, options } = await session.shop()
        await payple.ready()
        const schema = await schemaOf(options?.ledger)
        return {
          value: { ready: true, schema: schema ?? null },
          text: (style) =>
            `${style.good('Ready:')} the ledger’s schema is up to date${schema === undefined ? '' : `, version ${schema}`}.`,
        }
      }),
    )
}
