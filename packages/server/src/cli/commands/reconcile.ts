import type { Command } from 'commander'

import type { Run } from '../session.ts'

/** `payple reconcile`: one run, as `work()` does all the time. */
export function reconcileCommand(program: Command, run: Run): void {
  program
    .command('reconcile')
    .description('look up everything in doubt and deliver what was not delivered, once')
    .action((_options: object, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const done = await payple.reconcile()
        const { settled, remaining } = done
        return {
          value: done,
          text: (style) => {
            const rest = remaining === 0 ? style.good('nothing remains') : style.doubtful(`${remaining} remaining`)
            return `${settled} settled, ${rest}.`
          },
          ok: remaining === 0,
        }
      }),
    )
}
