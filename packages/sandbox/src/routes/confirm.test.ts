import { describe, expect, it } from 'vitest'
import { authenticate, confirm, confirmBody, pay, postJson, testSandbox } from '../testing/drive.ts'

const OID = 'test0553941001540967923'

describe('confirm', () => {
  it('takes the money and answers every documented field', async () => {
    const { sandbox, clock } = testSandbox()
    const result = await pay(sandbox, { PCD_PAY_TAXTOTAL: '10' })
    clock.now += 60_000
    expect(await confirm(sandbox, result)).toEqual({
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'PCCF0000',
      PCD_PAY_MSG: '카드결제완료',
      PCD_PAY_REQKEY: result['PCD_PAY_REQKEY'],
      PCD_PAY_OID: OID,
      PCD_PAY_TYPE: 'card',
      PCD_TX_KEY: result['PCD_TX_KEY'],
      PCD_PAYER_ID: result['PCD_PAYER_ID'],
      PCD_PAYER_NO: '2335',
      PCD_PAYER_NAME: '홍길동',
      PCD_PAYER_HP: '01012345678',
      PCD_PAYER_EMAIL: 'dev@payple.kr',
      PCD_PAY_GOODS: '휴대폰',
      PCD_PAY_AMOUNT: '1000',
      PCD_PAY_DISCOUNT: '0',
      PCD_PAY_AMOUNT_REAL: '1000',
      PCD_PAY_TOTAL: '1000',
      PCD_PAY_ISTAX: 'Y',
      PCD_PAY_TAXTOTAL: '10',
      PCD_PAY_TIME: '20261121233100',
      PCD_REGULER_FLAG: 'N',
      PCD_PAY_YEAR: '',
      PCD_PAY_MONTH: '',
      PCD_PAY_CARDQUOTA: '00',
      PCD_PAY_CARDNAME: 'BC카드',
      PCD_PAY_CARDNUM: '4242********4242',
      PCD_PAY_CARDTRADENUM: expect.stringMatching(/^\d{24}$/),
      PCD_PAY_CARDAUTHNO: expect.stringMatching(/^\d{8}$/),
      PCD_PAY_CARDRECEIPT: expect.stringMatching(/^https:\/\/payple\.test\/_\/slip\?dataType=receipt&/),
    })
    expect(sandbox.control.payment(OID)).toMatchObject({
      status: 'paid',
      chargeCount: 1,
      total: 1000,
      paidAt: clock.now,
    })
  })

  it('takes the tokens of any auth call instead of raw ids', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox)
    const { cst_id = '', custKey = '' } = await authenticate(sandbox)
    expect(await confirm(sandbox, result, { PCD_CST_ID: cst_id, PCD_CUST_KEY: custKey })).toMatchObject({
      PCD_PAY_CODE: 'PCCF0000',
    })
  })

  it('needs no billing key for an app card', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox, { PCD_CARD_VER: '02' })
    expect(await confirm(sandbox, result)).toMatchObject({
      PCD_PAY_CODE: 'PCCF0000',
      PCD_PAY_METHOD: 'appCard',
      PCD_PAYER_ID: '',
    })
  })

  it('waits for a slow card', async () => {
    const { sandbox, waits } = testSandbox()
    const result = await pay(sandbox, {}, { number: '4000000000009003' })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: 'PCCF0000' })
    expect(waits).toEqual([5000])
  })
})

describe('confirm refuses', () => {
  it.each([
    [{ PCD_CST_ID: '' }, '[test]AUTH0001', '[test] 가맹점 인증에 필요한 cst_id 를 확인해주세요.'],
    [{ PCD_CST_ID: 'nobody' }, '[test]AUTH0003', '[test] 가맹점 계정(cst_id)이 존재하지 않습니다.'],
    [{ PCD_CUST_KEY: 'wrong' }, '[test]AUTH0002', '[test] 가맹점 인증에 필요한 custKey 를 확인해주세요.'],
    [{ PCD_AUTH_KEY: 'wrong' }, '[test]CPCA0005', '[test] 카드결제용 인증키 값이 존재하지 않거나, 일치하지 않습니다.'],
    [
      { PCD_PAY_REQKEY: 'wrong' },
      '[test]CPCA0005',
      '[test] 카드결제용 인증키 값이 존재하지 않거나, 일치하지 않습니다.',
    ],
    [{ PCD_PAYER_ID: '' }, '[test]CPCA0003', '[test] 카드인증회원이 아닙니다.'],
    [{ PCD_PAYER_ID: 'wrong' }, '[test]CPCA0004', '[test] 카드정보가 존재하지 않거나, 일치하지 않습니다.'],
  ])('%j', async (change, code, message) => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox)
    expect(await confirm(sandbox, result, change)).toEqual({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: code,
      PCD_PAY_MSG: message,
    })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'authenticated', chargeCount: 0 })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('keys of two different payments', async () => {
    const { sandbox } = testSandbox()
    const [one, two] = [await pay(sandbox), await pay(sandbox, { PCD_PAY_OID: 'other' })]
    const mixed = { PCD_AUTH_KEY: two['PCD_AUTH_KEY'] ?? '' }
    expect(await confirm(sandbox, one, mixed)).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0005' })
  })

  it('another partner', async () => {
    const other = { cstId: 'other', custKey: 'key', clientKey: 'o', refundKey: 'r', test: false }
    const merchants = [other, { ...other, cstId: 'mine', custKey: 'mykey', clientKey: 'mine' }]
    const { sandbox } = testSandbox({ merchants })
    const result = await pay(sandbox, { clientKey: 'mine' })
    const stranger = await confirm(sandbox, result, { PCD_CST_ID: 'other', PCD_CUST_KEY: 'key' })
    expect(stranger).toMatchObject({ PCD_PAY_CODE: 'CPCA0005' })
  })

  it.each(['/php/PayCardConfirmAct.php', '/php/PayConfirmAct.php?ACT_=PAYM'])('the address %s', async (path) => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox)
    expect(await postJson(sandbox, path, confirmBody(result))).toMatchObject({ PCD_PAY_CODE: '[test]AUTH0008' })
  })

  it('the usual address when a prefix is configured', async () => {
    const { sandbox } = testSandbox({ pathPrefix: '/v2' })
    const result = await pay(sandbox)
    expect(result['PCD_PAY_COFURL']).toBe('https://payple.test/v2/php/PayCardConfirmAct.php?ACT_=PAYM')
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]AUTH0008' })
    const answer = await postJson(sandbox, result['PCD_PAY_URL'] ?? '', confirmBody(result))
    expect(answer).toMatchObject({ PCD_PAY_CODE: 'PCCF0000' })
  })

  it('after the time to confirm', async () => {
    const { sandbox, clock } = testSandbox()
    const result = await pay(sandbox)
    clock.now += 10 * 60_000 + 1
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'expired' })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0001' })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0001' })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'expired', chargeCount: 0 })
  })

  it.each([
    ['3112', '[test] 한도가 초과하였습니다.'],
    ['3133', '[test] 잔액이 부족합니다.'],
    ['3122', '[test] 도난/분실 위/변조 카드입니다.'],
  ])('a card ending in %s, and again', async (ending, message) => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox, {}, { number: `400000000000${ending}` })
    expect(result['PCD_PAY_RST']).toBe('success')
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0010', PCD_PAY_MSG: message })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0201' })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'declined', chargeCount: 0 })
  })

  it('broken bodies', async () => {
    const { sandbox } = testSandbox()
    for (const body of ['', '{', 'null', '[]']) {
      expect(await postJson(sandbox, '/php/PayCardConfirmAct.php?ACT_=PAYM', body)).toMatchObject({
        PCD_PAY_CODE: 'AUTH0001',
      })
    }
  })
})

describe('money moves at most once', () => {
  it.each([
    ['4242424242424242', 2],
    ['4242424242424242', 20],
    ['4000000000009003', 2],
    ['4000000000009003', 20],
    ['4000000000009002', 5],
    ['4000000000003112', 5],
  ])('card %s, %i confirms at once', async (number, count) => {
    const { sandbox } = testSandbox()
    const form = number.endsWith('9002') ? { PCD_PAY_WORK: 'PAY' } : {}
    const result = await pay(sandbox, form, { number }).then((answer) => answer ?? {})
    const answers = await Promise.all(Array.from({ length: count }, () => confirm(sandbox, result)))
    const charged = sandbox.control.payment(OID)?.chargeCount ?? 0
    expect(charged).toBeLessThanOrEqual(1)
    expect(answers.filter((answer) => answer['PCD_PAY_RST'] === 'success').length).toBeLessThanOrEqual(charged)
  })

  it('a second confirm hears that the order is done', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox)
    await confirm(sandbox, result)
    expect(await confirm(sandbox, result)).toMatchObject({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: '[test]CPCA0201',
      PCD_PAY_MSG: '[test] 이미 존재하는 거래입니다. 다시 시도해주세요.',
    })
  })

  it('also while the first is waiting for a slow card', async () => {
    let release: () => void = () => {}
    const { sandbox } = testSandbox({ schedule: () => new Promise((resolve) => (release = resolve)) })
    const result = await pay(sandbox, {}, { number: '4000000000009003' })
    const first = confirm(sandbox, result)
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0201' })
    release()
    expect(await first).toMatchObject({ PCD_PAY_CODE: 'PCCF0000' })
    expect(sandbox.control.payment(OID)).toMatchObject({ chargeCount: 1 })
  })
})
