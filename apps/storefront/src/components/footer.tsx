import { Link } from 'react-router'
import { useWords } from '../i18n/locale.tsx'

export function Footer() {
  const { footer, shop, nav, orders, cards, subscription } = useWords()
  return (
    <footer className="footer">
      <div className="footer__inner">
        <ul className="footer__promises">
          <li>{footer.pickup}</li>
          <li>{footer.ready}</li>
          <li>{footer.returns}</li>
        </ul>
        <nav className="footer__links" aria-label={nav.more}>
          <Link to="/orders">{orders.title}</Link>
          <Link to="/cards">{cards.title}</Link>
          <Link to="/subscription">{subscription.title}</Link>
        </nav>
        <p className="footer__demo">
          <strong>{shop.name}</strong>
          {footer.demo}
        </p>
      </div>
    </footer>
  )
}
