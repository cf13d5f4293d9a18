/** How fast submissions are acknowledged after their commit, against a bare loop that inserts rows of the same bytes. */
import pg from 'pg'
import { openCase } from '#features/cases/index.ts'
import { journeyCouncil } from './kit/council.ts'
import type { Report } from './kit/figure.ts'
import type { Folkmoot } from './kit/folkmoot.ts'
import { cpuMsOf, cpuMsOfFamily } from './kit/machine.ts'
import { inTurn, medianOf } from './kit/rounds.ts'
import { submissionsOf } from './kit/submission.ts'
import type { Stage } from './stage.ts'

const connections = 16
const rounds = 5
const roundMs = 1500

type Round = { readonly rate: number; readonly cpuMs: number; readonly postgresCpuMs: number }

export async function measureSubmissions(stage: Stage): Promise<Report> {
  const folkmoot = await stage.folkmoot()
  const council = (await stage.councils()).of(journeyCouncil)
  const next = await submissionsOf(council)
  const ours = Array.from({ length: connections }, () => () => openCase(council, next()))
  await repeat(folkmoot, ours)
  const bytes = await bytesOfSubmission(folkmoot)
  const bare = await bareInserts(folkmoot, bytes)
  await repeat(folkmoot, bare.inserts)
  const found = await inTurn(rounds, { ours: () => repeat(folkmoot, ours), bare: () => repeat(folkmoot, bare.inserts) })
  await bare.close()
  return report(found, bytes)
}

/** Each does its own again and again until the round is over. Rate per second, CPU milliseconds each. */
async function repeat({ postmaster }: Folkmoot, works: readonly (() => Promise<unknown>)[]): Promise<Round> {
  const before = { own: cpuMsOf(process.pid), postgres: cpuMsOfFamily(postmaster) }
  const began = performance.now()
  let count = 0
  await Promise.all(
    works.map(async (work) => {
      for (; performance.now() - began < roundMs; count += 1) await work()
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const each = (ms: number) => ms / count
  return {
    rate: count / seconds,
    cpuMs: each(cpuMsOf(process.pid) - before.own),
    postgresCpuMs: each(cpuMsOfFamily(postmaster) - before.postgres),
  }
}

/** What PostgreSQL stores for one submission, all its rows together. */
async function bytesOfSubmission({ owner }: Folkmoot): Promise<number> {
  const client = new pg.Client(owner)
  await client.connect()
  const tables = ['cases.opened', 'cases.queue', 'log.fact', 'log.key']
  const sizes = tables.map((table) => `(select sum(pg_column_size(t)) from ${table} t where council_id = $1)`)
  const text = `select (${sizes.join(' + ')})::float / (select count(*) from cases.opened where council_id = $1) as bytes`
  const { rows } = await client.query<{ bytes: number }>(text, [journeyCouncil])
  await client.end()
  return Math.round(rows[0]?.bytes ?? 0)
}

/** One connection each, one named statement, one row, one commit. */
async function bareInserts({ migrator, owner }: Folkmoot, bytes: number) {
  const setUp = new pg.Client(owner)
  await setUp.connect()
  await setUp.query(`create schema bench authorization ${String(migrator.user)}`)
  await setUp.query(`set role ${String(migrator.user)}`)
  await setUp.query('create table bench.bare (id bigserial primary key, body bytea not null)')
  await setUp.end()
  const body = Buffer.alloc(bytes, 7)
  const clients = Array.from({ length: connections }, () => new pg.Client(migrator))
  await Promise.all(clients.map((client) => client.connect()))
  const statement = { name: 'bare', text: 'insert into bench.bare (body) values ($1)', values: [body] }
  const inserts = clients.map((client) => () => client.query(statement))
  return { inserts, close: () => Promise.all(clients.map((client) => client.end())) }
}

function report({ ours, bare }: Readonly<Record<'ours' | 'bare', readonly Round[]>>, bytes: number): Report {
  const ratios = ours.map((round, place) => round.rate / (bare[place]?.rate ?? Number.NaN))
  const cpu = (rounds: readonly Round[]) =>
    `${medianOf(rounds, ({ cpuMs }) => cpuMs).toFixed(2)} ms and PostgreSQL’s ${medianOf(rounds, ({ postgresCpuMs }) => postgresCpuMs).toFixed(2)} ms`
  return {
    title: 'A submission',
    about: `A case opened from a finished journey: facts sealed, chained and listed, ${bytes} bytes in the tables; ${connections} at once, acknowledged after the commit is on disk.`,
    figures: [
      {
        what: 'against bare inserts',
        value: medianOf(ratios, (ratio) => ratio),
        unit: 'x',
        goal: { least: 0.4 },
        beside: `a loop of named single-row inserts of as many bytes over ${connections} connections`,
      },
      {
        what: 'submissions per second',
        value: medianOf(ours, ({ rate }) => rate),
        unit: '/s',
        beside: `bare ${Math.round(medianOf(bare, ({ rate }) => rate))} /s`,
      },
      {
        what: 'CPU per submission',
        value: medianOf(ours, (round) => round.cpuMs + round.postgresCpuMs),
        unit: 'ms',
        beside: `${cpu(ours)}; bare ${cpu(bare)}`,
      },
    ],
  }
}
