import type { Product, Text } from '../shared/shop-api.ts'

/** A product as the server knows it. `vat` is set only where the VAT part is not simply a tenth. */
export interface CatalogProduct extends Product {
  readonly vat?: number
}

const t = (ko: string, en: string): Text => ({ ko, en })

/**
 * The shop's goods and prices. The first one is the order printed in Payple's own manual
 * (휴대폰, 1,000 won, VAT part 10), so that what a merchant sees here can be compared with it.
 */
export const CATALOG: readonly CatalogProduct[] = [
  {
    id: 'phone',
    name: t('휴대폰', 'Mobile phone'),
    tagline: t('통화와 문자, 그리고 넉넉한 배터리', 'Calls, texts and a battery that lasts'),
    description: t(
      '꼭 필요한 기능만 남긴 휴대폰입니다. 손에 쏙 들어오는 크기에 한 번 충전하면 닷새를 갑니다. 결제 과정을 천 원으로 처음부터 끝까지 살펴보실 수 있는 체험 상품이기도 합니다.',
      'A phone with only what you need. It fits the palm and runs five days on a charge. It is also our trial item: see the whole checkout from start to finish for a thousand won.',
    ),
    details: [
      { label: t('화면', 'Display'), value: t('4.7형', '4.7 inch') },
      { label: t('무게', 'Weight'), value: t('128 g', '128 g') },
      { label: t('배터리', 'Battery'), value: t('최대 5일', 'Up to 5 days') },
    ],
    art: 'phone',
    price: 1_000,
    vat: 10,
    badge: t('체험가', 'Trial price'),
  },
  {
    id: 'earbuds-goyo',
    name: t('고요 무선 이어폰', 'Goyo wireless earbuds'),
    tagline: t('지하철에서도 조용하게', 'Quiet, even on the subway'),
    description: t(
      '바깥 소리를 부드럽게 덜어 내는 무선 이어폰입니다. 귀에 닿는 면은 실리콘 대신 천연 고무를 써서 오래 끼어도 편안합니다.',
      'Wireless earbuds that soften the world outside. The tips are natural rubber instead of silicone, so they stay comfortable for hours.',
    ),
    details: [
      { label: t('재생 시간', 'Playback'), value: t('9시간, 케이스 포함 36시간', '9 h, 36 h with case') },
      { label: t('방수', 'Water resistance'), value: t('IPX4', 'IPX4') },
      { label: t('연결', 'Connection'), value: t('블루투스 5.4', 'Bluetooth 5.4') },
    ],
    art: 'earbuds',
    price: 129_000,
    badge: t('신상품', 'New'),
  },
  {
    id: 'lamp-dal',
    name: t('달 데스크 램프', 'Dal desk lamp'),
    tagline: t('보름달만큼 은은한 빛', 'As gentle as a full moon'),
    description: t(
      '한지를 겹친 갓이 빛을 고르게 펴 줍니다. 손끝으로 밑동을 쓸면 밝기가 천천히 바뀌고, 잠들기 전에는 스스로 어두워집니다.',
      'Layers of hanji paper spread the light evenly. Stroke the base to change brightness; before sleep it dims by itself.',
    ),
    details: [
      { label: t('밝기', 'Brightness'), value: t('최대 420 lm', 'Up to 420 lm') },
      { label: t('색온도', 'Colour'), value: t('2,700–4,000 K', '2,700–4,000 K') },
      { label: t('크기', 'Size'), value: t('지름 18 cm, 높이 34 cm', '18 cm wide, 34 cm high') },
    ],
    art: 'lamp',
    price: 68_000,
  },
  {
    // Quotes, angle brackets, an emoji and more than 50 characters: names as merchandisers write them.
    id: 'keyboard-gift-set',
    name: t(
      '타닥 키보드 "한정판" & 12" 손목 받침 <선물 포장> 세트 🎁 리뷰를 쓰시면 여분의 키캡을 더 드립니다',
      'Tadak "limited" keyboard & 12" wrist rest <gift-wrapped> set 🎁 with spare keycaps for a review',
    ),
    tagline: t('선물하기 좋은 한 상자', 'One box, ready to give'),
    description: t(
      '타닥 키보드와 호두나무 손목 받침을 한 상자에 담았습니다. 상자를 여는 순간까지 정성껏 포장해 드립니다.',
      'The Tadak keyboard and a walnut wrist rest in one box, wrapped with care.',
    ),
    details: [
      { label: t('구성', 'In the box'), value: t('키보드, 손목 받침, 키캡', 'Keyboard, wrist rest, keycaps') },
      { label: t('손목 받침', 'Wrist rest'), value: t('12인치, 호두나무', '12 inch, walnut') },
    ],
    art: 'keyboard',
    price: 189_000,
  },
  {
    id: 'speaker-ullim',
    name: t('울림 블루투스 스피커', 'Ullim Bluetooth speaker'),
    tagline: t('작은 방을 채우는 따뜻한 소리', 'A warm sound for a small room'),
    description: t(
      '물푸레나무 통이 낮은 소리를 둥글게 다듬습니다. 두 대를 마주 놓으면 왼쪽과 오른쪽을 스스로 나누어 맡습니다.',
      'An ash-wood body rounds off the low notes. Put two face to face and they share left and right by themselves.',
    ),
    details: [
      { label: t('출력', 'Output'), value: t('20 W', '20 W') },
      { label: t('재생 시간', 'Playback'), value: t('14시간', '14 h') },
      { label: t('재질', 'Material'), value: t('물푸레나무, 모직', 'Ash wood, wool') },
    ],
    art: 'speaker',
    price: 89_000,
  },
  {
    id: 'kettle-ondo',
    name: t('온도 전기 주전자', 'Ondo electric kettle'),
    tagline: t('1도씩 맞추는 드립의 시간', 'Pour-over, one degree at a time'),
    description: t(
      '가는 물줄기가 고르게 이어지는 드립 주전자입니다. 40도부터 100도까지 1도 단위로 맞추고, 한 시간 동안 그 온도를 지킵니다.',
      'A gooseneck kettle with an even, thin pour. Set it between 40 and 100 °C in single degrees and it holds for an hour.',
    ),
    details: [
      { label: t('용량', 'Capacity'), value: t('0.8 L', '0.8 L') },
      { label: t('온도', 'Temperature'), value: t('40–100 °C', '40–100 °C') },
      { label: t('재질', 'Material'), value: t('스테인리스 304', 'Stainless steel 304') },
    ],
    art: 'kettle',
    price: 74_000,
  },
  {
    id: 'battery-dodam',
    name: t('도담 보조배터리', 'Dodam power bank'),
    tagline: t('주머니에 조약돌 하나', 'A pebble in your pocket'),
    description: t(
      '조약돌처럼 둥근 보조배터리입니다. 10,000 mAh로 휴대폰을 두 번 넘게 채우고, 비행기에도 들고 탈 수 있습니다.',
      'A power bank as round as a pebble. 10,000 mAh fills a phone more than twice, and it may fly with you.',
    ),
    details: [
      { label: t('용량', 'Capacity'), value: t('10,000 mAh', '10,000 mAh') },
      { label: t('출력', 'Output'), value: t('22.5 W', '22.5 W') },
      { label: t('무게', 'Weight'), value: t('186 g', '186 g') },
    ],
    art: 'battery',
    price: 32_000,
  },
  {
    // The one product for visitors: dollars, paid with a card issued abroad.
    id: 'cup-cheongja',
    name: t('청자 찻잔', 'Celadon teacup'),
    tagline: t('해외에서도 주문할 수 있는 찻잔', 'The cup we send around the world'),
    description: t(
      '비색이 도는 청자 찻잔입니다. 해외에서 발행한 카드로 달러로 결제하는 상품이라, 해외카드 결제를 처음부터 끝까지 살펴보실 수 있습니다.',
      'A teacup in the jade green of old Korean celadon. It is priced in dollars and paid with a card issued outside Korea: see an overseas card payment from start to finish.',
    ),
    details: [
      { label: t('용량', 'Capacity'), value: t('120 ml', '120 ml') },
      { label: t('재질', 'Material'), value: t('청자', 'Celadon') },
      { label: t('결제', 'Payment'), value: t('해외 발행 카드, 미국 달러', 'Cards from abroad, US dollars') },
    ],
    art: 'cup',
    price: 1_990,
    currency: 'USD',
  },
  {
    id: 'clock-jajeong',
    name: t('자정 탁상시계', 'Jajeong table clock'),
    tagline: t('초침 소리가 없는 시계', 'A clock without a tick'),
    description: t(
      '흐르듯 움직이는 초침이라 밤에도 소리가 나지 않습니다. 뒷면의 나무 쐐기로 기울기를 바꿀 수 있습니다.',
      'The second hand glides, so nights stay silent. A wooden wedge at the back sets the angle.',
    ),
    details: [
      { label: t('크기', 'Size'), value: t('지름 11 cm', '11 cm wide') },
      { label: t('전원', 'Power'), value: t('AA 건전지 1개', '1 AA battery') },
      { label: t('재질', 'Material'), value: t('호두나무, 유리', 'Walnut, glass') },
    ],
    art: 'clock',
    price: 45_000,
    soldOut: true,
  },
]

/** Finds a product by id. */
export function findProduct(id: string): CatalogProduct | undefined {
  return CATALOG.find((product) => product.id === id)
}
