import type { BillingKeys, StoredBillingKey } from '@payple-kit/server'
import type { SavedCard } from '../../shared/cards-api.ts'
import { refuse } from '../read-json.ts'
import type { DefaultCardStore } from './default-card-store.ts'
import { registrationIdOf } from './registration.ts'

/** The saved cards of members, as the shop's other rooms ask for them. */
export interface SavedCards {
  list: (member: string) => Promise<SavedCard[]>
  /**
   * One card of this member.
   *
   * @throws a 404 shop error for everybody else's
   */
  own: (member: string, id: string) => Promise<SavedCard>
}

export function savedCards(billingKeys: Pick<BillingKeys, 'list'>, defaults: DefaultCardStore): SavedCards {
  const list = async (member: string): Promise<SavedCard[]> => {
    const keys = await billingKeys.list(registrationIdOf(member))
    const chosen = defaults.get(member)
    // Nobody has chosen yet: the one that was there first. Registering another changes nothing that the member relied on.
    const byDefault = keys.find((key) => key.id === chosen) ?? keys.at(-1)
    return keys.map((key) => ({ ...toCard(key), isDefault: key === byDefault }))
  }
  return {
    list,
    own: async (member, id) => {
      const card = (await list(member)).find((one) => one.id === id)
      return card ?? refuse(404, 'CARD_NOT_FOUND', 'This member has no such card.', 'card')
    },
  }
}

function toCard({ id, type, card, bank, createdAt }: StoredBillingKey): Omit<SavedCard, 'isDefault'> {
  const printed = type === 'card' ? card : (bank ?? card)
  return { id, kind: type === 'card' ? 'card' : 'account', name: printed?.name, number: printed?.number, createdAt }
}
