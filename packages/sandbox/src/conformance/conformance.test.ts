/** The suite must find every mistake, and only where there is one. */
import { expect, describe, it } from 'vitest'
import { testSandbox } from '../testing/drive.ts'
import { type OverseasBug, overseasMerchant } from '../testing/overseas-merchant.ts'
import { type Bug, merchant } from '../testing/merchant.ts'
import { CHECKS, conformance, formatReport } from './index.ts'
import type { MerchantShop } from './shop.ts'

const run = async (bug?: Bug, change: Partial<MerchantShop> = {}) => {
  const { sandbox } = testSandbox()
  return conformance({ sandbox, shop: { ...merchant(sandbox, bug), ...change } })
}
const failures = async (bug?: Bug): Promise<readonly string[]> =>
  (await run(bug)).results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)

it('a careful server passes everything', async () => {
  const report = await run()
  expect(report.results.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  expect(report).toMatchObject({ ok: true, passed: CHECKS.domestic.length, failed: 0, notChecked: 0 })
})

describe('each mistake is found, and nothing else', () => {
  it.each<[Bug, readonly string[]]>([
    ['compares-result-only', ['result-tampered', 'other-order-renamed']],
    ['no-comparison', ['amount-tampered', 'result-tampered', 'other-order-renamed']],
    ['ignores-order-number', ['result-tampered', 'other-order', 'other-order-renamed']],
    ['confirms-again', ['delivered-twice']],
    ['no-claim', ['delivered-at-once']],
    ['lost-is-failed', ['confirm-answer-lost']],
    ['unknown-is-failed', ['confirm-outcome-unknown']],
    ['close-wins', ['closed-after-paid']],
    ['believes-webhook', ['webhook-forged']],
    ['webhook-error', ['webhook-repeated']],
    ['webhook-blocks', ['webhook-before-result']],
    ['leaks-key', ['secrets']],
    ['prints-result', ['hostile-text']],
    ['refund-unlimited', ['refund-too-much']],
    ['refund-again', ['refund-answer-lost']],
    ['error-is-paid', ['declined']],
  ])('%s', async (bug, expected) => {
    expect(await failures(bug)).toEqual(expected)
  })

  it('believes-result, the mistake of most samples, breaks nearly everything', async () => {
    expect(await failures('believes-result')).toEqual(expect.arrayContaining(['forged-success', 'honest-payment']))
  })
})

describe('overseas', () => {
  const failed = async (bug?: OverseasBug): Promise<readonly string[]> => {
    const { sandbox } = testSandbox()
    const report = await conformance({ sandbox, product: 'overseas', shop: overseasMerchant(sandbox, bug) })
    expect(report.results).toHaveLength(CHECKS.overseas.length)
    return report.results.flatMap(({ outcome, id }) => (outcome === 'passed' ? [] : [id.replace('overseas-', '')]))
  }

  it('a careful server passes everything', async () => {
    expect(await failed()).toEqual([])
  })

  it.each<[OverseasBug, readonly string[]]>([
    ['believes-result', ['amount-tampered', 'forged-success', 'other-order']],
    ['no-comparison', ['amount-tampered']],
    ['keeps-mismatch', ['amount-tampered']],
    ['ignores-order-number', ['other-order']],
    ['cancels-duplicates', ['delivered-at-once']],
    ['close-wins', ['closed-after-paid']],
    ['believes-webhook', ['webhook-forged']],
    ['obeys-cancel', ['cancel-forged']],
    ['leaks-key', ['secrets']],
    ['prints-result', ['hostile-text']],
    ['open-redirect', ['hostile-text']],
  ])('%s', async (bug, expected) => {
    expect(await failed(bug)).toEqual(expected)
  })
})

describe('the report', () => {
  it('names what could not be checked, and never calls it passed', async () => {
    const report = await run(undefined, { webhook: undefined, refund: undefined } as unknown as Partial<MerchantShop>)
    expect(report).toMatchObject({ ok: true, notChecked: 5 })
    expect(report.results.find(({ id }) => id === 'webhook-forged')).toMatchObject({
      outcome: 'not-checked',
      detail: 'The shop has no webhook.',
    })
  })

  it('a server that breaks has failed', async () => {
    const report = await run(undefined, { deliver: async () => Promise.reject(new Error('no such table: orders')) })
    expect(report.ok).toBe(false)
    expect(report.results[0]).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('no such table: orders'),
    })
  })

  it('reads well in both languages', async () => {
    const report = await run('lost-is-failed')
    const english = formatReport(report)
    expect(english).toContain(`
FAILED       confirm-answer-lost  The answer of the confirm is lost
    The gateway charged 1000 won, its answer was lost, and the order is "failed".
    why: The money is gone and the order looks failed.
    to do: No answer, or a broken one, is a doubt and not a failure. Do not confirm again: look the payment up. (domestic.md 6.5)
`)
    expect(english).toContain(`${CHECKS.domestic.length - 1} passed, 1 failed, 0 not checked\n`)
    const korean = formatReport(report, { locale: 'ko', color: true })
    expect(korean).toContain('\u001B[31m실패')
    expect(korean).toContain('할 일: 응답이 없거나 깨졌으면')
  })

  it('can be limited, and says so when there is no such check', async () => {
    const { sandbox } = testSandbox()
    const shop = merchant(sandbox)
    expect((await conformance({ sandbox, shop, only: ['declined'] })).results.map(({ id }) => id)).toEqual(['declined'])
    await expect(conformance({ sandbox, shop, only: ['declind'] })).rejects.toThrow('"declind"')
  })
})
