import { describe, expect, it } from 'vitest'
import { authBody, readAuthAnswer } from './auth.ts'

const credentials = { cstId: 'test', custKey: 'abcd1234567890' }
// Tokens of the manual's answers.
const tokens = {
  result: 'success',
  result_msg: '사용자 인증완료',
  cst_id: 'UFVNNVZpZk4reWo5UFRualUwcGV4dz09',
  custKey: 'T3JzRkp5L1FTcEFDa1FQdHo5Um1UZz09',
  AuthKey: 'a688ccb3555c25cd722483f03e23065c3d0251701ad6da895eb2d830bc06e34d',
}

describe('requests (fact sheet 2.2)', () => {
  it.each([
    // The safest row where sources differ: the seed's window sent PCD_PAY_TYPE, later ones nothing.
    ['window', {}],
    ['cancel', { PCD_PAYCANCEL_FLAG: 'Y' }],
    ['lookup', { PCD_PAYCHK_FLAG: 'Y' }],
    ['billing-key-lookup', { PCD_PAY_WORK: 'PUSERINFO' }],
    ['billing-key-delete', { PCD_PAY_WORK: 'PUSERDEL' }],
    ['charge-card', { PCD_PAY_TYPE: 'card', PCD_SIMPLE_FLAG: 'Y' }],
    ['charge-transfer', { PCD_PAY_TYPE: 'transfer', PCD_SIMPLE_FLAG: 'Y' }],
    ['charge-card-monthly', { PCD_PAY_TYPE: 'card', PCD_REGULER_FLAG: 'Y' }],
    ['charge-transfer-monthly', { PCD_PAY_TYPE: 'transfer', PCD_REGULER_FLAG: 'Y' }],
    ['receipt-issue', { PCD_PAY_WORK: 'TSREG' }],
    ['receipt-cancel', { PCD_PAY_WORK: 'TSCANCEL' }],
    ['link', { PCD_PAY_WORK: 'LINKREG' }],
  ] as const)('%s', (purpose, extra) => {
    expect(authBody(credentials, purpose)).toEqual({ cst_id: 'test', custKey: 'abcd1234567890', ...extra })
  })
})

describe('answers', () => {
  it.each([
    [
      'new names',
      {
        PCD_PAY_HOST: 'https://testcpay.payple.kr',
        PCD_PAY_URL: '/php/account/api/cPayCAct.php',
        return_url: 'https://testcpay.payple.kr/php/account/api/cPayCAct.php',
      },
      '/php/account/api/cPayCAct.php',
    ],
    [
      'names of the seed',
      {
        return_url: 'https://cpay.payple.kr/index.php?ACT_=PAYM',
        cPayHost: 'https://cpay.payple.kr',
        cPayUrl: '/index.php?ACT_=PAYM',
      },
      '/index.php?ACT_=PAYM',
    ],
    ['a hostile host', { return_url: 'https://evil.example/index.php?ACT_=PAYM' }, '/index.php?ACT_=PAYM'],
  ])('takes the path only: %s', (_name, fields, path) => {
    expect(readAuthAnswer({ ...tokens, ...fields })).toMatchObject({ ok: true, path, authKey: tokens.AuthKey })
  })

  it.each([
    [{ result: 'error', result_msg: '[AUTH0004] 접속하시는 서버의 도메인 확인이 필요합니다.' }, 'AUTH0004'],
    [{ result: 'error', result_msg: '', result_code: 'AUTH0007' }, 'AUTH0007'],
    [{ result: 'error' }, undefined],
    [null, undefined],
    ['<html>', undefined],
  ])('%j is a refusal', (raw, code) => {
    expect(readAuthAnswer(raw)).toMatchObject({ ok: false, code })
  })

  it('does not believe a success without tokens or with a path that leaves the host', () => {
    expect(readAuthAnswer({ ...tokens, AuthKey: '', PCD_PAY_URL: '/x.php' }).ok).toBe(false)
    expect(readAuthAnswer({ ...tokens, PCD_PAY_URL: '//evil.example/x.php' }).ok).toBe(false)
  })
})
