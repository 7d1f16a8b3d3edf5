import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { memoryLedger } from '../ledger/memory.ts'
import { SEALING_KEY, testShop } from '../testing/test-shop.ts'
import { optionsOf, payple, typed } from './testing/terminal.ts'
import { redactor } from './secrets.ts'

const KEYS = {
  cstId: 'merchant-id',
  custKey: 'CUSTKEY-7d1f"9\\e2',
  refundKey: 'REFUNDKEY-55aa',
  clientKey: 'client-key-public',
}
const WEBHOOK = 'WEBHOOK-SECRET-0123'
const SECRETS = [KEYS.custKey, KEYS.refundKey, WEBHOOK, SEALING_KEY]
const CONFIGURED = {
  domestic: KEYS,
  webhooks: { secret: WEBHOOK },
  billingKeys: { keys: [{ id: 'k1', secret: SEALING_KEY }] },
}

const COMMANDS =
  'payments payment refund lookup reconcile attention release declare-refund migrate doctor help close list done'.split(
    ' ',
  )
const OPTIONS = '--json --yes --note --key --state --before --limit --amount --vat --config --help -h -v -- -'.split(
  ' ',
)
const SOUP = fc.array(
  fc.oneof(
    fc.constantFrom(...COMMANDS),
    fc.constantFrom(...OPTIONS, 'A-1', '5'),
    fc.constantFrom(...SECRETS).map((secret) => `--note=${secret}`),
    fc.constantFrom(...SECRETS),
    fc.string({ maxLength: 8 }),
  ),
  { maxLength: 8 },
)
/** A real command first, so that most lines get past the parser. */
const LINE = fc.oneof(
  SOUP,
  fc.tuple(fc.constantFrom(...COMMANDS), SOUP).map(([command, rest]) => [command, ...rest]),
)

describe('whatever is typed', () => {
  test('nothing is thrown, no secret is printed, and --json prints JSON', async () => {
    const shop = testShop({ domestic: KEYS, sandbox: { merchants: [{ ...KEYS, test: true }] } })
    const { checkoutId, window } = await shop.window('A-1')
    await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
    const options = optionsOf(shop, CONFIGURED)
    await fc.assert(
      fc.asyncProperty(LINE, async (argv) => {
        const { code, out, err } = await payple(options, argv, { stdin: typed('y\n') })
        expect([0, 1, 2]).toContain(code)
        for (const secret of SECRETS) {
          expect(out + err).not.toContain(secret)
          expect(out + err).not.toContain(JSON.stringify(secret).slice(1, -1))
        }
        if (argv.includes('--json') && !HELPFUL.test(argv.join(' ')) && out !== '') JSON.parse(out)
      }),
      { numRuns: 300 },
    )
  })

  test('nor when the configuration is broken', async () => {
    const shop = testShop()
    await fc.assert(
      fc.asyncProperty(LINE, fc.constantFrom(...SECRETS), async (argv, secret) => {
        const broken = { ...optionsOf(shop, CONFIGURED), ledger: memoryLedger(), origin: secret, [secret]: secret }
        const { code, out, err } = await payple(broken, argv)
        expect([0, 1, 2]).toContain(code)
        for (const each of SECRETS) expect(out + err).not.toContain(each)
      }),
      { numRuns: 100 },
    )
  })
})

/** Help and version are texts. */
const HELPFUL = /(^|\s)(-h|--help|-v|--version|help)(\s|$)|(^|\s)-[a-z]*[hv]/

test('connection strings lose their password; short values stay, or words would vanish', () => {
  const redact = redactor({ domestic: { custKey: 'test', refundKey: 'refund-key-1' } })
  expect(redact('postgres://shop:hunter22@db/payple refused a test with refund-key-1')).toBe(
    'postgres://[secret]@db/payple refused a test with [secret]',
  )
})
