import { Link } from 'react-router'
import { StatePage } from '../components/state-page.tsx'
import { useWords } from '../i18n/locale.tsx'

export function NotFoundPage() {
  const { trouble } = useWords()
  return (
    <StatePage art="lost" title={trouble.notFound} text={trouble.notFoundText}>
      <Link className="button" to="/">
        {trouble.toHome}
      </Link>
    </StatePage>
  )
}
