import { useProducts } from '../api/use-products.ts'
import { en } from '../i18n/en.ts'
import { ko } from '../i18n/ko.ts'
import { useLocale } from '../i18n/locale.tsx'

/** `휴대폰 외 1건`, the way the server names an order of several products. */
const AND_MORE = / 외 (\d+)건$/

/** The ledger keeps the goods as they went to Payple, in Korean. In English the shop says its own names for them. */
export function useGoodsName(): (goods: string) => string {
  const { locale, words } = useLocale()
  const products = useProducts()
  return (goods) => {
    if (locale === 'ko') return goods
    if (goods === ko.subscription.name) return en.subscription.name
    if (goods === ko.cards.registration) return en.cards.registration
    const known = products.status === 'ready' ? products.data : []
    const nameOf = (korean: string) => known.find(({ name }) => name.ko === korean)?.name.en
    const more = AND_MORE.exec(goods)
    if (!more) return nameOf(goods) ?? goods
    const first = nameOf(goods.slice(0, more.index))
    return first === undefined ? goods : words.orders.andMore(first, Number(more[1]))
  }
}
