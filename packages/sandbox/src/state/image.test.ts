/** A sandbox that is saved and made again goes on as if nothing had happened. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import type { SandboxOptions } from '../settings.ts'
import {
  cancel,
  confirm,
  lookUp,
  openWindow,
  act,
  CARD,
  pay,
  registerCard,
  repay,
  testSandbox,
} from '../testing/drive.ts'
import { gpay, OVERSEAS_ORDER, payOverseas } from '../testing/drive-overseas.ts'
import { HOOK, shop } from '../testing/shop.ts'

const again = (sandbox: Sandbox, options: SandboxOptions = {}): Sandbox =>
  testSandbox({ ...options, state: sandbox.save() }).sandbox

const shown = ({ control }: Sandbox) => ({
  payments: control.payments(),
  overseas: control.overseasPayments(),
  keys: control.billingKeys(),
  links: control.links(),
  webhooks: control.webhooks(),
  scenarios: control.scenarios(),
  time: control.time(),
})

describe('saved and made again', () => {
  it('a payment that was authenticated is confirmed, found, refunded; its key is charged', async () => {
    let { sandbox } = testSandbox()
    const result = await pay(sandbox)
    sandbox = again(sandbox)
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_RST: 'success' })
    sandbox = again(sandbox)
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_CODE: '[test]CPCA0201' })
    expect(await lookUp(sandbox)).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await cancel(sandbox)).toMatchObject({ PCD_PAY_RST: 'success' })
    sandbox = again(sandbox)
    const key = result['PCD_PAYER_ID'] ?? ''
    expect(await repay(sandbox, 'RPCD', key)).toMatchObject({ PCD_PAY_RST: 'success' })
    sandbox = again(sandbox)
    expect(await repay(sandbox, 'RPCD', key, { PCD_PAY_OID: 'other' })).toMatchObject({
      PCD_PAY_CODE: '[test]INSERT ERROR',
    })
  })

  it('a window that was open takes the card', async () => {
    const { sandbox } = testSandbox()
    const { id } = await openWindow(sandbox)
    expect((await act(again(sandbox), id, 'card', CARD)).result).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('overseas payments are found, cancelled and their keys charged', async () => {
    let { sandbox } = testSandbox()
    await payOverseas(sandbox)
    sandbox = again(sandbox)
    const [payment] = sandbox.control.overseasPayments()
    expect(
      await gpay(sandbox, '/gpay/paymentResult', { service_id: 'demo', pay_id: payment?.apiId ?? '' }),
    ).toMatchObject({
      result: 'A0000',
    })
    const charge = { ...OVERSEAS_ORDER, service_oid: 'second', billing_key: payment?.billingKey ?? '' }
    expect(await gpay(sandbox, '/gpay/billingKey', charge)).toMatchObject({ result: 'A0000' })
  })

  it('faults, scenarios, the clock and held messages are still there', async () => {
    const options: SandboxOptions = { scenarios: [{ scenario: 'charged-no-answer', times: 2 }] }
    const first = shop(options)
    first.sandbox.control.holdWebhooks()
    first.sandbox.control.moveClock(5000)
    first.sandbox.control.fault({ operation: 'lookup', effect: { type: 'empty' } })
    await expect(confirm(first.sandbox, await pay(first.sandbox))).rejects.toThrow(TypeError)
    const second = shop({ ...options, state: first.sandbox.save() })
    expect(shown(second.sandbox)).toEqual(shown(first.sandbox))
    await expect(lookUp(second.sandbox)).rejects.toThrow(SyntaxError)
    await second.sandbox.control.releaseWebhooks()
    expect(second.posts).toHaveLength(1)
  })

  it('a webhook that waited for its next try is tried again, at the address of today', async () => {
    const first = shop()
    first.answers.push(500)
    await confirm(first.sandbox, await pay(first.sandbox))
    await first.sandbox.control.webhooksSettled()
    const second = shop({ state: first.sandbox.save() })
    await second.tick()
    expect(second.posts).toMatchObject([{ url: HOOK }])
    expect(second.sandbox.control.webhooks()).toMatchObject([
      { status: 'delivered', attempts: [{ status: 500 }, { status: 200 }] },
    ])
  })

  it('the keys of partners are not written down', async () => {
    const { sandbox } = testSandbox()
    await confirm(sandbox, await pay(sandbox))
    await payOverseas(sandbox)
    expect(sandbox.save()).not.toMatch(/abcd1234567890|a41ce010ede9/)
  })

  it.each([
    ['', 'no saved sandbox'],
    ['{}', 'no saved sandbox'],
    ['{"format":"payple-sandbox","version":2,"state":[]}', 'by version 2 of the format'],
  ])('anything else is refused: %s', (state, message) => {
    expect(() => testSandbox({ state })).toThrow(message)
  })

  it('a partner that is not known any more is named', async () => {
    const { sandbox } = testSandbox()
    await pay(sandbox)
    expect(() => again(sandbox, { merchants: [] })).toThrow('the partner "test", which is not known here')
  })

  it('whatever happened, the copy shows the same, and so does the copy of the copy', async () => {
    const steps = fc.array(
      fc.record({
        do: fc.constantFrom('pay', 'cert', 'register', 'repay', 'cancel', 'overseas', 'console', 'clock', 'scenario'),
        n: fc.nat(3),
      }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (happenings) => {
        const { sandbox } = testSandbox({ seed: 7 })
        let payerId = ''
        for (const [index, { do: what, n }] of happenings.entries()) {
          const oid = { PCD_PAY_OID: `o-${n}` }
          if (what === 'pay') await pay(sandbox, { PCD_PAY_WORK: 'PAY', ...oid })
          if (what === 'cert') await confirm(sandbox, (await pay(sandbox, oid)) ?? {})
          if (what === 'register') payerId = await registerCard(sandbox, {}, { PCD_PAY_OID: `r-${index}` })
          if (what === 'repay') await repay(sandbox, 'SPCD', payerId, oid)
          if (what === 'cancel') await cancel(sandbox, oid)
          if (what === 'overseas') await payOverseas(sandbox, { service_oid: `x-${n}` })
          if (what === 'console')
            sandbox.control
              .payments()
              .filter(({ status }) => status === 'paid')
              .slice(0, 1)
              .map(({ oid: paid }) => sandbox.control.cancelFromConsole(paid))
          if (what === 'clock') sandbox.control.moveClock(n * 1000)
          if (what === 'scenario') sandbox.control.scenario({ scenario: 'slow', times: n + 1 })
        }
        const copy = again(sandbox)
        expect(shown(copy)).toEqual(shown(sandbox))
        expect(again(copy).save()).toBe(copy.save())
      }),
      { numRuns: 60 },
    )
  })

  it('the same seed goes on with the same ids', async () => {
    const whole = testSandbox({ seed: 3, ids: undefined }).sandbox
    const first = await pay(whole)
    const half = testSandbox({ seed: 3, ids: undefined }).sandbox
    expect(await pay(half)).toEqual(first)
    const other = testSandbox({ seed: 3, ids: undefined, state: half.save() }).sandbox
    expect(await pay(other, { PCD_PAY_OID: 'next' })).toEqual(await pay(whole, { PCD_PAY_OID: 'next' }))
  })
})
