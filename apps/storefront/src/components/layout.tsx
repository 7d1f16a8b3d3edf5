import { Outlet, ScrollRestoration } from 'react-router'
import { useWords } from '../i18n/locale.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

export function Layout() {
  const { shop } = useWords()
  return (
    <>
      <a className="skip-link" href="#main">
        {shop.skip}
      </a>
      <Header />
      <main id="main" className="page" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  )
}
