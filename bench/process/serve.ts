/** The child's side of `child.ts`: answers questions until the channel to the parent closes. */
export function serve(answer: (question: never) => unknown, end?: () => Promise<void>): void {
  process.on('message', ({ question }: { question: never }) => {
    void (async () => answer(question))().then(
      (said) => process.send?.({ answer: said }),
      (error: unknown) =>
        process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => void (end?.() ?? Promise.resolve()).finally(() => process.exit(0)))
}
