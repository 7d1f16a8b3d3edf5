import { Link, NavLink } from 'react-router'
import { Icon } from '../art/icons.tsx'
import { useCart } from '../cart/cart-store.ts'
import { useLocale } from '../i18n/locale.tsx'
import { setTheme, useTheme } from '../theme/theme-store.ts'
import { Logo } from './logo.tsx'

export function Header() {
  const { words, locale, setLocale } = useLocale()
  const theme = useTheme()
  const count = useCart().lines.reduce((sum, line) => sum + line.quantity, 0)
  const other = locale === 'ko' ? 'en' : 'ko'

  return (
    <header className="header">
      <div className="header__inner">
        <Link className="header__logo" to="/" aria-label={words.shop.home}>
          <Logo />
          <span aria-hidden="true">{words.shop.name}</span>
        </Link>
        <nav className="header__nav" aria-label={words.nav.label}>
          <NavLink className="header__link header__link--products" to="/" end>
            {words.nav.products}
          </NavLink>
          <NavLink className="header__link header__link--products" to="/subscription">
            {words.subscription.nav}
          </NavLink>
          <NavLink className="header__link" to="/orders" end>
            <Icon name="orders" />
            <span>{words.nav.orders}</span>
          </NavLink>
          <NavLink className="header__link header__link--cart" to="/cart">
            <Icon name="cart" />
            <span className="header__cart-word">{words.nav.cart}</span>
            <span className="header__count" data-empty={count === 0}>
              {count}
            </span>
            <span className="visually-hidden">{words.nav.inCart(count)}</span>
          </NavLink>
        </nav>
        <div className="header__tools">
          <button type="button" className="tool tool--text" lang={other} onClick={() => setLocale(other)}>
            {words.nav.toEnglish}
          </button>
          <button
            type="button"
            className="tool"
            aria-label={theme === 'dark' ? words.nav.toLight : words.nav.toDark}
            onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
          >
            <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
          </button>
        </div>
      </div>
    </header>
  )
}
