import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useWords } from '../i18n/locale.tsx'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  /** Says what happens: "remove", not "OK". */
  readonly confirm: string
  readonly busy?: string | undefined
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. The browser keeps the focus inside, and gives it back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirm, busy, danger = false, onConfirm, onClose } = props
  const { common } = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        if (busy !== undefined) event.preventDefault()
      }}
    >
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="dialog__text">{children}</div>
          <div className="dialog__actions">
            <button type="button" className="button button--quiet" onClick={busy === undefined ? onClose : undefined}>
              {common.keep}
            </button>
            <button
              type="button"
              className={danger ? 'button button--danger' : 'button'}
              aria-disabled={busy !== undefined}
              onClick={busy === undefined ? onConfirm : undefined}
            >
              {busy ?? confirm}
            </button>
          </div>
        </>
      )}
    </dialog>
  )
}
