/** A part of the bench in a process of its own: parts do not share a thread, and their memory can be told apart. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Child<Ask, Answer> {
  /** One question at a time. */
  ask(question: Ask): Promise<Answer>
  /** Ends the process and waits until it is gone. */
  stop(): Promise<void>
}

/** What a child says: an answer, or why there is none. */
type Said<Answer> = { readonly answer: Answer } | { readonly failed: string }

/**
 * Starts a module that calls `serve`.
 *
 * @param module its address, such as `new URL('./worker.ts', import.meta.url)`
 * @param words its arguments
 */
export function startChild<Ask, Answer>(module: URL, words: readonly string[] = []): Child<Ask, Answer> {
  // BENCH_FLAGS='--cpu-prof' profiles every part.
  const flags = (process.env['BENCH_FLAGS'] ?? '').split(' ').filter(Boolean)
  const child = fork(fileURLToPath(module), words, { execArgv: ['--conditions=payple-source', ...flags] })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const gone = (): void => reject(new Error(`${fileURLToPath(module)} ended`))
        child.once('exit', gone)
        child.once('message', (said: Said<Answer>) => {
          child.off('exit', gone)
          if ('failed' in said) reject(new Error(said.failed))
          else resolve(said.answer)
        })
        child.send({ question })
      }),
    stop: () => stop(child),
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    // The channel's end is the signal to stop: it also comes when this process is killed.
    child.disconnect()
  })
}
