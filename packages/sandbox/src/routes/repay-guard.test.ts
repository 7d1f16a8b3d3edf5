/** The once-a-month guard of docs/protocol/domestic.md section 6.1. */
import { describe, expect, it } from 'vitest'
import { confirm, pay, registerCard, repay, testSandbox } from '../testing/drive.ts'

async function ready(card: Record<string, string> = {}) {
  const world = testSandbox()
  return { ...world, key: await registerCard(world.sandbox, card) }
}

describe('under the monthly guard', () => {
  it('a key is charged once for a month, and the answer repeats the month', async () => {
    const { sandbox, key } = await ready()
    expect(await repay(sandbox, 'RPCD', key)).toMatchObject({
      PCD_PAY_RST: 'success',
      PCD_REGULER_FLAG: 'Y',
      PCD_PAY_YEAR: '2026',
      PCD_PAY_MONTH: '11',
    })
    expect(await repay(sandbox, 'RPCD', key, { PCD_PAY_OID: 'second' })).toEqual({
      PCD_PAY_RST: 'error',
      PCD_PAY_CODE: '[test]INSERT ERROR',
      PCD_PAY_MSG: '[test] INSERT ERROR',
    })
    expect(await repay(sandbox, 'RPCD', key, { PCD_PAY_OID: 'next', PCD_PAY_MONTH: '12' })).toMatchObject({
      PCD_PAY_RST: 'success',
    })
  })

  it('another card, or a charge without the guard, goes through', async () => {
    const { sandbox, key } = await ready()
    const other = await registerCard(sandbox, { number: '5500000000000004' }, { PCD_PAY_OID: 'other' })
    await repay(sandbox, 'RPCD', key)
    expect(await repay(sandbox, 'RPCD', other, { PCD_PAY_OID: 'b' })).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await repay(sandbox, 'SPCD', key, { PCD_PAY_OID: 'c' })).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('also while the first charge is still waiting for a slow card', async () => {
    const releases: (() => void)[] = []
    const { sandbox } = testSandbox({ schedule: () => new Promise((resolve) => void releases.push(resolve)) })
    const window = pay(sandbox, { PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: 'a' }, { number: '4000000000009003' })
    await expect.poll(() => releases.length).toBe(1)
    releases[0]?.()
    const { PCD_PAYER_ID: key = '' } = await window
    const first = repay(sandbox, 'RPCD', key)
    await expect.poll(() => releases.length).toBe(2)
    expect(await repay(sandbox, 'RPCD', key, { PCD_PAY_OID: 'b' })).toMatchObject({
      PCD_PAY_CODE: '[test]INSERT ERROR',
    })
    releases[1]?.()
    expect(await first).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('also when two windows were authenticated before the first was confirmed', async () => {
    const { sandbox } = testSandbox()
    const guard = { PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2026', PCD_PAY_MONTH: '11' }
    const one = await pay(sandbox, { ...guard, PCD_PAY_OID: 'one' })
    const two = await pay(sandbox, { ...guard, PCD_PAY_OID: 'two' })
    expect(await confirm(sandbox, one)).toMatchObject({ PCD_PAY_RST: 'success' })
    expect(await confirm(sandbox, two)).toMatchObject({ PCD_PAY_CODE: '[test]INSERT ERROR' })
    expect(sandbox.control.payment('two')).toMatchObject({ chargeCount: 0 })
  })

  it('but not after Payple took the charge back: it asks to try again', async () => {
    const { sandbox, key } = await ready()
    sandbox.control.fault({ operation: 'repay', effect: { type: 'cancelled-code', code: 'RPCD1003' } })
    await repay(sandbox, 'RPCD', key)
    expect(await repay(sandbox, 'RPCD', key, { PCD_PAY_OID: 'again' })).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('also when the first charge was made in a window', async () => {
    const { sandbox } = testSandbox()
    const guard = { PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: '2026', PCD_PAY_MONTH: '11' }
    const { PCD_PAYER_ID = '' } = await pay(sandbox, { PCD_PAY_WORK: 'PAY', ...guard })
    expect(await repay(sandbox, 'RPCD', PCD_PAYER_ID)).toMatchObject({ PCD_PAY_CODE: '[test]INSERT ERROR' })
  })
})

it.each([
  [{ PCD_PAY_YEAR: '26' }, 'RPCD0004'],
  [{ PCD_PAY_YEAR: '' }, 'RPCD0004'],
  [{ PCD_PAY_MONTH: '3' }, 'RPCD0005'],
  [{ PCD_PAY_MONTH: '13' }, 'RPCD0005'],
])('the guard needs a year of four and a month of two digits: %j', async (change, code) => {
  const { sandbox, key } = await ready()
  expect(await repay(sandbox, 'RPCD', key, change)).toMatchObject({ PCD_PAY_CODE: `[test]${code}` })
})
