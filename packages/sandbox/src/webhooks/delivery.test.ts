/** How messages travel: retries, duplicates, wrong order, forgeries. Section 8.4 is silent on most of it. */
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../sandbox.ts'
import { TEST_MERCHANT } from '../settings.ts'
import { pay, testSandbox } from '../testing/drive.ts'
import { HOOK, shop, type Shop } from '../testing/shop.ts'

const order = (oid: string) => ({ PCD_PAY_WORK: 'PAY', PCD_PAY_OID: oid })

async function paid({ sandbox }: Shop, ...oids: string[]) {
  for (const oid of oids) await pay(sandbox, order(oid))
  await sandbox.control.webhooksSettled()
}

const oids = (world: Shop) => world.messages().map((message) => message['PCD_PAY_OID'])

describe('a message that is not answered with 200', () => {
  it.each([
    [500, { status: 500 }],
    [204, { status: 204 }],
    [302, { status: 302 }],
    [new Error('refused'), { error: 'refused' }],
  ])('%s: is sent again after each wait, then given up', async (answer, attempt) => {
    const world = shop({ webhooks: { retryDelaysMs: [5000, 60_000] } })
    const again = () => (typeof answer === 'number' ? new Response(null, { status: answer }) : answer)
    world.answers.push(again(), again(), again())
    await paid(world, 'a')
    expect(world.timers.map(({ ms }) => ms)).toEqual([5000])
    expect(world.sandbox.control.webhooks()).toMatchObject([{ status: 'waiting', attempts: [attempt] }])
    await world.tick()
    expect(world.timers.map(({ ms }) => ms)).toEqual([60_000])
    await world.tick()
    expect(world.timers).toEqual([])
    expect(oids(world)).toEqual(['a', 'a', 'a'])
    expect(world.sandbox.control.webhooks()).toMatchObject([
      { status: 'failed', attempts: [attempt, attempt, attempt] },
    ])
  })

  it('is left alone once it was received', async () => {
    const world = shop()
    world.answers.push(500)
    await paid(world, 'a')
    await world.tick()
    expect(world.timers).toEqual([])
    expect(world.sandbox.control.webhooks()).toMatchObject([
      { status: 'delivered', attempts: [{ status: 500 }, { status: 200 }] },
    ])
  })

  it('is not sent again after a reset', async () => {
    const world = shop()
    world.answers.push(500)
    await paid(world, 'a')
    world.sandbox.control.reset()
    await world.tick()
    expect(world.posts).toHaveLength(1)
  })

  it('a redirect is not followed, and the answer is remembered', async () => {
    const world = shop({ webhooks: { retryDelaysMs: [] } })
    world.answers.push(new Response('moved', { status: 302, headers: { location: 'https://evil.test/' } }))
    await paid(world, 'a')
    expect(world.posts.map(({ url }) => url)).toEqual([HOOK])
    expect(world.sandbox.control.webhooks()).toMatchObject([
      { status: 'failed', attempts: [{ status: 302, body: 'moved' }] },
    ])
  })

  it('a server that never answers is given up after the time limit', async () => {
    const limits: (() => void)[] = []
    const { sandbox } = testSandbox({
      later: (ms, run) => void (ms === 10_000 && limits.push(run)),
      deliver: ({ method }) => (method === 'HEAD' ? new Response() : new Promise<Response>(() => {})),
      merchants: [{ ...TEST_MERCHANT, webhookUrl: HOOK }],
    })
    await pay(sandbox, order('a'))
    await expect.poll(() => limits.length).toBe(2)
    for (const run of limits) run()
    await sandbox.control.webhooksSettled()
    expect(sandbox.control.webhooks()).toMatchObject([
      { status: 'waiting', attempts: [{ error: 'no answer within 10000 ms' }] },
    ])
  })
})

describe('trouble on purpose', () => {
  it('duplicate', async () => {
    const world = shop()
    world.sandbox.control.fault({ operation: 'webhook', effect: { type: 'duplicate', copies: 3 } })
    await paid(world, 'a', 'b')
    expect(oids(world)).toEqual(['a', 'a', 'a', 'b'])
  })

  it('lost-answer: the shop got it, and gets it again', async () => {
    const world = shop()
    world.sandbox.control.fault({ operation: 'webhook', effect: { type: 'lost-answer' } })
    await paid(world, 'a')
    await world.tick()
    expect(oids(world)).toEqual(['a', 'a'])
  })

  it('refuse: the first attempts never arrive', async () => {
    const world = shop()
    world.sandbox.control.fault({ operation: 'webhook', effect: { type: 'refuse' }, times: 2 })
    await paid(world, 'a')
    await world.tick()
    expect(world.posts).toEqual([])
    await world.tick()
    expect(oids(world)).toEqual(['a'])
  })

  it('delay: it comes late', async () => {
    const world = shop()
    world.sandbox.control.fault({ operation: 'webhook', effect: { type: 'delay', ms: 86_400_000 }, oid: 'a' })
    await paid(world, 'a', 'b')
    expect(oids(world)).toEqual(['b'])
    expect(world.timers.map(({ ms }) => ms)).toEqual([86_400_000])
    await world.tick()
    expect(oids(world)).toEqual(['b', 'a'])
  })

  it('alter: it says something else than what happened', async () => {
    const world = shop()
    world.sandbox.control.fault({ operation: 'webhook', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '1' } } })
    await paid(world, 'a')
    expect(world.messages()).toMatchObject([{ PCD_PAY_OID: 'a', PCD_PAY_TOTAL: '1' }])
    expect(world.sandbox.control.payment('a')).toMatchObject({ total: 1000 })
  })

  it('hold: it waits to be released, and one of many is enough', async () => {
    const world = shop()
    world.sandbox.control.fault({ operation: 'webhook', effect: { type: 'hold' }, oid: 'a' })
    await paid(world, 'a', 'b')
    expect(oids(world)).toEqual(['b'])
    await world.sandbox.control.releaseWebhooks()
    expect(oids(world)).toEqual(['b', 'a'])
  })

  it('reordering: held, then released from the end', async () => {
    const world = shop()
    world.sandbox.control.holdWebhooks()
    await paid(world, 'a', 'b', 'c')
    expect(world.posts).toEqual([])
    const released = await world.sandbox.control.releaseWebhooks({ order: 'reversed' })
    expect(oids(world)).toEqual(['c', 'b', 'a'])
    expect(released.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered'])
    await paid(world, 'd')
    expect(oids(world).at(-1)).toBe('d')
  })

  it.each([
    [{ operation: 'webhook', effect: { type: 'code', code: 'X' } }, 'A webhook can only suffer'],
    [{ operation: 'confirm', effect: { type: 'duplicate', copies: 2 } }, 'are for webhooks'],
    [{ operation: 'webhook', effect: { type: 'duplicate', copies: 0 } }, 'effect.copies'],
  ] as const)('%j could never strike', (fault, why) => {
    expect(() => shop().sandbox.control.fault(fault)).toThrow(why)
  })
})

describe('from the control object', () => {
  it('redelivers one or many, in any order, any number of times', async () => {
    const world = shop()
    await paid(world, 'a', 'b')
    const [first, second] = world.sandbox.control.webhooks().map(({ id }) => id)
    world.posts.length = 0
    await world.sandbox.control.redeliver(first ?? '', { times: 2 })
    expect(oids(world)).toEqual(['a', 'a'])
    await world.sandbox.control.redeliver([first ?? '', second ?? ''], { order: 'reversed' })
    expect(oids(world)).toEqual(['a', 'a', 'b', 'a'])
    expect(world.sandbox.control.webhooks()[0]?.attempts).toHaveLength(4)
    await expect(world.sandbox.control.redeliver('wh-99')).rejects.toThrow('there is no webhook wh-99')
  })

  it('sends a forged message', async () => {
    const world = shop()
    const forged = { PCD_PAY_RST: 'success', PCD_PAY_OID: 'never-paid', PCD_PAY_TOTAL: '1000' }
    expect(await world.sandbox.control.sendWebhook(forged)).toMatchObject({ kind: 'custom', status: 'delivered' })
    expect(world.messages()).toEqual([forged])
    expect(world.sandbox.control.payment('never-paid')).toBeUndefined()
  })

  it('nothing can be sent where nobody registered', async () => {
    const { sandbox } = testSandbox()
    await expect(sandbox.control.sendWebhook({})).rejects.toThrow('has registered no payment address')
    await expect(sandbox.control.setWebhookUrls({}, 'nobody')).rejects.toThrow('there is no partner nobody')
  })
})

describe('addresses', () => {
  it('are asked by HEAD when they are registered, and registered whatever they answer', async () => {
    const { sandbox } = testSandbox({
      deliver: ({ method }) => new Response(null, { status: method === 'HEAD' ? 405 : 200 }),
    })
    expect(await sandbox.control.setWebhookUrls({ payment: HOOK })).toMatchObject([
      { url: HOOK, ok: false, status: 405 },
    ])
    expect(sandbox.events.list()).toMatchObject([
      { type: 'webhook.probed', note: `${HOOK} does not answer HEAD with 200 (405)` },
    ])
    await pay(sandbox, order('a'))
    await sandbox.control.webhooksSettled()
    expect(sandbox.control.webhooks()).toMatchObject([{ status: 'delivered' }])
  })

  it('may be options of the partner; then they are asked before the first message', async () => {
    const world = shop({ merchants: [{ ...TEST_MERCHANT, webhookUrl: HOOK }] })
    await paid(world, 'a')
    expect(world.probes.filter((url) => url === HOOK)).toHaveLength(1)
    expect(oids(world)).toEqual(['a'])
  })

  it('can be removed', async () => {
    const world = shop()
    await world.sandbox.control.setWebhookUrls({ payment: null })
    await paid(world, 'a')
    expect(world.posts).toEqual([])
  })

  it.each(['/relative', 'ftp://shop.example/', 'https://user:pass@shop.example/', 'shop.example'])(
    'cannot be %s',
    async (url) => {
      await expect(testSandbox().sandbox.control.setWebhookUrls({ payment: url })).rejects.toThrow(TypeError)
      expect(() => createSandbox({ merchants: [{ ...TEST_MERCHANT, webhookUrl: url }] })).toThrow(TypeError)
    },
  )
})

it('form: the older receivers read fields', async () => {
  const world = shop({ webhooks: { format: 'form' } })
  await paid(world, 'a')
  expect(world.posts[0]?.type).toBe('application/x-www-form-urlencoded')
  const fields = new URLSearchParams(world.posts[0]?.body)
  expect([fields.get('PCD_PAY_OID'), fields.get('PCD_PAY_GOODS')]).toEqual(['a', '휴대폰'])
})

it('a listener that hangs or throws disturbs no payment', async () => {
  const { sandbox } = testSandbox({
    merchants: [{ ...TEST_MERCHANT, webhookUrl: HOOK }],
    later: () => {},
    deliver: () => {
      throw new Error('broken shop')
    },
  })
  expect(await pay(sandbox, order('a'))).toMatchObject({ PCD_PAY_RST: 'success' })
  await sandbox.control.webhooksSettled()
  expect(sandbox.control.webhooks()).toMatchObject([{ status: 'waiting', attempts: [{ error: 'broken shop' }] }])
})

it('shows no token in snapshots or events', async () => {
  const world = shop()
  await paid(world, 'a')
  const token = world.messages()[0]?.['PCD_AUTH_KEY'] ?? '-'
  expect(token).toHaveLength(376)
  expect(JSON.stringify([world.sandbox.control.webhooks(), world.sandbox.events.list()])).not.toContain(token)
})
