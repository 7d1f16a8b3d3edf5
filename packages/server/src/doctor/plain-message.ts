/** The sentence of an integration error without the kit's name in front. */
export function plainMessage({ message }: Error): string {
  return message.replace(/^\[payple-kit\] /, '')
}
