/** Lets everything that is already due happen: promises, and answers of a fake `fetch`. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}
