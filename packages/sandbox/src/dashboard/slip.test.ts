import { describe, expect, it } from 'vitest'
import { createSandbox } from '../sandbox.ts'
import type { SandboxOptions } from '../settings.ts'
import { cancel, ORIGIN, pay, testSandbox } from '../testing/drive.ts'

async function slipOf(options: SandboxOptions = {}) {
  const { sandbox } = testSandbox(options)
  const { PCD_PAY_CARDRECEIPT: url = '' } = await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
  const read = async (change: string) => (await sandbox.fetch(new Request(url + change))).text()
  return { sandbox, url, read }
}

describe('the card slip', () => {
  it('is a page of the sandbox that says so, in both languages', async () => {
    const { url, read } = await slipOf()
    expect(url).toMatch(/^https:\/\/payple\.test\/_\/slip\?dataType=receipt&cpid=\d+&data=\d{24}$/)
    const korean = await read('')
    for (const text of ['샌드박스 · 페이플 아님', '카드 매출전표', 'BC카드', '4242********4242', '1,000원', '휴대폰']) {
      expect(korean).toContain(text)
    }
    const english = await read('&lang=en')
    for (const text of ['Sandbox · not Payple', 'Card slip', 'BC Card', '₩909', '₩91', '₩1,000', 'Approved']) {
      expect(english).toContain(text)
    }
  })

  it('knows of refunds', async () => {
    const { sandbox, read } = await slipOf()
    await cancel(sandbox)
    expect(await read('&lang=en')).toContain('−₩1,000')
  })

  it('says when there is none', async () => {
    const { sandbox } = testSandbox()
    for (const query of ['', '?data=', '?data=%3Cb%3E']) {
      const page = await (await sandbox.fetch(new Request(`${ORIGIN}/_/slip${query}`))).text()
      expect(page).toContain('전표를 찾을 수 없습니다')
      expect(page).not.toContain('<b>')
    }
  })

  it('keeps the documented address where the sandbox is not https, and takes another base', async () => {
    const documented = { origin: 'http://127.0.0.1:4100' }
    expect((await slipOf(documented)).url).toMatch(/^https:\/\/www\.danalpay\.com\/receipt\/creditcard\/view\.aspx\?/)
    const receiptBase = 'https://slips.example/a'
    expect((await slipOf({ receiptBase })).url).toMatch(/^https:\/\/slips\.example\/a\?dataType=receipt&/)
  })

  it.each(['', 'slips.example', 'https://slips.example/?a=1', 'ftp://slips.example/'])('refuses %j', (receiptBase) => {
    expect(() => createSandbox({ receiptBase })).toThrow('"receiptBase"')
  })
})
