import { useWords } from '../i18n/locale.tsx'

export function Footer() {
  const { footer, shop } = useWords()
  return (
    <footer className="footer">
      <div className="footer__inner">
        <ul className="footer__promises">
          <li>{footer.shipping}</li>
          <li>{footer.dispatch}</li>
          <li>{footer.returns}</li>
        </ul>
        <p className="footer__demo">
          <strong>{shop.name}</strong>
          {footer.demo}
        </p>
      </div>
    </footer>
  )
}
