import { describe, expect, test } from 'vitest'

import { testShop } from '../testing/test-shop.ts'
import { optionsOf, payple } from './testing/terminal.ts'

const shop = testShop()
const options = optionsOf(shop)

describe('wrong use', () => {
  test.each<[readonly string[], string]>([
    [[], 'Usage: payple'],
    [['refnd'], 'Did you mean refund?'],
    [['payments', '--stat', 'paid'], 'Did you mean --state?'],
    [['payments', '--state', 'payed'], 'Allowed choices are created, opened'],
    [['payments', '--limit', 'ten'], 'Use a whole number, 1 or more'],
    [['refund', 'A-1', '--amount', '1,000'], 'without separators'],
    [['refund', 'A-1', '--amount', '0'], 'Use a whole number'],
    [['refund'], "missing required argument 'order'"],
    [['attention', 'close', 'x'], "required option '--note <text>' not specified"],
    [['release', 'x'], "required option '--note <text>' not specified"],
    [['declare-refund', 'rf_1', 'perhaps', '--note', 'n'], 'Allowed choices are done, failed'],
    [['reconcile', 'now'], 'too many arguments'],
  ])('%j is told on stderr with exit code 2', async (argv, told) => {
    const { code, out, err } = await payple(options, argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(told)
  })

  test('is one JSON value, too', async () => {
    const { code, out } = await payple(options, ['payments', '--json', '--limit', '-1'])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'WRONG_USE' } })
  })

  test('never prints a control character that a terminal would obey', async () => {
    const { out } = await payple(options, ['lookup', 'A\u009b31m\u007f', '--json'])
    expect(out).toContain('A\\u009b31m\\u007f')
    expect(out).not.toMatch(/[\u007f-\u009f]/)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  test('input that the companion itself refuses', async () => {
    const { code, err } = await payple(options, ['refund', 'A-1', '--yes', '--key', 'a key'])
    expect(code).toBe(2)
    expect(err).toContain('payments.refund: "idempotencyKey" must be 1 to 200 visible ASCII characters.')
  })
})

describe('help and version', () => {
  test('--help names every command', async () => {
    const { code, out, err } = await payple(options, ['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of ['payments', 'payment', 'refund', 'lookup', 'reconcile', 'attention', 'migrate', 'doctor'])
      expect(out).toContain(`\n  ${command} `)
  })

  test('a command explains itself and the options that all have', async () => {
    const { out } = await payple(options, ['refund', '--help'])
    expect(out).toContain('--amount <n>')
    expect(out).toContain('--json')
  })

  test('--version', async () => {
    const { code, out } = await payple(options, ['--version'])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
})

describe('the configuration may export', () => {
  test.each<[string, unknown]>([
    ['options', options],
    ['a promise of options', Promise.resolve(options)],
    ['a function returning options', () => options],
    ['a function promising options', async () => options],
    ['a Payple object', shop.payple],
    ['a function returning one', () => shop.payple],
  ])('%s', async (_what, exported) => {
    const { code, out, err } = await payple(exported, ['payments'])
    expect({ code, out, err }).toEqual({ code: 0, out: 'No attempts.\n', err: '' })
  })

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'has no default export'],
    ['a text', 'options', 'is no object'],
    ['options that cannot work', { ...options, origin: undefined }, '"origin" is missing'],
  ])('not %s', async (_what, exported, told) => {
    const { code, out, err } = await payple(exported, ['payments'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(told)
  })

  test('a rejection is told without a stack', async () => {
    const refuse = async (): Promise<never> => {
      throw new Error('no connection to postgres://shop:hunter22@db/payple')
    }
    const { code, err } = await payple(refuse, ['payments'])
    expect(code).toBe(1)
    expect(err).toBe('payple: Error: no connection to postgres://[secret]@db/payple\n')
  })
})

describe('colours', () => {
  const colours = async (env: Record<string, string>, isTTY: boolean): Promise<boolean> => {
    const out: string[] = []
    await payple(options, ['reconcile'], { env, stdout: { write: (text) => out.push(text), isTTY } })
    return out.join('').includes('\u001B[')
  }

  test('are for terminals, and not for those who said no', async () => {
    expect(await colours({}, true)).toBe(true)
    expect(await colours({ NO_COLOR: '' }, true)).toBe(true)
    expect(await colours({ NO_COLOR: '1' }, true)).toBe(false)
    expect(await colours({}, false)).toBe(false)
  })
})
