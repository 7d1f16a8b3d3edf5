/** What a merchant's server hears, from docs/protocol/domestic.md section 8. */
import { describe, expect, it } from 'vitest'
import { TEST_MERCHANT } from '../settings.ts'
import {
  callBillingKey,
  cancel,
  confirm,
  lookUp,
  ORIGIN,
  pay,
  registerCard,
  repay,
  testSandbox,
} from '../testing/drive.ts'
import { DELETION_HOOK, HOOK, shop } from '../testing/shop.ts'

const OID = 'test0553941001540967923'
const NO_CANCEL = { PCD_REFUND_TOTAL: '', PCD_REFUND_TIME: '', PCD_PAYCANCEL_FLAG: '' }

describe('the payment address hears of', () => {
  it('a confirmed payment, with the fields of the window result and of the approval', async () => {
    const { sandbox, posts, messages } = shop()
    const result = await pay(sandbox, { PCD_USER_DEFINE1: 'mine' })
    await sandbox.control.webhooksSettled()
    expect(posts, 'nothing before the confirm').toEqual([])
    const answer = await confirm(sandbox, result)
    await sandbox.control.webhooksSettled()
    expect(posts).toMatchObject([{ method: 'POST', url: HOOK, type: 'application/json; charset=utf-8' }])
    expect(messages()).toEqual([
      {
        PCD_PAY_RST: 'success',
        PCD_PAY_CODE: 'PCCF0000',
        PCD_PAY_MSG: '카드결제완료',
        PCD_PAY_TYPE: 'card',
        PCD_PAY_WORK: 'CERT',
        PCD_CARD_VER: '01',
        PCD_AUTH_KEY: result['PCD_AUTH_KEY'],
        PCD_PAY_REQKEY: result['PCD_PAY_REQKEY'],
        PCD_PAY_COFURL: `${ORIGIN}/php/PayCardConfirmAct.php?ACT_=PAYM`,
        PCD_PAY_HOST: ORIGIN,
        PCD_PAY_URL: '/php/PayCardConfirmAct.php?ACT_=PAYM',
        PCD_PAYER_ID: result['PCD_PAYER_ID'],
        PCD_PAYER_NO: '2335',
        PCD_PAYER_NAME: '홍길동',
        PCD_PAYER_HP: '01012345678',
        PCD_PAYER_EMAIL: 'dev@payple.kr',
        PCD_PAY_OID: OID,
        PCD_PAY_GOODS: '휴대폰',
        PCD_PAY_TOTAL: '1000',
        PCD_PAY_ISTAX: 'Y',
        PCD_PAY_TAXTOTAL: '91',
        PCD_PAY_AMOUNT: '1000',
        PCD_PAY_DISCOUNT: '0',
        PCD_PAY_AMOUNT_REAL: '1000',
        PCD_REGULER_FLAG: 'N',
        PCD_PAY_YEAR: '',
        PCD_PAY_MONTH: '',
        PCD_TX_KEY: result['PCD_TX_KEY'],
        PCD_PAY_CARDQUOTA: '00',
        PCD_PAY_CARDNAME: 'BC카드',
        PCD_PAY_CARDNUM: '4242********4242',
        PCD_PAY_TIME: '20261121233000',
        PCD_PAY_CARDTRADENUM: answer['PCD_PAY_CARDTRADENUM'],
        PCD_PAY_CARDAUTHNO: answer['PCD_PAY_CARDAUTHNO'],
        PCD_PAY_CARDRECEIPT: answer['PCD_PAY_CARDRECEIPT'],
        PCD_SIMPLE_FLAG: '',
        PCD_RST_URL: '/order_result.html',
        ...NO_CANCEL,
      },
    ])
    expect(sandbox.control.webhooks()).toMatchObject([
      { kind: 'payment', target: 'payment', oid: OID, status: 'delivered', attempts: [{ status: 200 }] },
    ])
  })

  it('a payment inside the window, a registration, a re-payment and a cancel', async () => {
    const { sandbox, messages, clock } = shop()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    const key = await registerCard(sandbox, { number: '5500000000000004' })
    await repay(sandbox, 'SPCD', key)
    clock.now += 3_600_000
    await cancel(sandbox)
    await sandbox.control.webhooksSettled()
    expect(messages()).toMatchObject([
      { PCD_PAY_WORK: 'PAY', PCD_PAY_CODE: 'SPCD0000', PCD_PAY_OID: OID, ...NO_CANCEL },
      { PCD_PAY_WORK: 'AUTH', PCD_PAY_CODE: '0000', PCD_PAYER_ID: key },
      { PCD_SIMPLE_FLAG: 'Y', PCD_PAY_CODE: 'SPCD0000', PCD_PAY_OID: 'test201804000001', PCD_PAYER_ID: key },
      {
        PCD_PAY_RST: 'success',
        PCD_PAY_CODE: 'PAYC0000',
        PCD_PAY_OID: OID,
        PCD_PAY_TOTAL: '1000',
        PCD_PAY_TIME: '20261121233000',
        PCD_PAYCANCEL_FLAG: 'Y',
        PCD_REFUND_TOTAL: '1000',
        PCD_REFUND_TIME: '20261122003000',
      },
    ])
    expect(sandbox.control.webhooks().map(({ kind }) => kind)).toEqual(['payment', 'registration', 'payment', 'cancel'])
  })

  it('what the window or the call never reported', async () => {
    const { sandbox, messages } = shop()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' }, { number: '4000000000009002' })
    const result = await pay(sandbox, { PCD_PAY_OID: 'lost' })
    sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    const key = await registerCard(sandbox, { number: '4000000000009003' })
    sandbox.control.fault({ operation: 'repay', effect: { type: 'charged-code', code: 'SPCD1001' } })
    await repay(sandbox, 'SPCD', key)
    await sandbox.control.webhooksSettled()
    const paid = messages().filter((message) => message['PCD_PAY_CARDAUTHNO'])
    expect(paid.map((message) => message['PCD_PAY_OID'])).toEqual([OID, 'lost', 'test201804000001'])
    expect(paid.every((message) => message['PCD_PAY_RST'] === 'success')).toBe(true)
  })

  it('both halves of a payment that Payple takes back', async () => {
    const { sandbox, messages } = shop()
    sandbox.control.fault({ operation: 'window', effect: { type: 'cancelled-code', code: 'CPCA0011' } })
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    await sandbox.control.webhooksSettled()
    expect(messages().map((message) => message['PCD_PAYCANCEL_FLAG'])).toEqual(['', 'Y'])
  })

  it('a CERT before its confirm, when asked for: success, and no approval', async () => {
    const { sandbox, messages } = shop({ webhooks: { atCert: true } })
    await confirm(sandbox, await pay(sandbox))
    await sandbox.control.webhooksSettled()
    const [early, late] = messages()
    expect(early).toMatchObject({ PCD_PAY_RST: 'success', PCD_PAY_WORK: 'CERT', PCD_PAY_CODE: '0000' })
    expect(early).not.toHaveProperty('PCD_PAY_CARDAUTHNO')
    expect(late).toHaveProperty('PCD_PAY_CARDAUTHNO')
  })

  it('nothing that was declined, refused or closed', async () => {
    const { sandbox, posts } = shop()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' }, { number: '4000000000003112' })
    await cancel(sandbox)
    await repay(sandbox, 'SPCD', 'unknown')
    await sandbox.control.webhooksSettled()
    expect(posts).toEqual([])
  })

  it('nobody, when no address is registered', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(sandbox.control.webhooks()).toEqual([])
  })
})

describe('the console', () => {
  it('cancels, in parts where that is allowed, and the server hears of it', async () => {
    const live = { ...TEST_MERCHANT, test: false }
    const { sandbox, messages } = shop({ merchants: [live] })
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(sandbox.control.cancelFromConsole(OID, 400)).toMatchObject({
      status: 'partially_refunded',
      refunds: [{ amount: 400, by: 'console' }],
    })
    expect(sandbox.control.cancelFromConsole(OID)).toMatchObject({ status: 'refunded', refundedTotal: 1000 })
    await sandbox.control.webhooksSettled()
    expect(messages().slice(1)).toMatchObject([{ PCD_REFUND_TOTAL: '400' }, { PCD_REFUND_TOTAL: '600' }])
    expect(await lookUp(sandbox)).toMatchObject({ PCD_REFUND_TOTAL: '1000' })
  })

  it.each([
    ['nope', undefined, 'there is no payment nope'],
    [OID, 1001, 'more than is left'],
    [OID, 400, 'cannot refund in parts'],
    [OID, 0, 'not an amount'],
    [OID, 10.5, 'not an amount'],
  ])('does not cancel %s, %s won', async (oid, amount, why) => {
    const { sandbox } = shop()
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(() => sandbox.control.cancelFromConsole(oid, amount)).toThrow(why)
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'paid', refundedTotal: 0 })
  })

  it('deletes a billing key, which only the deletion address hears of', async () => {
    const { sandbox, posts, messages } = shop()
    const key = await registerCard(sandbox)
    await sandbox.control.webhooksSettled()
    posts.length = 0
    sandbox.control.deleteKeyFromConsole(key)
    await sandbox.control.webhooksSettled()
    expect(posts).toMatchObject([{ url: DELETION_HOOK }])
    expect(messages()).toEqual([
      {
        PCD_CST_ID: 'test',
        PCD_PAY_WORK: 'PUSERDEL',
        PCD_PAY_RST: 'success',
        PCD_PAY_MSG: '2008 : 고객요청으로 자동이체 해지되었음(업체해지)',
        PCD_PAY_TYPE: 'card',
        PCD_PAYER_ID: key,
        PCD_PAYER_NAME: '홍길동',
        PCD_PAYER_HP: '01012345678',
      },
    ])
    expect(await repay(sandbox, 'SPCD', key)).toMatchObject({ PCD_PAY_CODE: '[test]SPCD0012' })
    expect(() => sandbox.control.deleteKeyFromConsole(key)).toThrow('there is no billing key')
  })

  it('a deletion through the API is never announced', async () => {
    const { sandbox, posts } = shop()
    const key = await registerCard(sandbox)
    await sandbox.control.webhooksSettled()
    posts.length = 0
    await callBillingKey(sandbox, 'PUSERDEL', { PCD_PAYER_ID: key })
    await sandbox.control.webhooksSettled()
    expect(posts).toEqual([])
  })
})
