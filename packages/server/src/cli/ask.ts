import type { CliWorld } from './world.ts'

/** Asks a yes-or-no question on the terminal. Anything but yes is no. */
export async function confirmed({ stdin, stderr }: CliWorld, question: string): Promise<boolean> {
  stderr.write(`${question} [y/N] `)
  const decoder = new TextDecoder()
  let typed = ''
  for await (const chunk of stdin) {
    typed += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (typed.includes('\n')) break
  }
  return /^y(es)?$/i.test((typed.split('\n')[0] ?? '').trim())
}
