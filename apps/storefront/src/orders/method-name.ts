import { useWords } from '../i18n/locale.tsx'

/** What a method of payment is called, for receipts; nothing for one that this shop has no word for. */
export function useMethodName(method: string | undefined): string | undefined {
  const { pay } = useWords()
  if (method === undefined) return undefined
  const names: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(pay.methods).map(([id, { name }]) => [id, name])),
    ...pay.otherMethods,
  }
  return names[method]
}
