/** Banks that accounts can be at, with their codes of `PCD_PAY_BANK` (docs/protocol/domestic.md section 10). */

/** A bank on the window's list. */
export interface Bank {
  /** Three digits. */
  code: string
  /** As Payple would print it in `PCD_PAY_BANKNAME`. */
  name: string
  english: string
}

/** Every bank of the list in section 10; Korean names are the usual ones, `신한은행` is the documents' example. */
export const BANKS: readonly Bank[] = [
  { code: '004', name: '국민은행', english: 'KB Kookmin' },
  { code: '088', name: '신한은행', english: 'Shinhan' },
  { code: '020', name: '우리은행', english: 'Woori' },
  { code: '081', name: '하나은행', english: 'KEB Hana' },
  { code: '011', name: '농협은행', english: 'NH Nonghyup' },
  { code: '003', name: '기업은행', english: 'IBK' },
  { code: '002', name: '산업은행', english: 'KDB' },
  { code: '007', name: '수협은행', english: 'Suhyup' },
  { code: '071', name: '우체국', english: 'Post Office' },
  { code: '045', name: '새마을금고', english: 'MG' },
  { code: '048', name: '신협', english: 'Shinhyup' },
  { code: '031', name: '대구은행', english: 'Daegu' },
  { code: '032', name: '부산은행', english: 'Busan' },
  { code: '034', name: '광주은행', english: 'Kwangju' },
  { code: '039', name: '경남은행', english: 'Kyongnam' },
]

/** The bank with this code, if there is one. */
export function findBank(code: string): Bank | undefined {
  return BANKS.find((bank) => bank.code === code)
}
