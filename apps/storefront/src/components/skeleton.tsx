import { useWords } from '../i18n/locale.tsx'

/** Grey bars in the shape of what is coming. `lines` are widths. */
export function Skeleton({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {lines.map((width, index) => (
        <span key={index} className="skeleton__bar" style={{ width }} />
      ))}
    </div>
  )
}

/** Says to screen readers that something is coming. */
export function LoadingNote() {
  const { common } = useWords()
  return <output className="visually-hidden">{common.loading}</output>
}

/** A whole page that is on its way. */
export function PageSkeleton() {
  return (
    <div className="page-skeleton">
      <LoadingNote />
      <Skeleton lines={['40%', '100%', '100%']} />
    </div>
  )
}
