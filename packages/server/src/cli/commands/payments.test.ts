import { expect, test } from 'vitest'

import { busyShop } from '../testing/busy-shop.ts'
import { optionsOf, payple } from '../testing/terminal.ts'

test('a table, newest first, whose columns meet in spite of Korean letters', async () => {
  const { shop, checkout } = await busyShop()
  const { code, out } = await payple(optionsOf(shop), ['payments'])
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    'created              order     state        amount  refunded  method  goods                       checkout',
    `2026-11-21 23:30:00  doubtful  unknown     1,000원            card    휴대폰                      ${checkout.doubtful}`,
    `2026-11-21 23:30:00  declined  declined    1,000원            card    휴대폰                      ${checkout.declined}`,
    `2026-11-21 23:30:00  paid      paid      123,000원            card    휴대폰 케이스와 보호 필름…  ${checkout.paid}`,
    '',
  ])
})

test('some states only, page by page', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  const first = await payple(options, ['payments', '--state', 'paid', 'declined', '--limit', '1', '--json'])
  const page = JSON.parse(first.out)
  expect(page).toMatchObject({ attempts: [{ orderId: 'declined' }], next: expect.any(Number) })
  const more = await payple(options, [
    'payments',
    '--state',
    'paid',
    '--state',
    'declined',
    '--before',
    String(page.next),
  ])
  expect(more.out).toContain('123,000원')
  expect(more.out).not.toContain('declined')
  const told = await payple(options, ['payments', '--limit', '1'])
  expect(told.out).toMatch(/More: payple payments --before \d+\n$/)
})

test('the other environment’s attempts are not shown', async () => {
  const { shop } = await busyShop()
  const { out } = await payple(optionsOf(shop, { environment: 'test' }), ['payments'])
  expect(out).toBe('No attempts.\n')
})
