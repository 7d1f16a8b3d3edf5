import { Link } from 'react-router'
import { Art } from '../art/art.tsx'
import { useWords } from '../i18n/locale.tsx'

/** The subscription, on the first page. */
export function SubscriptionBanner() {
  const { subscription: words } = useWords()
  return (
    <section className="banner" aria-labelledby="banner-title">
      <Art name="beans" />
      <div>
        <h2 id="banner-title">{words.name}</h2>
        <p>{words.text}</p>
      </div>
      <Link className="button" to="/subscription">
        {words.look}
      </Link>
    </section>
  )
}
