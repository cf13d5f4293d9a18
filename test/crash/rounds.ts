/** The single place for what happens in a round of killing, and for what must then be true. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Db, sql } from '#store/db.ts'
import { MasterKeys } from '#store/keys.ts'
import { openStore } from '#store/store.ts'
import { verifyLog } from '#store/verify.ts'
import { council, prepareClub } from './club.ts'
import { type Kind, type Victim, victim } from './database.ts'
import { Load } from './load.ts'
import { type RunningServer, startServer, untilReady } from './server.ts'

/** Who is killed, in turn: mostly the server, also the database, also both in the same moment. */
const targets = ['server', 'server', 'both', 'database'] as const
type Target = (typeof targets)[number]

export type Told = { readonly round: number; readonly target: Target; readonly acknowledged: number; readonly facts: number }

/** Kills so many times under load, and throws as soon as something acknowledged is missing or doubled. Answers how many were acknowledged. */
export async function killInRounds(kind: Kind, rounds: number, onRound: (told: Told) => void = () => undefined): Promise<number> {
  const database = await victim(kind)
  let server: RunningServer | undefined
  try {
    const { environment, key } = await prepareClub(database)
    const load = new Load(key)
    for (let round = 1; round <= rounds; round += 1) {
      const target = targets[round % targets.length] ?? 'server'
      server ??= await startServer(environment)
      await killUnderLoad({ database, server, load, target, round })
      await database.revive()
      if (!server.isAlive()) server = await startServer(environment)
      await untilReady(server)
      await load.sendAgain(server.url)
      onRound({ round, target, acknowledged: load.acknowledged.size, facts: await examine(database, load, server) })
    }
    await server?.kill()
    if (kind === 'embedded') assert.deepEqual(await database.remains(20_000), [], 'no process is left behind')
    return load.acknowledged.size
  } finally {
    await server?.kill()
    await database.close()
  }
}

type Round = {
  readonly database: Victim
  readonly server: RunningServer
  readonly load: Load
  readonly target: Target
  readonly round: number
}

async function killUnderLoad({ database, server, load, target, round }: Round): Promise<void> {
  load.begin(server.url)
  await load.untilMore(20)
  // Another moment in each round: between two commits, within one, while the next group gathers.
  await pause((round * 37) % 101)
  if (target !== 'server') database.killPostmaster()
  if (target !== 'database') await server.kill()
  await load.end()
}

/** Holds the database against what the senders were told. Answers how many facts the log has. */
async function examine(database: Victim, load: Load, { url }: RunningServer): Promise<number> {
  const [some] = load.acknowledged
  if (some) assert.equal(await load.send(url, some[0]), some[1], 'the same id gives the same reference')
  const reached = await database.reach()
  const keys = new MasterKeys(join(database.folder, 'keys'))
  const store = await openStore({ server: reached, keys, poolSize: 2 })
  try {
    const own = store.council(council)
    const found = await own.transaction(async (tx) => ({
      sent: await referencesOf(tx, `select data->>'reference' as reference from log.fact where kind = 'submitted'`),
      listed: await referencesOf(tx, 'select reference from cases.queue'),
      taken: await referencesOf(tx, 'select reference from cases.opened'),
    }))
    const told = [...load.acknowledged.values()].sort()
    assert.equal(new Set(told).size, told.length, 'no two people were given the same reference')
    assert.deepEqual(found.sent, told, 'the log has what was acknowledged, each once, and nothing else')
    assert.deepEqual(found.listed, told, 'officers see what was acknowledged')
    assert.deepEqual(found.taken, told)
    const { findings, facts } = await verifyLog(own, { keys })
    assert.deepEqual(findings, [])
    return facts
  } finally {
    await store.close()
    await reached.stop()
  }
}

async function referencesOf(tx: Db, text: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    reference: string
  }>`select reference from (${sql.raw(text)}) as found order by reference collate "C"`.execute(tx)
  return rows.map(({ reference }) => reference)
}
