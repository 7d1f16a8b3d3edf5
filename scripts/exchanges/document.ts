/** The page of recorded exchanges, and how it is read again. */
import { requestOf, type Step } from './steps.ts'

/** One request and what was answered. */
export interface Recorded {
  readonly name: string
  readonly step: Step
  readonly status: number
  readonly type: string
  /** Empty where a page came. */
  readonly body: string
}

/** What stands on the page about one exchange. */
export interface Written {
  readonly name: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly sent: string
  readonly status: number
  readonly type: string
  readonly body: string
}

const HEAD = `# Every call, as it travels

Recorded with curl against the sandbox, in one run:

\`\`\`sh
npx payple-sandbox --seed 1 --clock 2026-11-25T09:00:00+09:00
\`\`\`

The same seed and the same clock give the same ids and times, so the exchanges can be made again to the letter, in this order; a test does so. The keys are those of the sandbox's own
partner and of the public overseas test account. Where a page is answered, it is left out. What each field means is in [domestic.md](../protocol/domestic.md) and [overseas.md](../protocol/overseas.md), and in
the dashboard beside every call.
`

/** The page. `messages`: path and body of what was posted to the shop meanwhile. */
export function document(exchanges: readonly Recorded[], messages: readonly string[]): string {
  const sections = exchanges.map(({ name, step, status, type, body }) => {
    const { headers, sent } = requestOf(step)
    const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`)
    return `## ${step.title}

\`${name}\`, ${step.section}

\`\`\`http
POST ${step.path} HTTP/1.1
${lines.join('\n')}

${sent}
\`\`\`

\`\`\`http
HTTP/1.1 ${status}
content-type: ${type}
${body === '' ? '' : `\n${body}\n`}\`\`\`
`
  })
  const told = messages.map((message) => {
    const [path = '', body = ''] = message.split('\n', 2)
    return `\`\`\`http\nPOST ${path} HTTP/1.1\ncontent-type: application/json\n\n${body}\n\`\`\`\n`
  })
  return `${HEAD}\n${sections.join('\n')}\n## What the shop was told meanwhile\n\nWebhooks, domestic.md 8 and overseas.md 6, in the order in which they were made.\n\n${told.join('\n')}`
}

/** Reads the page. */
export function readDocument(page: string): { exchanges: readonly Written[]; messages: readonly string[] } {
  const [calls = '', told = ''] = page.split('## What the shop was told meanwhile')
  const pattern =
    /^`([\w-]+)`, [^\n]+\n\n```http\nPOST (\S+) HTTP\/1\.1\n(.*?)\n\n(.*?)\n```\n\n```http\nHTTP\/1\.1 (\d+)\ncontent-type: ([^\n]+)\n(.*?)```/gms
  const exchanges = [...calls.matchAll(pattern)].map(
    ([, name = '', path = '', head = '', sent = '', status, type = '', body = '']) => ({
      name,
      path,
      headers: Object.fromEntries(
        head.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
      ),
      sent,
      status: Number(status),
      type,
      body: body.trim(),
    }),
  )
  const messages = [...told.matchAll(/```http\nPOST (\S+) HTTP\/1\.1\n[^\n]+\n\n(.*?)\n```/gs)].map(
    ([, path = '', body = '']) => `${path}\n${body}`,
  )
  return { exchanges, messages }
}
