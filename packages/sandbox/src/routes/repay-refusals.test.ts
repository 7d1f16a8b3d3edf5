/** What a charge of a card is refused for, from docs/protocol/domestic.md sections 9.6 and 9.7. */
import { describe, expect, it } from 'vitest'
import { codeText } from '../wire/codes.ts'
import {
  authenticate,
  callBillingKey,
  CHARGES,
  keysFor,
  pay,
  postJson,
  registerCard,
  repay,
  testSandbox,
} from '../testing/drive.ts'
import { REPAY_FAMILIES } from './repay-families.ts'

const OID = 'test201804000001'

async function ready(card: Record<string, string> = {}) {
  const world = testSandbox()
  return { ...world, key: await registerCard(world.sandbox, card) }
}

describe.each(['SPCD', 'RPCD'] as const)('%s refuses', (family) => {
  const codes = {
    SPCD: {
      session: 'SPCD0004',
      key: 'SPCD9991',
      access: 'SPCD9998',
      none: 'SPCD0001',
      unknown: 'SPCD0012',
      min: 'SPCD0002',
      goods: 'SPCD0003',
      duplicate: 'SPCD0014',
      other: 'SPCD9999',
    },
    RPCD: {
      session: 'RPCD0006',
      key: 'RPCD9991',
      access: 'RPCD9998',
      none: 'RPCD0001',
      unknown: 'RPCD0012',
      min: 'RPCD0002',
      goods: 'RPCD0003',
      duplicate: 'RPCD0015',
      other: 'RPCD9999',
    },
  }[family]
  const other = family === 'SPCD' ? 'RPCD' : 'SPCD'

  it.each([
    [{ PCD_AUTH_KEY: 'wrong' }, codes.session],
    [{ PCD_CUST_KEY: 'wrong' }, codes.key],
    [{ PCD_CST_ID: '' }, codes.key],
    [{ PCD_SIMPLE_FLAG: 'N', PCD_REGULER_FLAG: 'N' }, codes.access],
    [{ PCD_PAY_TYPE: 'transfer' }, codes.access],
    [{ PCD_PAYER_ID: '' }, codes.none],
    [{ PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09' }, codes.unknown],
    [{ PCD_PAY_TOTAL: '99' }, codes.min],
    [{ PCD_PAY_TOTAL: '' }, codes.other],
    [{ PCD_PAY_TOTAL: '10.5' }, codes.other],
    [{ PCD_PAY_TOTAL: '-1000' }, codes.other],
    [{ PCD_PAY_GOODS: '' }, codes.goods],
    [{ PCD_PAY_OID: 'x'.repeat(256) }, 'INSERT ERROR'],
  ])('%j', async (change, code) => {
    const { sandbox, key } = await ready()
    const answer = await repay(sandbox, family, key, change)
    expect(answer['PCD_PAY_RST']).toBe('error')
    expect(answer['PCD_PAY_CODE']?.replace('[test]', '')).toBe(code)
    expect(sandbox.control.payments().filter(({ channel }) => channel === 'recurring')).toEqual([])
  })

  it('an order number that was used, whoever used it', async () => {
    const { sandbox, key } = await ready()
    await pay(sandbox, { PCD_PAY_OID: OID })
    expect(await repay(sandbox, family, key)).toMatchObject({
      PCD_PAY_CODE: `[test]${codes.duplicate}`,
      PCD_PAY_MSG: '[test] 이미 처리된 거래입니다. 다시 시도해주세요.',
    })
  })

  it('a key that was deleted', async () => {
    const { sandbox, key } = await ready()
    await callBillingKey(sandbox, 'PUSERDEL', { PCD_PAYER_ID: key })
    expect(await repay(sandbox, family, key)).toMatchObject({ PCD_PAY_CODE: `[test]${codes.unknown}` })
  })

  it('an expired session, and the keys of another purpose', async () => {
    const { sandbox, clock, key } = await ready()
    const keys = await keysFor(sandbox, CHARGES[family].variant)
    const others = await keysFor(sandbox, CHARGES[other].variant)
    expect(await repay(sandbox, family, key, others)).toMatchObject({ PCD_PAY_CODE: `[test]${codes.access}` })
    clock.now += 30 * 60_000 + 1
    expect(await repay(sandbox, family, key, keys)).toMatchObject({ PCD_PAY_CODE: `[test]${codes.session}` })
  })

  it('an address without ACT_, and the usual one when there is a prefix', async () => {
    const { sandbox, key } = await ready()
    const bare = CHARGES[family].path.replace('?ACT_=PAYM', '')
    expect(await repay(sandbox, family, key, {}, bare)).toMatchObject({ PCD_PAY_CODE: `[test]${codes.access}` })
    const moved = testSandbox({ pathPrefix: '/v2' }).sandbox
    const { PCD_PAY_URL = '' } = await authenticate(moved, CHARGES[family].variant)
    expect(PCD_PAY_URL).toBe(`/v2${CHARGES[family].path}`)
    const movedKey = await registerCard(moved)
    await expect(repay(moved, family, movedKey)).resolves.toHaveProperty('nearest')
    expect(await repay(moved, family, movedKey, {}, PCD_PAY_URL)).toMatchObject({ PCD_PAY_RST: 'success' })
  })

  it('broken bodies', async () => {
    const { sandbox } = testSandbox()
    for (const body of ['', '{', 'null'])
      expect(await postJson(sandbox, CHARGES[family].path, body)).toMatchObject({ PCD_PAY_CODE: codes.session })
  })
})

it('every refusal has a published text', () => {
  for (const { codes } of REPAY_FAMILIES) {
    for (const code of Object.values(codes)) expect(codeText(code).en, code).not.toMatch(/^[SR]P/)
  }
})
