import type { DatabaseSync } from 'node:sqlite'

/** Which saved card a member pays with by default. The cards themselves are the companion's. */
export interface DefaultCardStore {
  get: (member: string) => string | undefined
  set: (member: string, card: string) => void
  /** The card does not work any more. */
  forget: (card: string) => void
}

export function defaultCardStore(db: DatabaseSync): DefaultCardStore {
  const get = db.prepare('SELECT card FROM default_cards WHERE member = ?')
  const set = db.prepare(
    'INSERT INTO default_cards (member, card) VALUES (?, ?) ON CONFLICT (member) DO UPDATE SET card = excluded.card',
  )
  const forget = db.prepare('DELETE FROM default_cards WHERE card = ?')
  return {
    get: (member) => get.get(member)?.['card'] as string | undefined,
    set: (member, card) => void set.run(member, card),
    forget: (card) => void forget.run(card),
  }
}
