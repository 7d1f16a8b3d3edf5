/**
 * The part of `pg` that is used, so that any compatible pool will do: the shop's own, or one that speaks to a serverless database.
 */
export interface PostgresPool {
  connect(): Promise<PostgresClient>
}

export interface PostgresClient {
  query(config: PostgresQuery): Promise<PostgresResult>
  release(destroy?: boolean): void
  on(event: 'error', listener: (error: Error) => void): unknown
  removeListener(event: 'error', listener: (error: Error) => void): unknown
}

export interface PostgresQuery {
  readonly text: string
  readonly values?: unknown[]
  readonly types?: PostgresTypes
}

export interface PostgresResult {
  readonly command: string
  readonly rowCount: number | null
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape `pg` gives its rows
  readonly rows: any[]
}

interface PostgresTypes {
  getTypeParser(oid: number, format?: string): (value: string) => unknown
}

const INT4 = 23
const INT8 = 20

/**
 * Read with every query rather than set once for the pool, which may be the shop's. Money in won and times in milliseconds stay far
 * below 2^53; `pg` by itself would hand out strings. There are no other types than these and text.
 */
export const NUMBERS: PostgresTypes = {
  getTypeParser: (oid) => (oid === INT8 || oid === INT4 ? Number : String),
}

/** A connection that is out of its pool. */
export type Session = Pick<PostgresClient, 'query' | 'release'>

/**
 * A connection that breaks while it is out also reports that as an event, beside the query that fails. Without a listener Node would end
 * the process.
 */
export async function openSession(pool: PostgresPool): Promise<Session> {
  const client = await pool.connect()
  const ignore = (): void => undefined
  client.on('error', ignore)
  return {
    query: (config) => client.query(config),
    release: (destroy) => {
      client.removeListener('error', ignore)
      client.release(destroy)
    },
  }
}
