/** The single place for one statement on a connection of its own, for tests that start and kill databases. */
import pg from 'pg'

/** The rows of `text`. Rejects as pg does; a connection that breaks afterwards is nobody's business. */
export async function query(config: pg.ClientConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(text)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}
