/**
 * Scripts, window and dashboard in a real browser: docs/protocol/domestic.md sections 1.2.1, 1.2.2 and 3.1 to 3.7, the
 * bad habits included, and the window as a buyer meets it: by keyboard, in both languages and colour schemes. One file,
 * because starting a browser takes longer than most of what is tested in it.
 */
import type { Frame, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox } from './node.ts'
import {
  awaitResult,
  callPayple,
  openStage,
  payInside,
  readLog,
  type Stage,
  untilGone,
  type Visit,
  violationsIn,
} from './testing/browser.ts'
import { CREDENTIALS } from './testing/drive.ts'

const FORGED = { PCD_PAY_RST: 'success', forged: 'yes' }
const JQUERY = '<script>window.$ = () => ({ width: () => window.innerWidth })</script>'
const AUTH_FILE = { clientKey: undefined, payple_auth_file: '/auth' }

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function visit(options?: Visit): Promise<void> {
  page = await stage.visit(options)
}
const frame = () => page.frameLocator('#cpay_ifr')

async function expectAccessible(): Promise<void> {
  const window = await (await page.waitForSelector('#cpay_ifr')).contentFrame()
  expect(await violationsIn(window as Frame)).toEqual([])
}

const PIN = { PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd' }

describe('in the layer', () => {
  it('pays, and hands the result to the callback once', async () => {
    await visit()
    await callPayple(page)
    await payInside(frame())
    const { results, request, threw } = await awaitResult(page)
    expect(results).toHaveLength(1)
    expect(results[0]).toMatchObject({
      PCD_PAY_RST: 'success',
      PCD_PAY_OID: request['PCD_PAY_OID'],
      PCD_PAY_TOTAL: '1000',
    })
    expect(threw).toBeUndefined()
    expect(request, 'the caller’s object is changed').toMatchObject({
      PCD_PAY_TOTAL: 1000,
      PCD_HTTP_REFERER: `${stage.shop.origin}/`,
    })
    expect(await page.locator('#layer_cpay').count()).toBe(0)
    expect(await page.locator('#CpayForm').count()).toBe(0)
  })

  it('closing hands the request object itself back', async () => {
    await visit()
    await callPayple(page)
    await untilGone(frame(), frame().getByTestId('close').click())
    const log = await awaitResult(page)
    expect(log.sameObject).toBe(true)
    expect(log.results).toMatchObject([
      { PCD_PAY_RST: 'close', PCD_PAY_MSG: '결제를 종료하였습니다.', PCD_PAY_GOODS: '휴대폰' },
    ])
    expect(log.results[0]).not.toHaveProperty('PCD_PAY_CODE')
  })

  it('without a callback, the script posts the result to PCD_RST_URL', async () => {
    await visit()
    await callPayple(page, {}, false)
    await payInside(frame())
    await page.waitForURL('**/result')
    const post = new URLSearchParams(stage.shop.posts.at(-1)?.body)
    expect(post.get('PCD_PAY_RST')).toBe('success')
    expect(post.get('PCD_PAY_GOODS')).toBe('휴대폰')
  })

  it('prints properties into markup: only the goods survive quotes, and the callback is posted as text', async () => {
    await visit()
    await callPayple(page, { PCD_PAY_GOODS: `"<b>'&`, PCD_USER_DEFINE1: '{"cart":1}' })
    await frame().getByTestId('pay').waitFor()
    const opened = stage.server.sandbox.events.list().findLast((event) => event.type === 'window.opened')
    expect(opened?.request?.fields).toMatchObject({ PCD_PAY_GOODS: `"<b>'&`, PCD_USER_DEFINE1: '{' })
    expect(opened?.request?.fields['callbackFunction']).toContain('log.results.push(result)')
  })

  it.each([
    [{ PCD_PAY_TOTAL: 'ten' }, '결제금액 형식이 바르지 않습니다.'],
    [{ PCD_PAY_TOTAL: '99' }, '결제금액은 100원 이상 이어야 합니다.'],
    [{ PCD_PAY_TYPE: 'transfer', PCD_PAY_TOTAL: '999' }, '결제금액은 1,000원 이상 이어야 합니다.'],
  ])('%j: alert, no callback, and the empty layer stays', async (fields, message) => {
    await visit()
    await callPayple(page, fields)
    expect(stage.alerts).toEqual([message])
    expect((await readLog(page)).results).toEqual([])
    expect(await page.locator('#layer_cpay iframe#cpay_ifr').count()).toBe(1)
  })

  it('an unknown key shows an error in the frame and calls nobody', async () => {
    await visit()
    await callPayple(page, { clientKey: 'nope' })
    await frame().getByTestId('refused').waitFor()
    expect((await readLog(page)).results).toEqual([])
  })

  it('MainBodyAction takes the layer away without a callback', async () => {
    await visit()
    await callPayple(page)
    await frame().getByTestId('pay').waitFor()
    await page.evaluate('MainBodyAction("close")')
    expect(await page.locator('#layer_cpay').count()).toBe(0)
    expect((await readLog(page)).results).toEqual([])
  })

  it('goods that are no text throw', async () => {
    await visit()
    await callPayple(page, { PCD_PAY_GOODS: 5 })
    expect((await readLog(page)).threw).toContain('replace')
  })
})

describe('anybody may post a result', () => {
  it('and a script that is included twice hears it twice', async () => {
    await visit()
    await page.addScriptTag({ url: `${stage.server.url}/js/v1/payment.js` })
    await callPayple(page)
    await page.evaluate((data) => window.postMessage({ type: 'pay_result', data }, '*'), FORGED)
    await page.waitForFunction(() => (window as unknown as { log: { results: unknown[] } }).log.results.length === 2)
    expect((await readLog(page)).results).toEqual([FORGED, FORGED])
  })
})

describe('direct mode', () => {
  it('leaves the page and posts to the absolute address; the callback is ignored', async () => {
    await visit()
    await callPayple(page, { PCD_RST_URL: `${stage.shop.origin}/return`, PCD_PAY_WORK: 'PAY' })
    await page.waitForURL(`${stage.server.url}/**`)
    await payInside(page)
    await page.waitForURL('**/return')
    const { type, body } = stage.shop.posts.at(-1) ?? { type: '', body: '' }
    expect(type).toBe('application/x-www-form-urlencoded')
    expect(new URLSearchParams(body).get('PCD_PAY_RST')).toBe('success')
  })

  it('posts a close as well', async () => {
    await visit()
    await callPayple(page, { PCD_RST_URL: `${stage.shop.origin}/return` })
    await page.getByTestId('pay').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL('**/return')
    expect(new URLSearchParams(stage.shop.posts.at(-1)?.body).get('PCD_PAY_RST')).toBe('close')
  })
})

describe('on a phone', () => {
  it('opens a tab, which reports and closes', async () => {
    await visit({ buyer: 'phone' })
    const [tab] = await Promise.all([page.waitForEvent('popup'), callPayple(page)])
    await payInside(tab)
    expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'success' }])
    await expect.poll(() => tab.isClosed()).toBe(true)
  })

  it('says so when the tab is blocked, and then nothing', async () => {
    await visit({ buyer: 'phone' })
    await page.evaluate('window.open = () => null')
    await callPayple(page)
    // The browser shows the carriage return of the script as a plain line break.
    expect(stage.alerts).toEqual([' 팝업이 차단되어 결제를 진행할 수 없습니다. \n 폰 설정에서 팝업차단을 풀어주세요. '])
    expect((await readLog(page)).results).toEqual([])
  })
})

async function visitLegacy(before = JQUERY): Promise<void> {
  await visit({ scripts: `${before}<script src="${stage.server.url}/js/cpay.payple.1.0.1.js"></script>` })
}

async function relayAuth(referer: string | undefined): Promise<{ status: number; body: string }> {
  const headers: Record<string, string> = referer === undefined ? {} : { referer }
  const answer = await fetch(`${stage.server.url}/php/auth.php`, {
    method: 'POST',
    body: JSON.stringify(CREDENTIALS),
    headers,
  })
  return { status: answer.status, body: await answer.text() }
}

describe('1.0.1', () => {
  it('needs jQuery, and defines nothing without it', async () => {
    await visitLegacy('')
    expect(stage.errors).toEqual(['$ is not defined'])
    expect(await page.evaluate('typeof PaypleCpayAuthCheck')).toBe('undefined')
  })

  it('posts a form of one field to the auth file, then opens the window with its tokens', async () => {
    await visitLegacy()
    stage.shop.answerAuth = () => relayAuth(stage.shop.origin)
    await callPayple(page, AUTH_FILE)
    expect(stage.shop.posts).toMatchObject([{ path: '/auth', type: expect.stringContaining('multipart/form-data') }])
    expect(stage.shop.posts[0]?.body).toContain('name="payple_dir_path"\r\n\r\n\r\n')
    await payInside(frame())
    const { results, request } = await awaitResult(page)
    expect(results).toMatchObject([{ PCD_PAY_RST: 'success' }])
    expect(request['PCD_AUTH_KEY']).toHaveLength(376)
    expect(request['PCD_CUST_KEY']).not.toBe(CREDENTIALS.custKey)
  })

  it('shows what auth said, and calls nobody', async () => {
    await visitLegacy()
    stage.shop.answerAuth = async () => ({
      status: 200,
      body: JSON.stringify({ result: 'error', result_msg: '[AUTH0004] 확인' }),
    })
    await callPayple(page, AUTH_FILE)
    expect(stage.alerts).toEqual(['[AUTH0004] 확인'])
    expect(await page.locator('#layer_cpay').count()).toBe(1)
  })

  it.each([
    [500, '{}'],
    [200, '<html>'],
  ])('says nothing at all when auth answers %i %s', async (status, body) => {
    await visitLegacy()
    stage.shop.answerAuth = async () => ({ status, body })
    await callPayple(page, AUTH_FILE)
    const { alerts, errors } = stage
    expect({ alerts, errors, ...(await readLog(page)) }).toMatchObject({ alerts: [], errors: [], results: [] })
    expect(await page.locator('#layer_cpay').count()).toBe(1)
  })

  it('refuses in the frame when the Referer was another origin, or missing', async () => {
    for (const referer of ['http://localhost:1', undefined]) {
      await visitLegacy()
      stage.shop.answerAuth = () => relayAuth(referer)
      await callPayple(page, AUTH_FILE)
      await frame().getByTestId('refused').waitFor()
      expect((await readLog(page)).results).toEqual([])
    }
  })

  it('uses tokens that the page brings, without asking', async () => {
    await visitLegacy()
    const { AuthKey, return_url } = JSON.parse((await relayAuth(stage.shop.origin)).body)
    await callPayple(page, { clientKey: undefined, PCD_AUTH_KEY: AuthKey, PCD_PAY_URL: return_url })
    await payInside(frame())
    expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'success' }])
    expect(stage.shop.posts).toEqual([])
  })
})

it('embedded: everything works without a single navigation of the frame', async () => {
  const embedded = await startSandbox({ port: 0, embedded: true })
  await visit({ scripts: `<script src="${embedded.url}/js/v1/payment.js"></script>` })
  await callPayple(page)
  await payInside(frame(), '3115')
  expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'error', PCD_PAY_CODE: '[test]CDAU0007' }])
  await callPayple(page)
  await untilGone(frame(), frame().getByTestId('close').click())
  expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'close' }])
  await embedded.close()
})

describe('the buyer', () => {
  it.each([
    ['card entry', 'light', 1280, {}],
    ['card entry', 'dark', 390, {}],
    ['app card', 'dark', 1280, { PCD_CARD_VER: '02' }],
    ['refusal', 'light', 390, { PCD_PAYER_NO: '1234567890123456789' }],
  ] as const)('has no accessibility violation: %s, %s, %i wide', async (_name, colorScheme, width, fields) => {
    await visit({ colorScheme, width, buyer: width === 390 ? 'english' : 'korean' })
    await callPayple(page, fields)
    await frame().getByTestId('close').waitFor()
    await expectAccessible()
  })

  it('mistakes and the PIN step are accessible too', async () => {
    await visit()
    await callPayple(page, PIN)
    await frame().getByTestId('pay').click()
    await frame().getByTestId('number-error').waitFor()
    expect(await frame().getByTestId('card-number').getAttribute('aria-invalid')).toBe('true')
    await expectAccessible()
    await payInside(frame())
    await frame().getByTestId('pin').waitFor()
    await expectAccessible()
  })

  it('works by keyboard alone', async () => {
    await visit()
    await callPayple(page, PIN)
    const number = frame().getByLabel('카드번호')
    await number.waitFor()
    expect(await number.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true)
    await page.keyboard.type('4242424242424242')
    expect(await number.inputValue()).toBe('4242 4242 4242 4242')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1299')
    expect(await frame().getByLabel('유효기간').inputValue()).toBe('12/99')
    await frame().getByLabel('약관').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await frame().getByTestId('pin').waitFor()
    await page.keyboard.type('123456')
    await page.keyboard.press('Enter')
    expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'success', PCD_SIMPLE_FLAG: 'Y' }])
  })

  it('Escape closes', async () => {
    await visit()
    await callPayple(page)
    await untilGone(frame(), frame().getByTestId('card-number').press('Escape'))
    expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'close' }])
  })

  it('switches the language in place, keeping what was typed and what is wrong', async () => {
    await visit()
    await callPayple(page)
    await frame().getByTestId('expiry').fill('1299')
    await frame().getByTestId('pay').click()
    await frame().getByText('카드번호를 바르게 입력하세요.').waitFor()
    await frame().getByTestId('language').click()
    await frame().getByText('Enter a card number of 14 to 16 digits.').waitFor()
    expect(await frame().getByLabel('Expiry').inputValue()).toBe('12/99')
    expect(await frame().getByTestId('pay').textContent()).toContain('Pay ₩1,000')
    expect(await frame().locator('html').getAttribute('lang')).toBe('en')
  })

  it('shows hostile goods as text', async () => {
    await visit()
    const hostile = `<img src=x onerror="top.hacked=1"></script><script>top.hacked=2</script>`
    await callPayple(page, { PCD_PAY_GOODS: hostile })
    expect(await frame().getByTestId('goods').textContent()).toBe(hostile)
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    await payInside(frame())
    await awaitResult(page)
    await page.goto(`${stage.server.url}/_/`)
    await page.getByText('<img src=x').first().waitFor()
    expect(await page.evaluate('window.hacked')).toBeUndefined()
  })

  it('9001 leaves an error and a way to close; 9002 leaves the buyer alone', async () => {
    await visit()
    await callPayple(page)
    await payInside(frame(), '9001')
    await untilGone(frame(), frame().getByTestId('close-message').click())
    expect((await awaitResult(page)).results).toMatchObject([{ PCD_PAY_RST: 'close' }])
    await callPayple(page)
    await payInside(frame(), '9002')
    await frame().getByText('완료되었습니다.').waitFor()
    expect(await frame().getByTestId('close').isVisible()).toBe(false)
  })
})
