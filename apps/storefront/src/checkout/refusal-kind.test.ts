import { describe, expect, it } from 'vitest'
import { refusalKind } from './refusal-kind.ts'

describe('refusalKind', () => {
  it.each([
    ['CPCA0010/3112', 'limit'],
    ['3112', 'limit'],
    ['CPCA0010/3133', 'balance'],
    ['3115', 'password'],
    ['CDAU0007/3119', 'expiry'],
    ['3122', 'blocked'],
    ['CPAY9998', 'network'],
    ['CPCA9998', 'other'],
  ])('%s asks for the advice about %s', (gatewayCode, kind) => {
    expect(refusalKind({ code: 'DECLINED', gatewayCode })).toBe(kind)
  })

  it('knows what never reached Payple', () => {
    expect(refusalKind({ code: 'OFFLINE' })).toBe('network')
    expect(refusalKind({ code: 'POPUP_BLOCKED' })).toBe('other')
  })
})
