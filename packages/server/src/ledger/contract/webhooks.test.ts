import { describe, expect, test } from 'vitest'

import { NOW } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'
import type { WebhookRow } from '../webhook-row.ts'

type Draft = Pick<WebhookRow, 'scope' | 'kind' | 'digest' | 'facts' | 'receivedAt'>

const webhook = (digest: string, change: Partial<Draft> = {}): Draft => ({
  scope: 'sandbox',
  kind: 'payment',
  digest,
  facts: { oid: 'oid-a', total: 1000, cancel: true, fingerprints: ['f1'] },
  receivedAt: NOW,
  ...change,
})

describe.each(CONTRACT_LEDGERS)('the inbox of the %s ledger', (_name, open) => {
  test('stores a webhook that is due at once', async () => {
    const ledger = open()
    const row = await ledger.receiveWebhook(webhook('d'))
    expect(row).toEqual({
      ...webhook('d'),
      seq: 1,
      repeats: 0,
      attempts: 0,
      nextAttemptAt: NOW,
      claimUntil: null,
      handledAt: null,
      result: null,
    })
    expect(await ledger.takeWebhooks('sandbox', NOW, NOW + 100, 10)).toEqual([
      { ...row, attempts: 1, claimUntil: NOW + 100 },
    ])
    expect(await ledger.takeWebhooks('live', NOW, NOW + 100, 10)).toEqual([])
    expect((await ledger.counts('sandbox')).webhooks).toBe(1)
    expect((await ledger.counts('live')).webhooks).toBe(0)
  })

  test('hands each out once, oldest first, until it is handled', async () => {
    const ledger = open()
    for (const digest of ['1', '2', '3']) await ledger.receiveWebhook(webhook(digest))
    const take = async (now: number, limit = 10): Promise<string[]> =>
      (await ledger.takeWebhooks('sandbox', now, now + 100, limit)).map((row) => row.digest)
    expect(await take(NOW, 2)).toEqual(['1', '2'])
    expect(await take(NOW)).toEqual(['3'])
    expect(await take(NOW + 99)).toEqual([])
    await ledger.closeWebhook({ seq: 1, repeats: 0 }, NOW, { result: 'settled' })
    await ledger.closeWebhook({ seq: 2, repeats: 0 }, NOW, { nextAttemptAt: NOW + 500 })
    expect(await take(NOW + 100)).toEqual(['3'])
    expect(await take(NOW + 499)).toEqual(['3'])
    const [again] = await ledger.takeWebhooks('sandbox', NOW + 500, NOW + 600, 10)
    expect(again).toMatchObject({ digest: '2', attempts: 2 })
    expect((await ledger.counts('sandbox')).webhooks).toBe(2)
  })

  test('counts a repeat while it waits, and makes it due again once it was handled', async () => {
    const ledger = open()
    await ledger.receiveWebhook(webhook('d'))
    await ledger.takeWebhooks('sandbox', NOW, NOW + 100, 10)
    await ledger.closeWebhook({ seq: 1, repeats: 0 }, NOW, { nextAttemptAt: NOW + 500 })
    const repeat = await ledger.receiveWebhook(webhook('d', { receivedAt: NOW + 1 }))
    expect(repeat).toMatchObject({ seq: 1, repeats: 1, receivedAt: NOW, nextAttemptAt: NOW + 500, attempts: 1 })
    await ledger.closeWebhook({ seq: 1, repeats: 1 }, NOW + 2, { result: 'settled' })
    // Somebody whose claim was over cannot reopen what another has handled.
    await ledger.closeWebhook({ seq: 1, repeats: 1 }, NOW + 3, { nextAttemptAt: NOW + 3 })
    expect(await ledger.takeWebhooks('sandbox', NOW + 900, NOW + 999, 10)).toEqual([])
    const reopened = await ledger.receiveWebhook(webhook('d', { receivedAt: NOW + 1_000 }))
    expect(reopened).toMatchObject({
      seq: 1,
      repeats: 2,
      attempts: 0,
      nextAttemptAt: NOW + 1_000,
      handledAt: null,
      result: null,
    })
    expect(await ledger.takeWebhooks('sandbox', NOW + 1_000, NOW + 1_100, 10)).toHaveLength(1)
  })

  test('is due again when it was heard of while somebody handled it', async () => {
    const ledger = open()
    await ledger.receiveWebhook(webhook('d'))
    const [taken] = await ledger.takeWebhooks('sandbox', NOW, NOW + 100, 10)
    await ledger.receiveWebhook(webhook('d', { receivedAt: NOW + 1 }))
    await ledger.closeWebhook(taken as WebhookRow, NOW + 2, { result: 'settled' })
    const [again] = await ledger.takeWebhooks('sandbox', NOW + 2, NOW + 100, 10)
    expect(again).toMatchObject({ seq: 1, repeats: 1, attempts: 1, handledAt: null })
    await ledger.closeWebhook(again as WebhookRow, NOW + 3, { result: 'settled' })
    expect((await ledger.counts('sandbox')).webhooks).toBe(0)
  })

  test('a crowd of messages about one subject is looked into once in ten minutes', async () => {
    const ledger = open()
    let asked = 0
    for (let message = 0; message < 200; message++) {
      await ledger.receiveWebhook(webhook('d', { receivedAt: NOW + message }))
      for (const row of await ledger.takeWebhooks('sandbox', NOW + message, NOW + 999_999, 10)) {
        asked++
        await ledger.closeWebhook(row, NOW + message, { result: 'known' })
      }
    }
    expect(asked).toBe(11)
    expect(await ledger.takeWebhooks('sandbox', NOW + 700_000, NOW + 999_999, 10)).toHaveLength(1)
  })

  test('forgets what was handled long ago, and nothing else', async () => {
    const ledger = open()
    for (const digest of ['old', 'new', 'waiting']) await ledger.receiveWebhook(webhook(digest))
    await ledger.closeWebhook({ seq: 1, repeats: 0 }, NOW, { result: 'known' })
    await ledger.closeWebhook({ seq: 2, repeats: 0 }, NOW + 50, { result: 'known' })
    expect([await ledger.pruneWebhooks('live', NOW + 10), await ledger.pruneWebhooks('sandbox', NOW + 10)]).toEqual([
      0, 1,
    ])
    const [again, waiting] = [
      await ledger.receiveWebhook(webhook('new')),
      await ledger.receiveWebhook(webhook('waiting')),
    ]
    expect([again.repeats, waiting.repeats]).toEqual([1, 1])
    expect((await ledger.receiveWebhook(webhook('old'))).repeats).toBe(0)
  })

  test('keeps environments and kinds apart', async () => {
    const ledger = open()
    const seqs = [webhook('d'), webhook('d', { scope: 'live' }), webhook('d', { kind: 'deletion', facts: {} })]
    for (const each of seqs) expect((await ledger.receiveWebhook(each)).repeats).toBe(0)
  })

  test('many at once: each webhook is taken once, each repeat counted', async () => {
    const ledger = open()
    await Promise.all(Array.from({ length: 8 }, () => ledger.receiveWebhook(webhook('d'))))
    for (const digest of ['1', '2', '3', '4', '5']) await ledger.receiveWebhook(webhook(digest))
    const takers = Array.from({ length: 6 }, () => ledger.takeWebhooks('sandbox', NOW, NOW + 100, 2))
    const taken = (await Promise.all(takers)).flat()
    expect(new Set(taken.map((row) => row.seq)).size).toBe(taken.length)
    const rest = await ledger.takeWebhooks('sandbox', NOW, NOW + 100, 10)
    expect([...taken, ...rest].map((row) => row.digest).sort()).toEqual(['1', '2', '3', '4', '5', 'd'])
    expect([...taken, ...rest].find((row) => row.digest === 'd')?.repeats).toBe(7)
  })
})
