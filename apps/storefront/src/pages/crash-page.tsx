import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { Footer } from '../components/footer.tsx'
import { Header } from '../components/header.tsx'
import { StatePage } from '../components/state-page.tsx'
import { useWords } from '../i18n/locale.tsx'

/** A defect in a page must not leave the buyer with white paper. */
export function CrashPage() {
  const { trouble } = useWords()
  const error = useRouteError()
  useEffect(() => reportError(error), [error])
  return (
    <>
      <Header />
      <main id="main" className="page">
        <StatePage art="unplugged" title={trouble.crash} text={trouble.crashText}>
          <button type="button" className="button" onClick={() => location.reload()}>
            {trouble.reload}
          </button>
        </StatePage>
      </main>
      <Footer />
    </>
  )
}
