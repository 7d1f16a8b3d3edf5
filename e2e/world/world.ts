import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freePort, startProcess } from './process.ts'
import type { RunningProcess } from './process.ts'

/** How the payment window authenticates in this world. */
export type Authentication = 'client-key' | 'server' | 'auth-file'

/** A payment as the sandbox's admin API shows it. */
export interface GatewayPayment {
  readonly oid: string
  readonly status: string
  readonly total: number
  readonly refundedTotal: number
  readonly chargeCount: number
}

/** One row of the companion's ledger. */
export interface LedgerRow {
  readonly id: string
  readonly order_id: string
  readonly oid: string
  readonly state: string
  readonly amount: number
}

/**
 * A shop and a sandbox, each in its own process and on its own port. They stand on different sites (`localhost` and
 * `127.0.0.1`), as shop and gateway do in life, so cookies and origins behave as they will there.
 */
export class World {
  readonly shopUrl: string
  readonly sandboxUrl: string
  readonly #folder: string
  readonly #env: Readonly<Record<string, string>>
  #shop: RunningProcess
  readonly #sandbox: RunningProcess

  private constructor(parts: {
    shopUrl: string
    sandboxUrl: string
    folder: string
    env: Readonly<Record<string, string>>
    shop: RunningProcess
    sandbox: RunningProcess
  }) {
    this.shopUrl = parts.shopUrl
    this.sandboxUrl = parts.sandboxUrl
    this.#folder = parts.folder
    this.#env = parts.env
    this.#shop = parts.shop
    this.#sandbox = parts.sandbox
  }

  static async open(options: {
    authentication: Authentication
    env?: Readonly<Record<string, string>>
  }): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'payple-e2e-'))
    const [shopPort, sandboxPort] = [await freePort(), await freePort()]
    const shopUrl = `http://localhost:${shopPort}`
    const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
    const env = {
      PORT: String(shopPort),
      SANDBOX_URL: sandboxUrl,
      SHOP_STATIC: '1',
      PAYPLE_LEDGER: join(folder, 'payple.db'),
      SHOP_DB: join(folder, 'shop.db'),
      PAYPLE_AUTH: options.authentication,
      ...options.env,
    }
    const sandbox = await startProcess(
      'packages/sandbox/src/cli.ts',
      ['--port', String(sandboxPort)],
      {},
      `${sandboxUrl}/_/healthz`,
    )
    const shop = await startShop(shopUrl, env)
    return new World({ shopUrl, sandboxUrl, folder, env, shop, sandbox })
  }

  /** Pulls the plug of the companion. */
  async killShop(): Promise<void> {
    await this.#shop.kill()
  }

  /** Starts it again on the same files. */
  async restartShop(): Promise<void> {
    this.#shop = await startShop(this.shopUrl, this.#env)
  }

  /** Everything shop and companion printed. */
  shopLog(): string {
    return this.#shop.output()
  }

  async gatewayPayments(): Promise<readonly GatewayPayment[]> {
    return (await (await fetch(`${this.sandboxUrl}/_/api/payments`)).json()) as GatewayPayment[]
  }

  async gatewayPayment(oid: string): Promise<GatewayPayment | undefined> {
    return (await this.gatewayPayments()).find((payment) => payment.oid === oid)
  }

  async gatewayEvents(): Promise<readonly { readonly type: string; readonly oid?: string }[]> {
    return (await (await fetch(`${this.sandboxUrl}/_/api/events`)).json()) as { type: string; oid?: string }[]
  }

  /** Makes the gateway misbehave for its next calls; see the sandbox's README, "Faults". */
  async fault(fault: {
    operation: string
    effect: Readonly<Record<string, unknown>>
    times?: number
    oid?: string
  }): Promise<void> {
    const answer = await fetch(`${this.sandboxUrl}/_/api/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    })
    if (!answer.ok) throw new Error(`the sandbox refused the fault: ${answer.status} ${await answer.text()}`)
  }

  /** Switches a bad day on; see the sandbox's README, "Bad days on purpose". */
  async scenario(rule: { scenario: string; orders: string; times?: number }): Promise<void> {
    const answer = await fetch(`${this.sandboxUrl}/_/api/scenarios`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    })
    if (!answer.ok) throw new Error(`the sandbox refused the scenario: ${answer.status} ${await answer.text()}`)
  }

  /** All attempts of an order, oldest first, read from the ledger file itself. */
  ledger(orderId: string): readonly LedgerRow[] {
    return this.#query(
      'SELECT id, order_id, oid, state, amount FROM checkouts WHERE order_id = ? ORDER BY seq',
      orderId,
    ) as unknown as LedgerRow[]
  }

  /** Names of the events of an attempt, in order. */
  history(checkoutId: string): readonly string[] {
    return this.#query('SELECT name FROM events WHERE checkout_id = ? ORDER BY seq', checkoutId).map((row) =>
      String(row['name']),
    )
  }

  #query(sql: string, parameter: string): Record<string, unknown>[] {
    const database = new DatabaseSync(join(this.#folder, 'payple.db'), { readOnly: true })
    try {
      return database.prepare(sql).all(parameter)
    } finally {
      database.close()
    }
  }

  async close(): Promise<void> {
    await this.#shop.kill()
    await this.#sandbox.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function startShop(shopUrl: string, env: Readonly<Record<string, string>>): Promise<RunningProcess> {
  return startProcess('apps/storefront/server/main.ts', [], env, `${shopUrl}/healthz`)
}
