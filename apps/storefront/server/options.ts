import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'

type WindowAuthentication = 'client-key' | 'server' | 'auth-file'

/** Everything `startStorefront` can be told. `main.ts` reads it from the environment. */
export interface StorefrontOptions {
  /** Port of the shop; 0 picks a free one. */
  readonly port: number
  readonly host: string
  /** Port of the sandbox; 0 picks a free one. */
  readonly sandboxPort: number
  /** An already running sandbox, used instead of starting one. */
  readonly sandboxUrl?: string | undefined
  /** `test` talks to Payple's public test account and starts no sandbox. */
  readonly gateway: 'sandbox' | 'test'
  /** Origin of the shop as the buyer's browser sees it; by default `http://localhost:<port>`. */
  readonly origin?: string | undefined
  readonly authentication: WindowAuthentication
  readonly work: 'CERT' | 'PAY'
  /** Shortens the companion's patience with the gateway. For tests. */
  readonly timeoutMs?: number | undefined
  /** The companion's ledger: a file, `:memory:`, or `postgres://…`. */
  readonly ledger: string
  readonly shopPath: string
  /** Opens the admin pages. No default: without it nobody gets in. */
  readonly adminPassword?: string | undefined
  /** Last part of the address at which Payple reports; the sandbox is told it. Without it there are no webhooks. */
  readonly webhookSecret?: string | undefined
  /** Serve `dist` instead of compiling on the fly. */
  readonly static: boolean
}

const CACHE = resolve(import.meta.dirname, '../.cache')

export const DEFAULT_OPTIONS: StorefrontOptions = {
  port: 5173,
  host: '127.0.0.1',
  sandboxPort: 4100,
  gateway: 'sandbox',
  authentication: 'client-key',
  work: 'CERT',
  ledger: resolve(CACHE, 'payple.db'),
  shopPath: resolve(CACHE, 'shop.db'),
  static: false,
}

/**
 * Reads the environment variables that README lists.
 *
 * @throws when a value is not one of the allowed ones
 */
export function optionsFromEnv(env: Readonly<Record<string, string | undefined>>): StorefrontOptions {
  const gateway = oneOf(env, 'PAYPLE_ENV', ['sandbox', 'test'])
  return {
    ...DEFAULT_OPTIONS,
    port: port(env, 'PORT', DEFAULT_OPTIONS.port),
    host: env['HOST'] ?? DEFAULT_OPTIONS.host,
    sandboxPort: port(env, 'SANDBOX_PORT', DEFAULT_OPTIONS.sandboxPort),
    sandboxUrl: env['SANDBOX_URL'],
    gateway,
    origin: env['PAYPLE_ORIGIN'],
    authentication: oneOf(env, 'PAYPLE_AUTH', ['client-key', 'server', 'auth-file']),
    work: oneOf(env, 'PAYPLE_WORK', ['CERT', 'PAY']),
    timeoutMs: env['PAYPLE_TIMEOUT_MS'] === undefined ? undefined : wholeNumber(env, 'PAYPLE_TIMEOUT_MS', 1, 600_000),
    ledger: postgresUrl(env['PAYPLE_LEDGER']) ?? path(env['PAYPLE_LEDGER'], DEFAULT_OPTIONS.ledger),
    shopPath: path(env['SHOP_DB'], DEFAULT_OPTIONS.shopPath),
    adminPassword: env['SHOP_ADMIN_PASSWORD'] || undefined,
    // The sandbox is told the address at every start, so any secret will do there; Payple's partner admin wants one that stays.
    webhookSecret:
      env['PAYPLE_WEBHOOK_SECRET'] ?? (gateway === 'sandbox' ? randomBytes(24).toString('base64url') : undefined),
    static: env['SHOP_STATIC'] === '1',
  }
}

type Env = Readonly<Record<string, string | undefined>>

function oneOf<T extends string>(env: Env, name: string, allowed: readonly [T, ...T[]]): T {
  const value = env[name] ?? allowed[0]
  if (!(allowed as readonly string[]).includes(value)) {
    throw new Error(`${name} is "${value}". Use ${allowed.join(', ')}.`)
  }
  return value as T
}

function port(env: Env, name: string, fallback: number): number {
  return env[name] === undefined ? fallback : wholeNumber(env, name, 0, 65_535)
}

function wholeNumber(env: Env, name: string, least: number, most: number): number {
  const value = Number(env[name])
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`${name} is "${env[name]}". Use a whole number from ${least} to ${most}.`)
  }
  return value
}

/** A database address stays what it is. */
function postgresUrl(value: string | undefined): string | undefined {
  return value !== undefined && /^postgres(ql)?:\/\//.test(value) ? value : undefined
}

/** Relative paths mean the directory the command was typed in. `:memory:` stays what it is. */
function path(value: string | undefined, fallback: string): string {
  if (value === undefined || value === ':memory:') return value ?? fallback
  return resolve(value)
}
