import { describe, expect, it } from 'vitest'
import { act, authenticate, CARD, type Json, openWindow, pay, SHOP, testSandbox } from '../testing/drive.ts'

/** A token form as the 1.0.1 script posts it: no client key. */
async function tokenForm(
  sandbox: ReturnType<typeof testSandbox>['sandbox'],
  referer: string | null = SHOP,
): Promise<Json> {
  const { cst_id = '', custKey = '', AuthKey = '' } = await authenticate(sandbox, {}, referer)
  return { clientKey: '', PCD_CST_ID: cst_id, PCD_CUST_KEY: custKey, PCD_AUTH_KEY: AuthKey }
}

describe('the window opens', () => {
  it('with a client key', async () => {
    const { sandbox } = testSandbox()
    const { page, id } = await openWindow(sandbox)
    expect(id).toHaveLength(32)
    expect(page).toContain('휴대폰')
    expect(page).toContain('1,000원 결제하기')
    expect(page).toContain('샌드박스 · 페이플 아님')
  })

  it('with the tokens of an auth call, more than once', async () => {
    const { sandbox } = testSandbox()
    const form = await tokenForm(sandbox)
    expect((await openWindow(sandbox, form)).id).not.toBe('')
    expect((await openWindow(sandbox, form)).id).not.toBe('')
  })

  it('with the AuthKey alone, as pages that bring PCD_PAY_URL do', async () => {
    const { sandbox } = testSandbox()
    const { AuthKey = '' } = await authenticate(sandbox)
    expect((await openWindow(sandbox, { PCD_AUTH_KEY: AuthKey })).id).not.toBe('')
  })

  it('in the language of the buyer', async () => {
    const { sandbox } = testSandbox()
    const { page } = await openWindow(sandbox, {}, { 'accept-language': 'en-US,en;q=0.9,ko;q=0.8' })
    expect(page).toContain('Pay ₩1,000')
    expect(page).toContain('<html lang="en">')
  })

  it('where anybody may frame it and nothing foreign may run in it', async () => {
    const { sandbox } = testSandbox()
    const response = await sandbox.fetch(
      new Request('https://payple.test/index.php?ACT_=PAYM&CPAYVER=1', {
        method: 'POST',
        body: new URLSearchParams({}),
      }),
    )
    expect(response.headers.get('x-frame-options')).toBeNull()
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'nonce-[0-9a-f]{32}'/,
    )
    expect(response.headers.get('content-security-policy')).not.toContain('frame-ancestors')
  })

  it('with a warning, not a refusal, for values Payple has been seen to refuse', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox, { PCD_PAY_GOODS: '휴대폰 📱', PCD_PAY_OID: 'x'.repeat(31) })
    expect(id).not.toBe('')
    const warnings = sandbox.events.list().filter((event) => event.type === 'window.warning')
    expect(warnings).toHaveLength(2)
  })
})

describe('the window refuses, and nothing can call back', () => {
  it('an unknown client key', async () => {
    const { sandbox } = testSandbox()
    const { page, id } = await openWindow(sandbox, { clientKey: 'nope' })
    expect(id).toBe('')
    expect(page).not.toContain('<script')
  })

  it('an AuthKey that was never issued, or issued for something else', async () => {
    const { sandbox } = testSandbox()
    const { AuthKey = '' } = await authenticate(sandbox, { PCD_PAYCANCEL_FLAG: 'Y' })
    for (const key of ['made-up', AuthKey]) {
      const { page, id } = await openWindow(sandbox, { PCD_AUTH_KEY: key })
      expect(id).toBe('')
      expect(page).toContain('CBIL0001')
    }
  })

  it('an AuthKey after its lifetime', async () => {
    const { sandbox, clock } = testSandbox()
    const form = await tokenForm(sandbox)
    clock.now += 30 * 60_000 + 1
    expect((await openWindow(sandbox, form)).page).toContain('CBIL0002')
  })

  it('the second use of an AuthKey, when keys are single use', async () => {
    const { sandbox } = testSandbox({ singleUseAuthKeys: true })
    const form = await tokenForm(sandbox)
    expect((await openWindow(sandbox, form)).id).not.toBe('')
    expect((await openWindow(sandbox, form)).page).toContain('CBIL0002')
  })

  it('a page other than the Referer of auth.php (AUTH0007)', async () => {
    const { sandbox } = testSandbox()
    const form = await tokenForm(sandbox, 'http://localhost:3000')
    expect((await openWindow(sandbox, form)).page).toContain('AUTH0007')
    expect((await openWindow(sandbox, form, { origin: 'http://127.0.0.1:3000' })).page).toContain('AUTH0007')
    expect((await openWindow(sandbox, form, { origin: 'http://localhost:3000' })).id).not.toBe('')
  })

  it('to deliver when auth.php was called without a Referer', async () => {
    const { sandbox } = testSandbox()
    const { page, id } = await openWindow(sandbox, await tokenForm(sandbox, null))
    expect(id).toBe('')
    expect(page).toContain('Referer')
  })

  it('nothing of that when the rule is off', async () => {
    const { sandbox } = testSandbox({ checkReferer: false })
    expect((await openWindow(sandbox, await tokenForm(sandbox, null))).id).not.toBe('')
  })

  it('the client key of a partner on a foreign page (AUTH0004)', async () => {
    const merchant = {
      cstId: 'a',
      custKey: 'b',
      clientKey: 'c',
      refundKey: 'd',
      domains: ['other.example'],
      test: false,
    }
    const { sandbox } = testSandbox({ merchants: [merchant] })
    expect((await openWindow(sandbox, { clientKey: 'c' })).page).toContain('AUTH0004')
  })
})

describe('the window shows a refusal that can only be closed', () => {
  it.each<[Json, string]>([
    [{ PCD_PAYER_NO: '1234567890123456789' }, 'cpc0034'],
    [{ PCD_PAYER_NO: 'abc' }, 'cpc0034'],
    [{ PCD_PAY_OID: 'x'.repeat(256) }, 'INSERT ERROR'],
    [{ PCD_PAY_WORK: 'AUTHREG' }, 'PCD_PAY_WORK'],
    [{ PCD_CARD_VER: '03' }, 'PCD_CARD_VER'],
    [{ PCD_CARD_VER: '02', PCD_PAY_WORK: 'AUTH' }, 'PCD_CARD_VER 02'],
    [{ PCD_CARD_VER: '02', PCD_PAY_METHOD: 'tossPay' }, 'PCD_PAY_METHOD'],
    [{ PCD_PAY_TYPE: '' }, 'CPCA9997'],
    [{ PCD_PAY_TYPE: 'phone' }, 'CPCA9997'],
    [{ PCD_PAY_TYPE: 'transfer', PCD_PAY_TOTAL: '999' }, 'SPAY0023'],
    [{ PCD_PAY_TYPE: 'transfer', PCD_PAY_TOTAL: '2000001' }, 'CPAY0005'],
    [{ PCD_PAY_TYPE: 'transfer', PCD_PAY_TOTAL: '10.5' }, 'PCD_PAY_TOTAL'],
    [{ PCD_PAY_TYPE: 'transfer', PCD_PAY_GOODS: '' }, 'SPAY0024'],
    [{ PCD_PAY_TYPE: 'transfer', PCD_REGULER_FLAG: 'Y' }, 'RPAY0025'],
    [{ PCD_PAY_TYPE: 'transfer', PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2026' }, 'RPAY0026'],
    [{ PCD_PAY_GOODS: '' }, 'RPCD0003'],
    [{ PCD_PAY_TOTAL: '99' }, '1110'],
    [{ PCD_PAY_TOTAL: 'NaN' }, '3109'],
    [{ PCD_PAY_TOTAL: '10.5' }, '3109'],
    [{ PCD_REGULER_FLAG: 'Y' }, 'RPCD0004'],
    [{ PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2026', PCD_PAY_MONTH: '3' }, 'RPCD0005'],
    [{ PCD_REGULER_FLAG: 'Y', PCD_CARD_VER: '02' }, 'PCD_REGULER_FLAG'],
    [{ PCD_RST_URL: 'javascript:alert(1)//http://' }, 'PCD_RST_URL'],
  ])('%j: %s', async (form, shown) => {
    const { sandbox } = testSandbox()
    const { page, id } = await openWindow(sandbox, form)
    expect(page).toContain(shown)
    expect(page).not.toContain('data-testid="pay"')
    expect((await act(sandbox, id, 'close')).kind).toBe('deliver')
    expect(sandbox.control.payments()).toEqual([])
  })

  it('no card gets past it', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox, { PCD_PAY_TOTAL: '99' })
    expect((await act(sandbox, id, 'card', CARD)).kind).toBe('over')
  })
})

it('shows a used order number to the buyer, then reports it', async () => {
  const { sandbox } = testSandbox()
  await pay(sandbox)
  const { page, id } = await openWindow(sandbox)
  expect(page).toContain('CPCA0201')
  const { result } = await act(sandbox, id, 'acknowledge')
  expect(result).toMatchObject({
    PCD_PAY_RST: 'error',
    PCD_PAY_CODE: '[test]CPCA0201',
    PCD_PAY_MSG: '[test] 이미 존재하는 거래입니다. 다시 시도해주세요.',
  })
})

it('shows hostile values as text', async () => {
  const { sandbox } = testSandbox()
  const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'&`
  const { page } = await openWindow(sandbox, { PCD_PAY_GOODS: hostile, PCD_PAY_OID: hostile })
  expect(page).not.toContain('<script>alert(1)')
  expect(page).not.toContain('<img')
  expect(page.match(/<script/g)).toHaveLength(2)
  const refused = await openWindow(sandbox, { clientKey: hostile })
  expect(refused.page).not.toContain('<script>alert(1)')
})
