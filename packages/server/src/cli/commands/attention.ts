import type { Command } from 'commander'

import type { AttentionItem } from '../../attention/attention-item.ts'
import { wholeNumber } from '../arguments.ts'
import { CliFailure } from '../failure.ts'
import type { Run } from '../session.ts'
import type { Style } from '../style.ts'
import { safe } from '../words.ts'

/** `payple attention`: what only a person can decide. */
export function attentionCommand(program: Command, run: Run): void {
  const attention = program.command('attention').description('what only a person can decide')
  attention
    .command('list', { isDefault: true })
    .description('open entries, newest first')
    .option('--before <n>', 'entries before this number', wholeNumber(1))
    .option('--limit <n>', 'how many, at most 200 (default 50)', wholeNumber(1))
    .action((options: { before?: number; limit?: number }, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const items = await payple.attention.list(options)
        return { value: items, text: (style) => list(style, items) }
      }),
    )
  attention
    .command('close')
    .description('take everything about a subject off the list')
    .argument('<subject>', 'checkout id, refund id or number of a webhook')
    .requiredOption('--note <text>', 'who looked and what was found; no personal data')
    .action((subject: string, { note }: { note: string }, command: Command) =>
      run(command, async (session) => {
        const { payple } = await session.shop()
        const closed = await payple.attention.close(subject, note)
        if (closed === 0) throw new CliFailure('NOT_FOUND', `Nothing about "${subject}" is on the list.`)
        return { value: { closed }, text: () => `${closed} closed.` }
      }),
    )
}

function list(style: Style, items: readonly AttentionItem[]): string {
  if (items.length === 0) return style.good('Nothing needs a person.')
  const entries = items.map(({ id, kind, subject, orderId, detail, raisedAt, advice }) => {
    const facts = [orderId === undefined ? undefined : `order ${orderId}`, detail].filter(Boolean).join(', ')
    const head = `${style.dim(`#${id}`)}  ${style.time(raisedAt)}, ${style.ago(raisedAt)}  ${style.doubtful(kind)}  ${style.bold(safe(subject))}`
    return `${head}  ${safe(facts)}\n    ${advice}`
  })
  return entries.join('\n')
}
