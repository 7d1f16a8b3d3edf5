import { describe, expect, test } from 'vitest'

import { LEDGERS } from '../testing/ledgers.ts'
import { testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'
import type { Settled } from './settled.ts'

async function paid(setup: TestShopOptions): Promise<TestShop & { id: string }> {
  const shop = testShop(setup)
  const { checkoutId, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
  return { ...shop, id: checkoutId }
}

describe.each(LEDGERS)('onSettled with a %s ledger', (_name, open) => {
  test('that fails is called again by the reconciler until it returns', async () => {
    const calls: Settled[] = []
    let working = false
    const onSettled = async (settled: Settled): Promise<void> => {
      calls.push(settled)
      if (!working) throw new Error('warehouse is closed')
    }
    const shop = await paid({ ledger: open(), options: { onSettled } })
    expect(await shop.payple.reconcile()).toEqual({ settled: 0, remaining: 1 })
    expect(await shop.payple.health()).toMatchObject({ undelivered: 1 })
    // Not again before its time.
    expect(calls).toHaveLength(1)
    shop.world.advance(2_000)
    await shop.payple.reconcile()
    working = true
    shop.world.advance(4_000)
    expect(await shop.payple.reconcile()).toEqual({ settled: 0, remaining: 0 })
    await shop.payple.reconcile()
    expect(calls).toHaveLength(3)
    expect(new Set(calls.map((settled) => settled.id))).toEqual(new Set([`${shop.id}.paid`]))
    expect(shop.logs).toContainEqual(expect.objectContaining({ event: 'delivery-failed', error: 'Error' }))
    expect(JSON.stringify(shop.logs)).not.toContain('warehouse')
  })

  test('that fails for an hour is put on the attention list, and leaves it when it works again', async () => {
    let working = false
    const onSettled = (): void => {
      if (!working) throw new Error('warehouse is closed')
    }
    const shop = await paid({ ledger: open(), options: { onSettled } })
    const oneRun = async (): Promise<void> => {
      shop.world.advance(600_000)
      await shop.payple.reconcile()
    }
    for (let run = 0; run < 12; run++) await oneRun()
    expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'undelivered' }])
    working = true
    await oneRun()
    expect(await shop.payple.attention.list()).toEqual([])
  })

  test('that throws at once is no different', async () => {
    const onSettled = (): void => {
      throw new TypeError('x')
    }
    const shop = await paid({ ledger: open(), options: { onSettled } })
    expect((await shop.payple.reconcile()).remaining).toBe(1)
  })

  test('that hangs does not hold the buyer, is not called twice meanwhile, and counts when it returns', async () => {
    let release: () => void = () => undefined
    let started: () => void = () => undefined
    const running = new Promise<void>((resolve) => {
      started = resolve
    })
    let calls = 0
    const onSettled = (): Promise<void> => {
      calls += 1
      started()
      return new Promise((resolve) => {
        release = resolve
      })
    }
    const shop = testShop({ ledger: open(), options: { onSettled } })
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    const answer = shop.result(checkoutId, result)
    await running
    shop.world.expireDeadlines()
    expect(await answer).toMatchObject({ status: 'paid' })
    expect((await shop.payple.reconcile()).remaining).toBe(1)
    expect(calls).toBe(1)
    release()
    await expect.poll(async () => (await shop.payple.health()).undelivered).toBe(0)
    expect(calls).toBe(1)
  })

  test('of a process that died while delivering is called again by the next', async () => {
    const ledger = open()
    const shop = testShop({ ledger })
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    await new Promise<void>((die) => {
      const doomed = shop.another({
        onSettled: () => {
          die()
          return new Promise(() => undefined)
        },
      })
      void shop.result(checkoutId, result, doomed)
    })
    await shop.payple.reconcile()
    expect(shop.settled).toEqual([])
    shop.world.advance(60_000)
    await shop.payple.reconcile()
    expect(shop.settled.map((settled) => settled.type)).toEqual(['paid'])
  })
})

test('without onSettled nothing waits', async () => {
  const shop = await paid({ options: { onSettled: undefined } })
  expect(await shop.payple.reconcile()).toEqual({ settled: 0, remaining: 0 })
})
