import { readTokenAnswer, tokenBody } from '@payple-kit/core'

import { newTokenCode } from '../../ids.ts'
import type { OverseasSettings, Timeouts } from '../../options/settings.ts'
import type { World } from '../../world.ts'
import type { AuthRefusal } from '../gateway.ts'
import { send } from '../send.ts'
import type { Line, Reply } from '../send.ts'

/** A bearer token. **A secret twice over: the partner's service key has been seen inside it in clear text** (docs/protocol/overseas.md 2.4). */
export interface Token {
  readonly accessToken: string
  /** `payCls`, which the test environment's window asks for. */
  readonly payClass?: string | undefined
}

/** Where tokens come from. */
export interface Tokens {
  /** A fresh one, for a window: its ten minutes begin when the buyer clicks. */
  fresh(): Promise<Reply<Token> | AuthRefusal>
  /** One for our own calls, kept until shortly before it is over. */
  cached(): Promise<Reply<Token> | AuthRefusal>
  /** Forgets the kept one: the gateway did not like it. */
  drop(): void
}

const TOKEN_PATH = '/gpay/oauth/1.0/token'
/** Longest time a token is kept, and how long before its end it is replaced (2.3). */
const KEEP_MS = 8 * 60_000
const MARGIN_MS = 30_000

/** Fetches tokens. Issuing one moves nothing, so a call that failed is repeated once. */
export function createTokens(
  line: Line & { readonly world: Pick<World, 'clock' | 'ids'> },
  overseas: OverseasSettings,
  { authMs }: Timeouts,
): Tokens {
  const { world } = line
  let kept: { readonly token: Token; readonly until: number } | undefined
  let fetching: Promise<Reply<Token> | AuthRefusal> | undefined

  async function fresh(): Promise<Reply<Token> | AuthRefusal> {
    const code = newTokenCode(world)
    const asked = world.clock()
    const body = tokenBody({ ...overseas, code })
    const call = { operation: 'token', path: TOKEN_PATH, body, timeoutMs: authMs, anyStatus: true } as const
    let reply = await send(line, call)
    if (reply.kind !== 'answer') reply = await send(line, call)
    if (reply.kind !== 'answer') return { kind: 'not-sent', reason: `token-${reply.reason}` }
    const answer = readTokenAnswer(reply.answer, code)
    if (!answer.ok) return { kind: 'refused', gatewayCode: answer.code }
    const { accessToken, payClass, expiresInSeconds } = answer
    const token = { accessToken, payClass }
    kept = { token, until: asked + Math.min(KEEP_MS, expiresInSeconds * 1000 - MARGIN_MS) }
    return { kind: 'answer', answer: token }
  }

  return {
    fresh,
    cached: async () => {
      if (kept !== undefined && world.clock() < kept.until) return { kind: 'answer', answer: kept.token }
      // Many calls at once share one request.
      fetching ??= fresh().finally(() => (fetching = undefined))
      return fetching
    },
    drop: () => {
      kept = undefined
    },
  }
}
