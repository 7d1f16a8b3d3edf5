/** 현금영수증 */
export const cashReceipt = {
  title: '현금영수증',
  use: '발급 용도',
  uses: { personal: '소득공제', company: '지출증빙' },
  number: { personal: '휴대폰 번호', company: '사업자등록번호' },
  hint: { personal: '연말정산 소득공제에 쓰입니다.', company: '사업 경비 증빙에 쓰입니다.' },
  wrong: {
    personal: '휴대폰 번호를 확인해 주세요. 예: 010-1234-5678',
    company: '사업자등록번호 10자리를 확인해 주세요. 예: 123-45-67890',
  },
  ask: '발급받기',
  asking: '발급하는 중',
  issued: '발급되었습니다. 승인번호',
  unknown: '발급 결과를 받지 못했습니다. 잠시 뒤 다시 눌러 주세요. 두 번 발급되지는 않습니다.',
}
