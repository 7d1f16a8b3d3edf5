import type { CheckoutOutcome, Payment } from '@payple-kit/core'

/** One request the companion got. */
interface Seen {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

type Route = 'prepare' | 'open' | 'result' | 'view'

/** A companion of a shop with one order, answering at once unless told otherwise. */
export interface FakeCompanion {
  readonly fetch: typeof fetch
  readonly seen: Seen[]
  /** Requests of one route. */
  readonly to: (route: Route) => Seen[]
  /** Replaces a route's answer: a value is sent as JSON 200, a `Response` as it is, an `Error` is thrown by fetch. `undefined` restores. */
  readonly answer: (route: Route, answer: unknown) => void
}

/** The payment of the fake order. */
export const PAYMENT: Payment = {
  orderId: 'A-1',
  checkoutId: 'co_1',
  oid: 'oid-1',
  method: 'app-card',
  goods: '휴대폰',
  amount: 1000,
  currency: 'KRW',
  paidAt: '2026-11-22T00:00:00.000Z',
}

/** The outcome the fake gives a successful result. */
export const PAID: CheckoutOutcome = { status: 'paid', payment: PAYMENT }

/** An error body with words for everybody. */
export function refusal(code: string, status = 404): Response {
  return Response.json(
    { error: { code, message: code, buyer: { ko: `${code} 안내`, en: `${code} for buyers` } } },
    { status },
  )
}

/** A time all tests are before. */
export const FAR_FUTURE = 4_000_000_000_000

/** @param overrides fields of every prepared checkout */
export function createFakeCompanion(overrides: Record<string, unknown> = {}): FakeCompanion {
  const seen: Seen[] = []
  const answers = new Map<Route, unknown>()
  const routeOf = (path: string): Route =>
    path.endsWith('/result')
      ? 'result'
      : path.endsWith('/open')
        ? 'open'
        : path.endsWith('/checkouts')
          ? 'prepare'
          : 'view'
  let attempt = 0

  const usual = (route: Route, body: unknown): unknown => {
    if (route === 'prepare') {
      attempt++
      return {
        kind: 'window',
        checkoutId: `co_${attempt}`,
        orderId: 'A-1',
        oid: `oid-${attempt}`,
        goods: '휴대폰',
        amount: 1000,
        currency: 'KRW',
        expiresAt: FAR_FUTURE,
        window: {
          scriptUrl: 'https://payple.test/payment.js',
          request: {
            clientKey: 'test_key',
            PCD_PAY_WORK: 'CERT',
            PCD_PAY_OID: `oid-${attempt}`,
            PCD_PAY_GOODS: '휴대폰',
            PCD_RST_URL: '/payple/return/co_1',
          },
        },
        ...overrides,
      }
    }
    if (route === 'result') {
      const { result } = body as { result: Record<string, unknown> }
      return result['PCD_PAY_RST'] === 'success' ? PAID : { status: 'canceled' }
    }
    return route === 'open' ? new Response(null, { status: 204 }) : { checkoutId: 'co_1', orderId: 'A-1' }
  }

  return {
    seen,
    to: (route) => seen.filter(({ path }) => routeOf(path) === route),
    answer: (route, answer) => (answer === undefined ? answers.delete(route) : answers.set(route, answer)),
    async fetch(input, init) {
      const path = input as string
      const route = routeOf(path)
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
      seen.push({ method: init?.method ?? 'GET', path, body })
      const answer = await (answers.has(route) ? answers.get(route) : usual(route, body))
      if (answer instanceof Error) throw answer
      return answer instanceof Response ? answer.clone() : Response.json(answer)
    },
  }
}
