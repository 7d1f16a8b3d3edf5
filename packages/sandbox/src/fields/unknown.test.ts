/** A slip of the keyboard in a field name, which Payple itself would never mention. */
import { describe, expect, it } from 'vitest'
import { authenticate, jsonRequest, openWindow, pay, testSandbox } from '../testing/drive.ts'
import { gpay, OVERSEAS_ORDER, openOverseas } from '../testing/drive-overseas.ts'

const NOTE = 'The sandbox does not know the field "PCD_PAY_GODS". Did you mean "PCD_PAY_GOODS"?'

describe('an unknown field', () => {
  it('is named in the header of the answer and in an event, and changes nothing else', async () => {
    const { sandbox } = testSandbox()
    const body = { cst_id: 'test', custKey: 'abcd1234567890', PCD_PAYCHK_FLG: 'Y' }
    const response = await sandbox.fetch(jsonRequest('/php/auth.php', body, { referer: 'https://shop.example' }))
    expect(response.headers.get('x-sandbox-warning')).toContain('Did you mean "PCD_PAYCHK_FLAG"?')
    expect(await response.json()).toMatchObject({ result: 'success' })
    expect(await pay(sandbox, { PCD_PAY_GODS: 'x' })).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(sandbox.events.list().filter(({ type }) => type === 'field.unknown')).toMatchObject([
      {},
      { oid: 'test0553941001540967923', note: NOTE },
    ])
  })

  it('is an error when the sandbox was told so, and nothing is processed', async () => {
    const { sandbox } = testSandbox({ unknownFields: 'refuse' })
    const { page } = await openWindow(sandbox, { PCD_PAY_GODS: 'x' })
    expect(JSON.parse(page)).toEqual({ error: NOTE, field: 'PCD_PAY_GODS', nearest: 'PCD_PAY_GOODS' })
    expect((await openOverseas(sandbox, { totalAmmount: '1' })).page).toContain('totalAmount')
    expect(await gpay(sandbox, '/gpay/cancel', { ...OVERSEAS_ORDER, payid: '1' })).toMatchObject({ nearest: 'pay_id' })
    expect(sandbox.control.payments()).toEqual([])
  })

  it('is not seen where everything is as documented', async () => {
    const { sandbox } = testSandbox({ unknownFields: 'refuse' })
    expect(await authenticate(sandbox)).toMatchObject({ result: 'success' })
    expect(await pay(sandbox)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('is named ten times per call at most', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox, Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`PCD_NO_SUCH_${n}`, 'x'])))
    expect(sandbox.events.list().filter(({ type }) => type === 'field.unknown')).toHaveLength(10)
  })

  it('cannot break out of the header', async () => {
    const { sandbox } = testSandbox()
    const body = { 'PCD_\r\nset-cookie: a=b': 'x', PCD_한글: 'x' }
    const response = await sandbox.fetch(jsonRequest('/php/auth.php', body))
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('x-sandbox-warning')).toMatch(/^[\x20-\x7e]+$/)
  })
})
