/** Something to write to: a process's stream, or a test's list. */
interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** Something to read an answer from. */
export interface Input extends AsyncIterable<string | Uint8Array> {
  readonly isTTY?: boolean | undefined
}

/** What the command line takes from outside, so that tests need no process. */
export interface CliWorld {
  /** Arguments after the program's name. */
  readonly argv: readonly string[]
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Input
  /** Where `payple.config.*` is looked for. */
  readonly cwd: string
  /** Epoch milliseconds. */
  readonly clock: () => number
  /**
   * Finds the shop's configuration and returns its default export.
   *
   * @param file what `--config` named
   * @throws CliFailure when there is none, or it cannot be read
   */
  readonly load: (file: string | undefined, cwd: string) => Promise<unknown>
  /** `NO_COLOR` and `NODE_ENV` are read. Default: nothing is set. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** Random bytes for idempotency keys. Default `crypto.getRandomValues`. */
  readonly ids?: ((size: number) => Uint8Array<ArrayBuffer>) | undefined
  /** Time zone of printed times. Default: the machine's. */
  readonly timeZone?: string | undefined
  /** Such as `24.1.0`, for `doctor`. Default: the running one. */
  readonly nodeVersion?: string | undefined
}
