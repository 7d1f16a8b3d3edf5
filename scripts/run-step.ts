import { spawn } from 'node:child_process'

/** A check of `npm test`: a command, and how to count what it ran. */
export interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
  /** Print what it says also when all is well. */
  readonly loud?: boolean
  /** Reads passed and failed tests from the report the command wrote. Without it the step counts as one test. */
  readonly count?: () => Promise<Counts>
}

export interface Counts {
  readonly passed: number
  readonly failed: number
}

export interface StepResult extends Counts {
  readonly name: string
  readonly ok: boolean
  readonly seconds: number
  readonly output: string
  readonly loud: boolean
}

/** Runs one step with its output held back; it is printed only when the step fails. */
export async function runStep(step: Step): Promise<StepResult> {
  const started = performance.now()
  const { code, output } = await runCommand(step)
  const ok = code === 0
  const counts = await countTests(step, ok)
  return {
    name: step.name,
    ok: ok && counts.failed === 0,
    seconds: (performance.now() - started) / 1000,
    output,
    loud: step.loud === true,
    ...counts,
  }
}

function runCommand(step: Step): Promise<{ code: number; output: string }> {
  const [command, ...args] = step.command
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, FORCE_COLOR: '0', ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: `${command} could not be started: ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}

async function countTests(step: Step, ok: boolean): Promise<Counts> {
  if (step.count === undefined) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const counts = await step.count()
    // A runner that failed outside a test (a file that does not compile) must not count as green.
    if (!ok && counts.failed === 0) return { ...counts, failed: 1 }
    if (counts.passed === 0) return { passed: 0, failed: Math.max(1, counts.failed) }
    return counts
  } catch {
    return { passed: 0, failed: 1 }
  }
}
