/** Bad days on purpose: each scenario as the merchant's server, the page and the webhook address see it. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../sandbox.ts'
import { cancel, confirm, lookUp, openWindow, ORIGIN, pay, registerCard, repay, testSandbox } from '../testing/drive.ts'
import { gpay, OVERSEAS_ORDER, openOverseas, payOverseas } from '../testing/drive-overseas.ts'
import { shop } from '../testing/shop.ts'
import { SCENARIOS, type ScenarioId } from './catalogue.ts'
import { parseRuleText } from './rule.ts'

const OID = 'test0553941001540967923'
const on = (...scenarios: ScenarioId[]) => testSandbox({ scenarios })

describe('the catalogue', () => {
  it.each(Object.entries(SCENARIOS))('%s is explained in both languages, with a section that exists', (_id, entry) => {
    const [file = '', section = ''] = entry.section.split(' ')
    const page = readFileSync(new URL(`../../../../docs/protocol/${file}`, import.meta.url), 'utf8')
    expect(page).toMatch(new RegExp(`^#{2,3} ${section.replaceAll('.', '\\.')}\\.? `, 'm'))
    for (const text of [entry.title, entry.explanation]) {
      expect(text.ko).toMatch(/[가-힣]/)
      expect(text.en).toMatch(/^[\x20-\x7e’…]+$/)
    }
  })

  it('README lists them all', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    for (const [id, { title, explanation }] of Object.entries(SCENARIOS))
      expect(readme).toContain(`| \`${id}\` | ${title.en}. ${explanation.en} |`)
  })

  it.each([
    ['charged-no-anwser', 'Did you mean "charged-no-answer"?'],
    [{ scenario: 'slow', time: 3 }, '"time" is wrong'],
    [{ scenario: 'slow', times: 0 }, '"times" is wrong: 1 or more'],
    [{ scenario: 'slow', chance: 1.5 }, '"chance" is wrong: at most 1'],
    [{ scenario: 'slow', orders: '' }, '"orders" is wrong: not empty'],
    [{ scenario: '__proto__' }, 'There is no scenario'],
    [null, 'is wrong'],
  ])('a wrong rule says what is wrong with it: %j', (rule, message) => {
    const { sandbox } = testSandbox()
    expect(() => sandbox.control.scenario(rule as never)).toThrow(TypeError)
    expect(() => sandbox.control.scenario(rule as never)).toThrow(message)
    expect(sandbox.control.scenarios()).toEqual([])
  })

  it('the command line says it in one word', () => {
    expect(parseRuleText('slow')).toEqual({ scenario: 'slow' })
    expect(parseRuleText('charged-no-answer, orders=LOST-, times=2,chance=0.5')).toEqual({
      scenario: 'charged-no-answer',
      orders: 'LOST-',
      times: 2,
      chance: 0.5,
    })
    expect(() => parseRuleText('slow,times=often')).toThrow('"times" is wrong')
  })
})

describe('limits', () => {
  it('a scenario can be limited to order numbers with a prefix', async () => {
    const { sandbox } = testSandbox({ scenarios: [{ scenario: 'decline-limit', orders: 'BAD-' }] })
    expect(await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'BAD-1' })).toMatchObject({ PCD_PAY_RST: 'error' })
    expect(await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: 'GOOD-1' })).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('to the next calls', async () => {
    const { sandbox } = testSandbox()
    const { id } = sandbox.control.scenario({ scenario: 'charged-no-answer', times: 1 })
    const first = await pay(sandbox)
    await expect(confirm(sandbox, first)).rejects.toThrow(TypeError)
    const second = await pay(sandbox, { PCD_PAY_OID: 'second' })
    expect(await confirm(sandbox, second)).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(sandbox.control.scenarios()).toMatchObject([{ id, struck: 1, over: false }])
  })

  it('and is switched off by id or by name', async () => {
    const { sandbox } = on('unreachable', 'slow')
    sandbox.control.stopScenario('sc-1')
    expect(sandbox.control.scenarios().map(({ scenario }) => scenario)).toEqual(['slow'])
    sandbox.control.stopScenario('slow')
    expect(sandbox.control.scenarios()).toEqual([])
    expect(() => sandbox.control.stopScenario('slow')).toThrow(RangeError)
  })

  it('by chance: always, never, or now and then, and the same ones again with the same seed', async () => {
    const whole = fc.integer({ min: 1, max: 2 ** 31 })
    await fc.assert(
      fc.asyncProperty(whole, fc.double({ min: 0.01, max: 0.99, noNaN: true }), async (seed, chance) => {
        const runs = [1, 2].map(async () => {
          const sandbox = createSandbox({ seed, origin: ORIGIN, scenarios: [{ scenario: 'decline-limit', chance }] })
          const codes: string[] = []
          for (let n = 0; n < 40; n++) {
            const result = await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: `chance-${n}` })
            codes.push(`${result['PCD_PAY_RST']} ${result['PCD_AUTH_KEY']}`)
          }
          const struck = codes.filter((code) => code.startsWith('error')).length
          expect(sandbox.control.scenarios()).toMatchObject([{ struck }])
          // Six standard deviations.
          expect(Math.abs(struck - 40 * chance)).toBeLessThan(6 * Math.sqrt(40 * chance * (1 - chance)) + 1)
          return codes
        })
        const [one, two] = await Promise.all(runs)
        expect(one).toEqual(two)
      }),
      { numRuns: 15 },
    )
  })
})

describe('scenarios compose', () => {
  it('a slow answer that also gets lost', async () => {
    const { sandbox, waits } = on('charged-no-answer', 'slow')
    const result = await pay(sandbox)
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    expect(waits).toEqual([5000])
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'paid' })
  })

  it('with faults that a test asked for', async () => {
    const { sandbox, waits } = on('slow')
    sandbox.control.fault({ operation: 'confirm', effect: { type: 'code', code: 'CPCA0022' } })
    expect(await confirm(sandbox, await pay(sandbox))).toMatchObject({ PCD_PAY_CODE: 'CPCA0022' })
    expect(waits).toEqual([5000])
  })
})

describe('buyers', () => {
  it.each([
    ['decline-limit', 'PAY', '3112'],
    ['decline-balance', 'PAY', '3133'],
    ['decline-lost', 'PAY', '3122'],
  ] as const)('%s: the window says no, and the card stays good for another day', async (scenario, work, code) => {
    const { sandbox } = on(scenario)
    expect(await pay(sandbox, { PCD_PAY_WORK: work })).toMatchObject({ PCD_PAY_RST: 'error' })
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'declined', declineCode: code, chargeCount: 0 })
    sandbox.control.clearScenarios()
    expect(await pay(sandbox, { PCD_PAY_WORK: work, PCD_PAY_OID: 'again' })).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it.each(['decline-password', 'decline-expired'] as const)(
    '%s strikes while the card is checked',
    async (scenario) => {
      const { sandbox } = on(scenario)
      expect(await pay(sandbox)).toMatchObject({ PCD_PAY_RST: 'error', PCD_PAY_CODE: '[test]CDAU0007' })
    },
  )

  it('a decline strikes the confirm of a CERT, the charge of a key, and overseas cards', async () => {
    const { sandbox } = testSandbox()
    const payerId = await registerCard(sandbox)
    await payOverseas(sandbox)
    const billing_key = sandbox.control.overseasPayments()[0]?.billingKey ?? ''
    sandbox.control.scenario('decline-balance')
    const result = await pay(sandbox)
    expect(result).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_RST: 'error' })
    expect(await repay(sandbox, 'SPCD', payerId)).toMatchObject({ PCD_PAY_RST: 'error' })
    const order = { ...OVERSEAS_ORDER, service_oid: 'again' }
    expect(await payOverseas(sandbox, order)).toMatchObject({ kind: 'declined' })
    expect(await gpay(sandbox, '/gpay/billingKey', { ...order, billing_key })).toMatchObject({ result: 'SIM_DECLINED' })
    expect(sandbox.control.overseasPayments()).toHaveLength(1)
  })

  it.each(['close', 'abandon'] as const)('%s is told to both windows', async (scenario) => {
    const { sandbox } = on(scenario)
    expect((await openWindow(sandbox)).page).toContain(`"buyer":"${scenario}"`)
    expect((await openOverseas(sandbox)).page).toContain(`"buyer":"${scenario}"`)
  })

  it('amount-tampered: the window opens with another amount than the shop asked for', async () => {
    const { sandbox } = on('amount-tampered')
    expect(await pay(sandbox, { PCD_PAY_WORK: 'PAY' })).toMatchObject({ PCD_PAY_TOTAL: '100' })
    expect(sandbox.control.payment(OID)).toMatchObject({ total: 100 })
    expect(await payOverseas(sandbox)).toMatchObject({ fields: { totalAmount: '0.10' } })
    expect(sandbox.control.overseasPayments()).toMatchObject([{ amount: 10 }])
  })

  it('result-tampered: only what the page hears is changed', async () => {
    const { sandbox } = on('result-tampered')
    expect(await pay(sandbox, { PCD_PAY_WORK: 'PAY' })).toMatchObject({ PCD_PAY_TOTAL: '1' })
    expect(sandbox.control.payment(OID)).toMatchObject({ total: 1000 })
    expect(await payOverseas(sandbox)).toMatchObject({ fields: { totalAmount: '0.01' } })
    expect(sandbox.control.overseasPayments()).toMatchObject([{ amount: 1990 }])
  })

  it('token-expired: the confirm is too late, and the overseas window cannot go on', async () => {
    const { sandbox } = on('token-expired')
    expect(await confirm(sandbox, await pay(sandbox))).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0001' })
    expect(await payOverseas(sandbox)).toMatchObject({ kind: 'stuck' })
    expect(sandbox.control.overseasPayments()).toEqual([])
  })
})

describe('the gateway', () => {
  it('charged-unknown: money moved, and the answer is that nobody knows', async () => {
    const { sandbox } = on('charged-unknown')
    expect(await confirm(sandbox, await pay(sandbox))).toMatchObject({ PCD_PAY_CODE: 'SPCD1001' })
    expect(sandbox.control.payment(OID)).toMatchObject({ chargeCount: 1 })
  })

  it('refund-answer-lost: the money is back', async () => {
    const { sandbox } = on('refund-answer-lost')
    await confirm(sandbox, await pay(sandbox))
    await expect(cancel(sandbox)).rejects.toThrow(TypeError)
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'refunded' })
  })

  it('unreachable and broken: nothing is processed', async () => {
    const { sandbox } = testSandbox()
    const result = await pay(sandbox)
    sandbox.control.scenario({ scenario: 'unreachable', times: 1 })
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    sandbox.control.clearScenarios()
    sandbox.control.scenario('broken')
    await expect(confirm(sandbox, result)).rejects.toThrow(SyntaxError)
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'authenticated' })
  })

  it('monthly-duplicate: the guard refuses, and a payment without the guard is not concerned', async () => {
    const { sandbox } = testSandbox()
    const payerId = await registerCard(sandbox)
    sandbox.control.scenario('monthly-duplicate')
    expect(await repay(sandbox, 'RPCD', payerId)).toMatchObject({ PCD_PAY_RST: 'error' })
    expect(await repay(sandbox, 'SPCD', payerId, { PCD_PAY_OID: 'free' })).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('console-cancel: paid, and cancelled by hand right after', async () => {
    const { sandbox, messages } = shop({ scenarios: ['console-cancel'] })
    expect(await confirm(sandbox, await pay(sandbox))).toMatchObject({ PCD_PAY_RST: 'success' })
    await sandbox.control.webhooksSettled()
    expect(sandbox.control.payment(OID)).toMatchObject({ status: 'refunded' })
    expect(messages().map((message) => message['PCD_PAYCANCEL_FLAG'] ?? '')).toEqual(['', 'Y'])
    await payOverseas(sandbox)
    await sandbox.control.webhooksSettled()
    expect(sandbox.control.overseasPayments()).toMatchObject([{ amount: 1990, cancelled: 1990 }])
  })

  it('card-removed: the next charge is refused', async () => {
    const { sandbox } = on('card-removed')
    const payerId = await registerCard(sandbox)
    expect(await repay(sandbox, 'SPCD', payerId)).toMatchObject({ PCD_PAY_RST: 'success' })
    await Promise.resolve()
    const again = await repay(sandbox, 'SPCD', payerId, { PCD_PAY_OID: 'next' })
    expect(again).toMatchObject({ PCD_PAY_CODE: expect.stringContaining('SPCD0012') })
  })

  it('next-day: a lookup of the new day does not find the payment of yesterday by its date', async () => {
    const { sandbox, clock } = on('next-day')
    await confirm(sandbox, await pay(sandbox))
    await Promise.resolve()
    expect(sandbox.control.time()).toBe(clock.now + 86_400_000)
    expect(await lookUp(sandbox, { PCD_PAY_DATE: '20261122' })).toMatchObject({ PCD_PAY_RST: 'error' })
    expect(await lookUp(sandbox, { PCD_PAY_DATE: '20261121' })).toMatchObject({ PCD_PAY_RST: 'success' })
  })
})

describe('webhooks', () => {
  const buy = async (scenario: ScenarioId) => {
    const world = shop({ scenarios: [scenario] })
    await confirm(world.sandbox, await pay(world.sandbox))
    await world.sandbox.control.webhooksSettled()
    return world
  }

  it('duplicate, late, held and lost', async () => {
    expect((await buy('webhook-duplicate')).posts).toHaveLength(3)
    const late = await buy('webhook-late')
    expect(late.posts).toHaveLength(0)
    expect(late.timers).toMatchObject([{ ms: 60_000 }])
    await late.tick()
    expect(late.posts).toHaveLength(1)
    const held = await buy('webhook-held')
    expect(held.posts).toHaveLength(0)
    await held.sandbox.control.releaseWebhooks()
    expect(held.posts).toHaveLength(1)
    const lost = await buy('webhook-lost')
    for (let retry = 0; retry < 4; retry++) await lost.tick()
    expect(lost.posts).toHaveLength(0)
    expect(lost.sandbox.control.webhooks()).toMatchObject([{ status: 'failed' }])
  })

  it('reordered: the cancel overtakes its payment', async () => {
    const { sandbox, messages, tick } = await buy('webhook-reordered')
    await cancel(sandbox)
    await sandbox.control.webhooksSettled()
    await tick()
    expect(messages().map((message) => message['PCD_PAYCANCEL_FLAG'] ?? '')).toEqual(['Y', ''])
  })

  it('forged: it comes while nothing is paid', async () => {
    const { sandbox, messages } = shop({ scenarios: ['webhook-forged'] })
    await openWindow(sandbox)
    await sandbox.control.webhooksSettled()
    expect(messages()).toMatchObject([{ PCD_PAY_OID: OID, PCD_PAY_RST: 'success', PCD_PAY_TOTAL: '1000' }])
    expect(sandbox.control.payments()).toEqual([])
  })

  it('forged overseas, and nothing goes wrong where nobody listens', async () => {
    const url = 'https://shop.example/gpay'
    const account = { serviceId: 'demo', serviceKey: 'abcd1234567890', webhookUrl: url }
    const { sandbox, messages } = shop({ scenarios: ['webhook-forged'], overseas: { accounts: [account] } })
    await openOverseas(sandbox)
    await sandbox.control.webhooksSettled()
    expect(messages()).toMatchObject([{ type: 'PAYMENT', result: 'A0000', info: { totalAmount: '19.90' } }])
    await openWindow(testSandbox({ scenarios: ['webhook-forged'] }).sandbox)
  })
})

describe('the clock', () => {
  it('moves, and back again at a reset', () => {
    const { sandbox, clock } = testSandbox()
    sandbox.control.moveClock(3_600_000)
    sandbox.control.moveClock(-600_000)
    expect(sandbox.control.time()).toBe(clock.now + 3_000_000)
    sandbox.control.reset()
    expect(sandbox.control.time()).toBe(clock.now)
    expect(() => sandbox.control.moveClock(0.5)).toThrow(TypeError)
  })
})
