/** Tells the parent the port, and ends with the parent: nothing of a run that was cut short stays behind. */
export function listening(port: number): void {
  process.send?.(port)
  process.once('disconnect', () => process.exit(0))
}
