/** Payment links, by hand from docs/protocol/domestic.md section 7.3. */
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import { act, ACCOUNT, authenticate, CARD, keysFor, ORIGIN, pay, postJson, testSandbox } from '../testing/drive.ts'
import { shop } from '../testing/shop.ts'

const PATH = '/php/link/api/LinkRegAct.php?ACT_=LINKREG'

async function makeLink(sandbox: Sandbox, change: Record<string, string> = {}, path = PATH) {
  return postJson(sandbox, path, {
    ...(await keysFor(sandbox, { PCD_PAY_WORK: 'LINKREG' })),
    PCD_PAY_WORK: 'LINKREG',
    PCD_PAY_TYPE: 'card',
    PCD_PAY_GOODS: '간편상품',
    PCD_PAY_TOTAL: '1000',
    ...change,
  })
}

async function open(sandbox: Sandbox, url: string) {
  const page = await (await sandbox.fetch(new Request(url))).text()
  return { page, id: /"id":"([0-9a-f]{32})"/.exec(page)?.[1] ?? '' }
}

describe('LINKREG', () => {
  it('answers in its own fields, with the key, the address and what was sent', async () => {
    const { sandbox } = testSandbox()
    const answer = await makeLink(sandbox, {
      PCD_PAY_TYPE: 'transfer+card',
      PCD_CARD_VER: '01+02',
      PCD_PAY_ISTAX: 'Y',
      PCD_PAY_TAXTOTAL: '91',
      PCD_LINK_EXPIREDATE: '2026112210',
      PCD_LINK_MEMO: '홍길동 고객',
    })
    const key = answer['PCD_LINK_KEY'] ?? ''
    expect(answer).toEqual({
      PCD_LINK_RST: 'success',
      PCD_LINK_MSG: '링크생성이 완료되었습니다.',
      PCD_PAY_WORK: 'LINKREG',
      PCD_PAY_TYPE: 'transfer+card',
      PCD_CARD_VER: '01+02',
      PCD_PAY_GOODS: '간편상품',
      PCD_PAY_TOTAL: '1000',
      PCD_PAY_ISTAX: 'Y',
      PCD_PAY_TAXTOTAL: '91',
      PCD_LINK_EXPIREDATE: '2026112210',
      PCD_LINK_MEMO: '홍길동 고객',
      PCD_LINK_KEY: expect.stringMatching(/^[0-9a-f]{32}$/),
      PCD_LINK_URL: `${ORIGIN}/php/link/?SID=${key}`,
    })
    expect(sandbox.control.links()).toMatchObject([
      {
        key,
        cstId: 'test',
        total: 1000,
        means: ['transfer', 'card-01', 'card-02'],
        memo: '홍길동 고객',
        expiresAt: Date.UTC(2026, 10, 22, 2),
      },
    ])
  })

  it.each([
    [{ PCD_PAY_WORK: '' }, 'PCD_PAY_WORK'],
    [{ PCD_PAY_TYPE: 'phone' }, 'PCD_PAY_TYPE'],
    [{ PCD_PAY_TYPE: '' }, 'PCD_PAY_TYPE'],
    [{ PCD_CARD_VER: '03' }, 'PCD_CARD_VER'],
    [{ PCD_PAY_GOODS: '' }, 'PCD_PAY_GOODS'],
    [{ PCD_PAY_TOTAL: '99' }, 'PCD_PAY_TOTAL'],
    [{ PCD_PAY_TOTAL: '' }, 'PCD_PAY_TOTAL'],
    [{ PCD_PAY_TYPE: 'transfer|card', PCD_PAY_TOTAL: '999' }, 'PCD_PAY_TOTAL'],
    [{ PCD_LINK_EXPIREDATE: '20261120' }, 'PCD_LINK_EXPIREDATE'],
    [{ PCD_LINK_EXPIREDATE: 'tomorrow' }, 'PCD_LINK_EXPIREDATE'],
    [{ PCD_LINK_EXPIREDATE: '20261301' }, 'PCD_LINK_EXPIREDATE'],
    [{ PCD_LINK_URL: 'javascript:alert(1)' }, 'PCD_LINK_URL'],
    [{ PCD_AUTH_KEY: 'wrong' }, 'PCD_AUTH_KEY'],
  ])('refuses %j, naming the field', async (change, named) => {
    const { sandbox } = testSandbox()
    const answer = await makeLink(sandbox, change)
    expect(answer).toEqual({ PCD_LINK_RST: 'error', PCD_LINK_MSG: expect.stringContaining(named) })
    expect(sandbox.control.links()).toEqual([])
  })

  it('the keys of another purpose, and the usual address when there is a path prefix', async () => {
    const { sandbox } = testSandbox()
    expect(await makeLink(sandbox, await keysFor(sandbox, {}))).toMatchObject({ PCD_LINK_RST: 'error' })
    const moved = testSandbox({ pathPrefix: '/v2' }).sandbox
    const { PCD_PAY_URL = '' } = await authenticate(moved, { PCD_PAY_WORK: 'LINKREG' })
    expect(await makeLink(moved)).toHaveProperty('nearest')
    const { PCD_LINK_URL = '' } = await makeLink(moved, {}, PCD_PAY_URL)
    expect(PCD_LINK_URL).toContain(`${ORIGIN}/v2/php/link/?SID=`)
    expect((await open(moved, PCD_LINK_URL)).id).not.toBe('')
  })

  it('faults and events', async () => {
    const { sandbox } = testSandbox()
    sandbox.control.fault({ operation: 'link', effect: { type: 'code', code: 'X', message: 'Y' } })
    expect(await makeLink(sandbox)).toEqual({ PCD_LINK_RST: 'error', PCD_LINK_MSG: '[X] Y' })
    await makeLink(sandbox)
    await makeLink(sandbox, { PCD_PAY_GOODS: '' })
    const types = sandbox.events.list().map(({ type }) => type)
    expect(types.filter((type) => type.startsWith('link'))).toEqual(['link.made', 'link.refused'])
  })
})

describe('the page of a link', () => {
  async function linked(change: Record<string, string> = {}) {
    const world = shop()
    const { PCD_LINK_URL: url = '' } = await makeLink(world.sandbox, change)
    return { ...world, url }
  }

  it('pays, and only the webhook tells the shop', async () => {
    const { sandbox, url, messages } = await linked({ PCD_LINK_URL: 'https://shop.example/thanks' })
    const { id } = await open(sandbox, `${url}&OID=order-7`)
    expect(await act(sandbox, id, 'card', CARD)).toEqual({
      kind: 'done',
      message: { ko: '결제가 완료되었습니다.', en: 'The payment is complete.' },
      next: 'https://shop.example/thanks',
    })
    await sandbox.control.webhooksSettled()
    expect(messages()).toMatchObject([
      { PCD_PAY_RST: 'success', PCD_PAY_OID: 'order-7', PCD_PAY_TOTAL: '1000', PCD_PAY_CARDAUTHNO: expect.any(String) },
    ])
    expect(sandbox.control.payment('order-7')).toMatchObject({ channel: 'link', status: 'paid', work: 'PAY' })
    expect(sandbox.control.links()).toMatchObject([{ orders: ['order-7'] }])
  })

  it('makes an order number of its own, as often as it is opened', async () => {
    const { sandbox, url } = await linked()
    for (const _ of [1, 2]) await act(sandbox, (await open(sandbox, url)).id, 'card', CARD)
    const oids = sandbox.control.payments().map(({ oid }) => oid)
    expect(new Set(oids).size).toBe(2)
    for (const oid of oids) expect(oid).toMatch(/^LINK20261121233000[0-9a-f]{8}$/)
  })

  it('an order number that was used is refused', async () => {
    const { sandbox, url } = await linked()
    await pay(sandbox, { PCD_PAY_OID: 'order-7' })
    const { page, id } = await open(sandbox, `${url}&OID=order-7`)
    expect(page).toContain('CPCA0201')
    expect(await act(sandbox, id, 'acknowledge')).toMatchObject({ kind: 'done', next: '' })
  })

  it('a decline reaches the shop as well', async () => {
    const { sandbox, url, messages } = await linked()
    const { id } = await open(sandbox, url)
    const step = await act(sandbox, id, 'card', { ...CARD, number: '4000000000003112' })
    expect(step).toMatchObject({ kind: 'done', message: { ko: '[test] 한도가 초과하였습니다.' }, next: '' })
    await sandbox.control.webhooksSettled()
    expect(messages()).toMatchObject([{ PCD_PAY_RST: 'error', PCD_PAY_CODE: '[test]CPCA0010' }])
  })

  it('so does a scripted refusal, but not one about an order that is paid already', async () => {
    const { sandbox, url, messages } = await linked()
    sandbox.control.fault({ operation: 'window', effect: { type: 'code', code: 'CPCA0023' } })
    await act(sandbox, (await open(sandbox, `${url}&OID=a`)).id, 'card', CARD)
    await act(sandbox, (await open(sandbox, `${url}&OID=a`)).id, 'card', CARD)
    await act(sandbox, (await open(sandbox, `${url}&OID=a`)).id, 'acknowledge')
    await sandbox.control.webhooksSettled()
    expect(messages().map((message) => message['PCD_PAY_CODE'])).toEqual(['CPCA0023', 'SPCD0000'])
  })

  it('closing tells nobody', async () => {
    const { sandbox, url, posts } = await linked()
    const { id } = await open(sandbox, url)
    expect(await act(sandbox, id, 'close')).toMatchObject({ kind: 'done', message: { ko: '결제를 종료하였습니다.' } })
    await sandbox.control.webhooksSettled()
    expect(posts).toEqual([])
  })

  it.each([
    ['card|transfer', '01', ['card-01', 'transfer']],
    ['card', '01+02', ['card-01', 'card-02']],
  ])('%s %s: the buyer chooses, and the order number stays', async (type, version, means) => {
    const { sandbox, url } = await linked({ PCD_PAY_TYPE: type, PCD_CARD_VER: version })
    const { page, id } = await open(sandbox, `${url}&OID=order-7&lang=en`)
    expect(id).toBe('')
    const links = [...page.matchAll(/href="([^"]*means=[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    expect(links.map((href) => new URLSearchParams(href).get('means'))).toEqual(means)
    const chosen = await open(sandbox, new URL(links.at(-1) ?? '', url).href)
    const step = await act(
      sandbox,
      chosen.id,
      means.includes('transfer') ? 'account' : 'card',
      means.includes('transfer') ? ACCOUNT : CARD,
    )
    const last = step.kind === 'verify' ? await act(sandbox, chosen.id, 'verify', { code: step.code ?? '' }) : step
    expect(last.kind).toBe('done')
    expect(sandbox.control.payments()).toMatchObject([{ oid: 'order-7', channel: 'link', status: 'paid' }])
  })

  it.each([
    ['20261122', Date.UTC(2026, 10, 22, 15)],
    ['2026112200', Date.UTC(2026, 10, 21, 16)],
  ])('%s: it opens until the end of that day or hour in Korea', async (expires, end) => {
    const { sandbox, url, clock } = await linked({ PCD_LINK_EXPIREDATE: expires })
    clock.now = end - 1
    expect((await open(sandbox, url)).id).not.toBe('')
    clock.now = end
    expect((await open(sandbox, `${url}&lang=en`)).page).toContain('This link has expired.')
  })

  it('unknown links and endless order numbers open nothing', async () => {
    const { sandbox, url } = await linked()
    expect((await open(sandbox, `${ORIGIN}/php/link/?SID=nope`)).page).toContain('없는 링크입니다.')
    expect((await open(sandbox, `${url}&OID=${'x'.repeat(256)}`)).page).toContain('OID')
    expect(sandbox.control.payments()).toEqual([])
  })

  it('shows hostile values as text', async () => {
    const { sandbox, url } = await linked({
      PCD_PAY_GOODS: '<img src=x onerror=alert(1)>',
      PCD_PAY_TYPE: 'card|transfer',
    })
    const { page } = await open(sandbox, `${url}&OID=${encodeURIComponent('"><script>alert(2)</script>')}`)
    expect(page).not.toContain('<img')
    expect(page).not.toContain('<script>')
  })
})
