/** A merchant's server that only listens: it remembers what was posted to it, and answers what a test tells it to. */
import type { SandboxOptions } from '../settings.ts'
import { type Json, testSandbox, type TestSandbox } from './drive.ts'

export const HOOK = 'https://shop.example/payple/webhook'
export const DELETION_HOOK = 'https://shop.example/payple/deleted'

interface Posted {
  method: string
  url: string
  type: string
  body: string
}

export interface Shop extends TestSandbox {
  /** Every request but HEAD, oldest first. */
  posts: Posted[]
  probes: string[]
  /** Bodies of the posts, read as JSON. */
  messages(): Json[]
  /** The next answers; afterwards 200. An error breaks the connection. */
  answers: (number | Error | Response)[]
  /** What was put off, with its delay. Time limits are left out. */
  timers: { ms: number; run: () => void }[]
  /** Runs everything that was put off, and waits for what it sends. */
  tick(): Promise<void>
}

/** A sandbox whose public test account has registered both addresses. */
export function shop(options: SandboxOptions = {}): Shop {
  const posts: Posted[] = []
  const probes: string[] = []
  const answers: Shop['answers'] = []
  let timers: Shop['timers'] = []
  const limit = options.webhooks?.timeoutMs ?? 10_000
  const world = testSandbox({
    later: (ms, run) => {
      if (ms !== limit) timers.push({ ms, run })
    },
    deliver: async (request) => {
      if (request.method === 'HEAD') {
        probes.push(request.url)
        return new Response(null)
      }
      const type = request.headers.get('content-type') ?? ''
      posts.push({ method: request.method, url: request.url, type, body: await request.text() })
      const answer = answers.shift() ?? 200
      if (answer instanceof Error) throw answer
      return answer instanceof Response ? answer : new Response('{"result":"success"}', { status: answer })
    },
    ...options,
  })
  void world.sandbox.control.setWebhookUrls({ payment: HOOK, deletion: DELETION_HOOK })
  return {
    ...world,
    posts,
    probes,
    answers,
    messages: () => posts.map(({ body }) => JSON.parse(body)),
    get timers() {
      return timers
    },
    async tick() {
      const due = timers
      timers = []
      for (const { run } of due) run()
      await world.sandbox.control.webhooksSettled()
    },
  }
}
