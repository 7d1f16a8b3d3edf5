import { useState } from 'react'
import type { SavedCard } from '../../shared/cards-api.ts'
import { removeCard } from '../api/cards-client.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { Notice } from '../components/notice.tsx'
import { useText, useWords } from '../i18n/locale.tsx'
import { useCardName } from './card-name.ts'

interface RemoveDialogProps {
  /** The card in question; without one the dialog is closed. */
  readonly card: SavedCard | undefined
  readonly isSubscribed: boolean
  readonly onRemoved: (card: SavedCard) => void
  readonly onClose: () => void
}

export function RemoveDialog({ card, isSubscribed, onRemoved, onClose }: RemoveDialogProps) {
  const { cards } = useWords()
  const text = useText()
  const name = useCardName()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  const close = () => {
    setTrouble(undefined)
    onClose()
  }
  const remove = async (target: SavedCard) => {
    setBusy(true)
    setTrouble(undefined)
    const result = await removeCard(target.id).catch(() => undefined)
    setBusy(false)
    if (result?.status === 'deleted') {
      close()
      onRemoved(target)
    } else if (result?.status === 'failed') setTrouble(text(result.error.buyer))
    else setTrouble(cards.removeUnknown)
  }

  return (
    <ConfirmDialog
      open={card !== undefined}
      title={cards.removeTitle}
      confirm={cards.remove}
      busy={busy ? cards.removing : undefined}
      danger
      onConfirm={() => card && void remove(card)}
      onClose={close}
    >
      <p>
        <strong>{card && name(card)}</strong>
      </p>
      <p>{cards.removeText}</p>
      {isSubscribed && <Notice tone="warm">{cards.removeSubscribed}</Notice>}
      <div role="alert">{trouble && <Notice tone="warm">{trouble}</Notice>}</div>
    </ConfirmDialog>
  )
}
