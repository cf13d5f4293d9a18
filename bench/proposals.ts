/** How fast a suggested change is shown, against a bare server that sends the same bytes; and how fast it is backed, against bare commits. */
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import pg from 'pg'
import { amend } from '#core/amendment/index.ts'
import { diff } from '#core/diff/index.ts'
import { back, findStanding, proposeChanges } from '#features/proposals/index.ts'
import { publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { newId } from '#store/uuid.ts'
import { bareInserts } from './kit/bare-inserts.ts'
import { startBareServer } from './kit/bare-server.ts'
import { journeyCouncil, service } from './kit/council.ts'
import type { Report } from './kit/figure.ts'
import type { Folkmoot } from './kit/folkmoot.ts'
import { repeat, type Repeated } from './kit/repeat.ts'
import { inTurn, medianOf } from './kit/rounds.ts'
import { requestFor, Wire } from './kit/wire.ts'
import type { Stage } from './stage.ts'

const [readers, backers] = [32, 16]
const rounds = 5
const roundMs = 1500
/** The busiest public peer reports so many votes a second. */
const peer = 65

type Rounds = Readonly<Record<'ours' | 'bare', readonly Repeated[]>>

export async function measureProposals(stage: Stage): Promise<Report> {
  const folkmoot = await stage.folkmoot()
  const council = (await stage.councils()).of(journeyCouncil)
  const { id, wording } = await propose(council)
  const { shown, bytes } = await measureShowing(stage, folkmoot, id)
  const { backed, stored } = await measureBacking(folkmoot, council, { id, wording })
  return {
    title: 'A suggested change',
    about: `The page of an exact change with its checks, ${bytes} bytes, asked for over ${readers} connections; and backing it, one person each, all the same change, ${backers} at once, acknowledged after the commit is on disk, ${stored} bytes in the tables.`,
    figures: [
      {
        what: 'its page, against a bare server',
        value: ratioOf(shown),
        unit: 'x',
        goal: { least: 0.25 },
        beside: 'node:http sending the same bytes',
      },
      {
        what: 'pages per second',
        value: medianOf(shown.ours, ({ rate }) => rate),
        unit: '/s',
        beside: `bare ${Math.round(medianOf(shown.bare, ({ rate }) => rate))} /s`,
      },
      {
        what: 'backing, against bare inserts',
        value: ratioOf(backed),
        unit: 'x',
        goal: { least: 0.5 },
        beside: 'named single-row inserts of as many bytes, a commit each',
      },
      {
        what: 'backings per second',
        value: medianOf(backed.ours, ({ rate }) => rate),
        unit: '/s',
        goal: { least: peer },
        beside: `bare ${Math.round(medianOf(backed.bare, ({ rate }) => rate))} /s; the busiest public peer reports ${peer}`,
      },
    ],
  }
}

function ratioOf({ ours, bare }: Rounds): number {
  return medianOf(
    ours.map((round, place) => round.rate / (bare[place]?.rate ?? Number.NaN)),
    (ratio) => ratio,
  )
}

async function propose(council: Council): Promise<{ id: string; wording: string }> {
  const published = await publishedService(council, service)
  if (!published) throw new Error(`${council.id} has not published ${service}`)
  const { definition, version } = published
  const amended = amend(definition, {
    edit: 'reword',
    words: ['questions', 'bin', 'label'],
    to: { en: 'Which of your bins was left full?' },
  })
  if ('faults' in amended) throw new Error(JSON.stringify(amended.faults))
  const proposed = await proposeChanges(council, {
    ...{ service, base: version, changes: diff(definition, amended.definition), by: newId(), source: 'officer', lang: 'en' },
    at: new Date().toISOString(),
    today: new Date().toISOString().slice(0, 10),
    origin: 'http://localhost',
  })
  if (!('id' in proposed)) throw new Error(JSON.stringify(proposed))
  const row = await council.store.transaction((tx) => council.store.log.factsOf(tx, `proposal/${proposed.id}`))
  return { id: proposed.id, wording: String(Reflect.get(Object(row.at(-1)?.data), 'digest')) }
}

async function measureShowing(stage: Stage, folkmoot: Folkmoot, id: string) {
  const request = requestFor('GET', `/suggestions/${id}`, { host: 'localhost' })
  const first = await Wire.open(folkmoot.port)
  const answer = await first.ask(request)
  first.close()
  if (answer.status !== 200) throw new Error(`the page of a suggested change answered ${answer.status}`)
  const bare = await startBareServer(answer, join(stage.folder, 'suggestion'))
  const from = (port: number) => askFrom(folkmoot, port, request)
  for (const port of [folkmoot.port, bare.port]) await from(port)
  const shown = await inTurn(rounds, { ours: () => from(folkmoot.port), bare: () => from(bare.port) })
  bare.stop()
  return { shown, bytes: answer.body.length }
}

async function askFrom(folkmoot: Folkmoot, port: number, request: string): Promise<Repeated> {
  const wires = await Promise.all(Array.from({ length: readers }, () => Wire.open(port)))
  const found = await repeat(
    folkmoot,
    roundMs,
    wires.map((wire) => async () => {
      const { status } = await wire.ask(request)
      if (status !== 200) throw new Error(`the page of a suggested change answered ${status}`)
    }),
  )
  for (const wire of wires) wire.close()
  await pause(100)
  return found
}

async function measureBacking(folkmoot: Folkmoot, council: Council, { id, wording }: { id: string; wording: string }) {
  const somebody = { kind: 'resident', name: '', teams: [], roles: [], permissions: new Set<never>(), wards: [] } as const
  const works = Array.from({ length: backers }, () => async () => {
    const done = await back({ council, actor: { ...somebody, id: newId() }, now: new Date().toISOString() }, id, wording)
    if (done !== 'done') throw new Error(`backing it gave ${done}`)
  })
  await repeat(folkmoot, roundMs, works)
  const stored = await bytesOfBacking(folkmoot)
  const bare = await bareInserts(folkmoot, { bytes: stored, connections: backers })
  await repeat(folkmoot, roundMs, bare.inserts)
  const backed = await inTurn(rounds, { ours: () => repeat(folkmoot, roundMs, works), bare: () => repeat(folkmoot, roundMs, bare.inserts) })
  await bare.close()
  await mustAgree(folkmoot, council, id)
  return { backed, stored }
}

/** What PostgreSQL stores for one backing, all its rows together. */
async function bytesOfBacking({ owner }: Folkmoot): Promise<number> {
  const client = new pg.Client(owner)
  await client.connect()
  const text = `select ((select sum(pg_column_size(b)) from proposals.backing b) + (select sum(pg_column_size(f)) from log.fact f where stream like 'backing/%'))::float
    / (select count(*) from proposals.backing) as bytes`
  const { rows } = await client.query<{ bytes: number }>(text)
  await client.end()
  return Math.round(rows[0]?.bytes ?? 0)
}

/** Everybody is counted once, or the measure says nothing. */
async function mustAgree({ owner }: Folkmoot, council: Council, id: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from proposals.backing where proposal_id = $1', [
    id,
  ])
  await client.end()
  const counted = (await findStanding(council, id))?.backings
  if (counted !== rows[0]?.count) throw new Error(`${rows[0]?.count} back it, and ${counted} are counted`)
}
