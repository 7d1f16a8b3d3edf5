import { useWords } from '../i18n/locale.tsx'
import { Tabs } from './tabs.tsx'

/** What belongs to the visitor: orders, cards, subscription. */
export function AccountTabs() {
  const { nav, orders, cards, subscription } = useWords()
  return (
    <Tabs
      label={nav.account}
      tabs={[
        { to: '/orders', name: orders.title },
        { to: '/cards', name: cards.title },
        { to: '/subscription', name: subscription.title },
      ]}
    />
  )
}
