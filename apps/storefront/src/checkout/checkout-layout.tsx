import { PaypleProvider } from '@payple-kit/react'
import { Outlet } from 'react-router'
import { useLocale } from '../i18n/locale.tsx'

/** Payple is known to the pages of the checkout only: the others never load its script. */
export function CheckoutLayout() {
  const { locale } = useLocale()
  return (
    <PaypleProvider companion="/payple" locale={locale} preload="mount">
      <Outlet />
    </PaypleProvider>
  )
}
