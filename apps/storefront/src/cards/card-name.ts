import type { SavedCard } from '../../shared/cards-api.ts'
import { useInstitutionName } from '../i18n/institution-name.ts'
import { useWords } from '../i18n/locale.tsx'

/** `신한카드 4242`: enough to tell one's cards apart, short enough for a button. */
export function useCardName(): (card: Pick<SavedCard, 'kind' | 'name' | 'number'>) => string {
  const { cards } = useWords()
  const issuer = useInstitutionName()
  return ({ kind, name, number }) => {
    const tail = number?.replaceAll(/[^\d*]/g, '').slice(-4)
    return [name === undefined ? cards.unnamed[kind] : issuer(name), tail].filter(Boolean).join(' ')
  }
}
