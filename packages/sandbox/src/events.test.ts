import { expect, it } from 'vitest'
import { createEventLog } from './events.ts'
import { authenticate, cancel, confirm, lookUp, pay, testSandbox } from './testing/drive.ts'

it('events tell the whole story, without a secret in it', async () => {
  const { sandbox } = testSandbox()
  const seen: string[] = []
  const stop = sandbox.events.subscribe((event) => seen.push(event.type))
  await authenticate(sandbox)
  const result = await pay(sandbox)
  await confirm(sandbox, result)
  await lookUp(sandbox)
  await cancel(sandbox)
  stop()
  await authenticate(sandbox)

  expect(seen).toEqual([
    'auth',
    'window.opened',
    'window.result',
    'confirm.charged',
    'auth',
    'lookup',
    'auth',
    'cancel.done',
  ])
  expect(sandbox.events.list()).toHaveLength(9)
  const story = JSON.stringify(sandbox.events.list())
  for (const secret of [
    'abcd1234567890',
    'a41ce010ede9',
    '4242424242424242',
    result['PCD_AUTH_KEY'] ?? '-',
    result['PCD_PAY_REQKEY'] ?? '-',
  ]) {
    expect(story).not.toContain(secret)
  }
})

it('keeps the last 5,000', () => {
  const log = createEventLog()
  for (let at = 0; at < 5010; at += 1) log.add({ at, type: 'auth' })
  expect(log.list()).toHaveLength(5000)
  expect(log.list()[0]).toEqual({ at: 10, type: 'auth' })
})
