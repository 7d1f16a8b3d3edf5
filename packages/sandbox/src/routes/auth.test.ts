import { describe, expect, it } from 'vitest'
import { authenticate, CREDENTIALS, ORIGIN, postJson, SHOP, testSandbox } from '../testing/drive.ts'

const LIVE = {
  cstId: 'shop1',
  custKey: 'live-key',
  clientKey: 'live_ABC',
  refundKey: 'live-refund',
  domains: ['shop.example'],
  test: false,
}

// docs/protocol/domestic.md section 2.2, one row each.
const VARIANTS: [Record<string, string>, string][] = [
  [{}, '/index.php?ACT_=PAYM&CPAYVER=202112102248'],
  [{ PCD_PAY_TYPE: 'card' }, '/index.php?ACT_=PAYM&CPAYVER=202112102248'],
  [{ PCD_PAY_WORK: 'CERT' }, '/index.php?ACT_=PAYM&CPAYVER=202112102248'],
  [{ PCD_PAYCHECK_FLAG: 'Y' }, '/index.php?ACT_=PAYM&CPAYVER=202112102248'],
  [{ PCD_PAY_TYPE: 'card', PCD_SIMPLE_FLAG: 'Y' }, '/php/SimplePayCardAct.php?ACT_=PAYM'],
  [{ PCD_PAY_TYPE: 'transfer', PCD_SIMPLE_FLAG: 'Y' }, '/php/SimplePayAct.php?ACT_=PAYM'],
  [{ PCD_SIMPLE_FLAG: 'Y' }, '/php/SimplePayAct.php?ACT_=PAYM'],
  [{ PCD_PAY_TYPE: 'card', PCD_REGULER_FLAG: 'Y' }, '/php/RePayCardAct.php?ACT_=PAYM'],
  [{ PCD_REGULER_FLAG: 'Y' }, '/php/RePayAct.php?ACT_=PAYM'],
  [{ PCD_PAYCANCEL_FLAG: 'Y' }, '/php/account/api/cPayCAct.php'],
  [{ PCD_PAYCHK_FLAG: 'Y' }, '/php/PayChkAct.php'],
  [{ PCD_PAY_WORK: 'PUSERDEL' }, '/php/cPayUser/api/cPayUserAct.php?ACT_=PUSERDEL'],
  [{ PCD_PAY_WORK: 'PUSERINFO' }, '/php/cPayUser/api/cPayUserAct.php?ACT_=PUSERINFO'],
  [{ PCD_PAY_WORK: 'TSREG' }, '/php/taxsave/api/tsAct.php?ACT_=TSREG'],
  [{ PCD_PAY_WORK: 'TSCANCEL' }, '/php/taxsave/api/tsAct.php?ACT_=TSCANCEL'],
  [{ PCD_PAY_WORK: 'LINKREG' }, '/php/link/api/LinkRegAct.php?ACT_=LINKREG'],
]

describe('auth.php', () => {
  it.each(VARIANTS)('answers the path for %j', async (variant, path) => {
    const { sandbox } = testSandbox()
    const answer = await authenticate(sandbox, variant)
    expect(answer).toMatchObject({ PCD_PAY_HOST: ORIGIN, PCD_PAY_URL: path, return_url: ORIGIN + path })
  })

  it('answers every documented field, and nothing else', async () => {
    const { sandbox } = testSandbox()
    const answer = await authenticate(sandbox)
    expect(answer).toEqual({
      server_name: 'payple.test',
      result: 'success',
      result_msg: '사용자 인증 완료!!',
      cst_id: expect.stringMatching(/^[A-Za-z0-9+/]{30}[A-Za-z0-9+/=]{2}$/),
      custKey: expect.stringMatching(/^[A-Za-z0-9+/]{30}[A-Za-z0-9+/=]{2}$/),
      AuthKey: expect.stringMatching(/^[A-Za-z0-9+/]{376}$/),
      PCD_PAY_HOST: ORIGIN,
      PCD_PAY_URL: '/index.php?ACT_=PAYM&CPAYVER=202112102248',
      return_url: `${ORIGIN}/index.php?ACT_=PAYM&CPAYVER=202112102248`,
    })
  })

  it('gives different tokens on every call and escapes slashes', async () => {
    const { sandbox } = testSandbox()
    const [first, second] = [await authenticate(sandbox), await authenticate(sandbox)]
    for (const name of ['cst_id', 'custKey', 'AuthKey']) expect(first[name]).not.toBe(second[name])
    const raw = await sandbox.fetch(
      new Request(`${ORIGIN}/php/auth.php`, {
        method: 'POST',
        body: JSON.stringify(CREDENTIALS),
        headers: { referer: SHOP },
      }),
    )
    expect(await raw.text()).toContain('https:\\/\\/payple.test\\/index.php')
  })

  it('puts the path prefix before cancel and lookup', async () => {
    const { sandbox } = testSandbox({ pathPrefix: '/v2' })
    expect(await authenticate(sandbox, { PCD_PAYCANCEL_FLAG: 'Y' })).toMatchObject({
      PCD_PAY_URL: '/v2/php/account/api/cPayCAct.php',
    })
    expect(await authenticate(sandbox, { PCD_PAYCHK_FLAG: 'Y' })).toMatchObject({
      PCD_PAY_URL: '/v2/php/PayChkAct.php',
    })
    expect((await authenticate(sandbox))['PCD_PAY_URL']).toMatch(/^\/index\.php/)
  })

  it('prints the origin of the request when none is configured', async () => {
    const { sandbox } = testSandbox({ origin: undefined })
    const response = await sandbox.fetch(
      new Request('http://localhost:4100/php/auth.php', {
        method: 'POST',
        body: JSON.stringify(CREDENTIALS),
        headers: { referer: SHOP },
      }),
    )
    expect(await response.json()).toMatchObject({
      PCD_PAY_HOST: 'http://localhost:4100',
      server_name: 'localhost:4100',
    })
  })
})

describe('auth.php refuses', () => {
  it.each([
    [{ cst_id: '', custKey: 'abcd1234567890' }, '[AUTH0001] 가맹점 인증에 필요한 cst_id 를 확인해주세요.'],
    [{ custKey: 'abcd1234567890' }, '[AUTH0001] 가맹점 인증에 필요한 cst_id 를 확인해주세요.'],
    [{ cst_id: 'test' }, '[AUTH0002] 가맹점 인증에 필요한 custKey 를 확인해주세요.'],
    [{ cst_id: 'test', custKey: 'wrong' }, '[AUTH0002] 가맹점 인증에 필요한 custKey 를 확인해주세요.'],
    [{ cst_id: 'nobody', custKey: 'abcd1234567890' }, '[AUTH0003] 가맹점 계정(cst_id)이 존재하지 않습니다.'],
    ['not json', '[AUTH0001] 가맹점 인증에 필요한 cst_id 를 확인해주세요.'],
    ['[1,2]', '[AUTH0001] 가맹점 인증에 필요한 cst_id 를 확인해주세요.'],
    ['{"cst_id":{"a":1}}', '[AUTH0001] 가맹점 인증에 필요한 cst_id 를 확인해주세요.'],
  ])('%j', async (body, message) => {
    const { sandbox } = testSandbox()
    expect(await postJson(sandbox, '/php/auth.php', body, { referer: SHOP })).toEqual({
      result: 'error',
      result_msg: message,
    })
  })

  it.each([
    ['https://shop.example', '사용자 인증 완료!!'],
    ['https://m.shop.example/cart', '사용자 인증 완료!!'],
    ['https://notshop.example', '[AUTH0004] 접속하시는 서버의 도메인 확인이 필요합니다.'],
    ['https://shop.example.evil.test', '[AUTH0004] 접속하시는 서버의 도메인 확인이 필요합니다.'],
    [null, '[AUTH0004] 접속하시는 서버의 도메인 확인이 필요합니다.'],
  ])('a live partner, or not, by its Referer %s', async (referer, message) => {
    const { sandbox } = testSandbox({ merchants: [LIVE] })
    const answer = await authenticate(sandbox, { cst_id: 'shop1', custKey: 'live-key' }, referer)
    expect(answer['result_msg']).toBe(message)
  })

  it('nobody for the Referer when the rule is off', async () => {
    const { sandbox } = testSandbox({ merchants: [LIVE], checkReferer: false })
    expect(await authenticate(sandbox, { cst_id: 'shop1', custKey: 'live-key' }, null)).toMatchObject({
      result: 'success',
    })
  })

  it('a body over 64 KiB with 413', async () => {
    const { sandbox } = testSandbox()
    const body = JSON.stringify({ ...CREDENTIALS, filler: 'x'.repeat(65 * 1024) })
    const response = await sandbox.fetch(new Request(`${ORIGIN}/php/auth.php`, { method: 'POST', body }))
    expect(response.status).toBe(413)
  })
})
