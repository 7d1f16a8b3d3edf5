import { useLocale } from './locale.tsx'

/** Card issuers and banks as Payple prints them. A name that is not here is shown as it came. */
const ENGLISH: Readonly<Record<string, string>> = {
  BC카드: 'BC Card',
  비씨카드: 'BC Card',
  KB국민카드: 'KB Kookmin Card',
  국민카드: 'KB Kookmin Card',
  신한카드: 'Shinhan Card',
  삼성카드: 'Samsung Card',
  현대카드: 'Hyundai Card',
  롯데카드: 'Lotte Card',
  하나카드: 'Hana Card',
  우리카드: 'Woori Card',
  NH농협카드: 'NH Nonghyup Card',
  농협카드: 'NH Nonghyup Card',
  씨티카드: 'Citi Card',
  카카오뱅크: 'KakaoBank',
  케이뱅크: 'K Bank',
  토스뱅크: 'Toss Bank',
  국민은행: 'KB Kookmin Bank',
  신한은행: 'Shinhan Bank',
  우리은행: 'Woori Bank',
  하나은행: 'Hana Bank',
  농협은행: 'NH Nonghyup Bank',
  기업은행: 'Industrial Bank of Korea',
  산업은행: 'Korea Development Bank',
  수협은행: 'Suhyup Bank',
  우체국: 'Korea Post',
  새마을금고: 'MG Community Credit',
  신협: 'Shinhyup',
  대구은행: 'Daegu Bank',
  부산은행: 'Busan Bank',
  광주은행: 'Kwangju Bank',
  경남은행: 'Kyongnam Bank',
  전북은행: 'Jeonbuk Bank',
  제주은행: 'Jeju Bank',
}

/** What an issuer or bank is called in the visitor's language. */
export function useInstitutionName(): (printed: string) => string {
  const { locale } = useLocale()
  return (printed) => (locale === 'en' ? (ENGLISH[printed] ?? printed) : printed)
}
