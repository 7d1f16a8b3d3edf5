import { useWords } from '../i18n/locale.tsx'
import { StatePage } from './state-page.tsx'

export function LoadFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { trouble, common } = useWords()
  return (
    <StatePage art="unplugged" title={trouble.title} text={trouble.text}>
      <button type="button" className="button" onClick={onRetry}>
        {common.retry}
      </button>
    </StatePage>
  )
}
