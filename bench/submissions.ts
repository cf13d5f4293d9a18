/** How fast submissions are acknowledged after their commit, against a bare loop that inserts rows of the same bytes. */
import pg from 'pg'
import { openCase } from '#features/cases/index.ts'
import { bareInserts } from './kit/bare-inserts.ts'
import { journeyCouncil } from './kit/council.ts'
import type { Report } from './kit/figure.ts'
import type { Folkmoot } from './kit/folkmoot.ts'
import { repeat, type Repeated } from './kit/repeat.ts'
import { inTurn, medianOf } from './kit/rounds.ts'
import { submissionsOf } from './kit/submission.ts'
import type { Stage } from './stage.ts'

const connections = 16
const rounds = 5
const roundMs = 1500

export async function measureSubmissions(stage: Stage): Promise<Report> {
  const folkmoot = await stage.folkmoot()
  const council = (await stage.councils()).of(journeyCouncil)
  const next = await submissionsOf(council)
  const ours = Array.from({ length: connections }, () => () => openCase(council, next()))
  await repeat(folkmoot, roundMs, ours)
  const bytes = await bytesOfSubmission(folkmoot)
  const bare = await bareInserts(folkmoot, { bytes, connections })
  await repeat(folkmoot, roundMs, bare.inserts)
  const found = await inTurn(rounds, { ours: () => repeat(folkmoot, roundMs, ours), bare: () => repeat(folkmoot, roundMs, bare.inserts) })
  await bare.close()
  return report(found, bytes)
}

/** What PostgreSQL stores for one submission, all its rows together. */
async function bytesOfSubmission({ owner }: Folkmoot): Promise<number> {
  const client = new pg.Client(owner)
  await client.connect()
  const tables = ['cases.opened', 'cases.queue', 'log.fact', 'log.key', 'messages.message']
  const sizes = tables.map((table) => `(select sum(pg_column_size(t)) from ${table} t where council_id = $1)`)
  const text = `select (${sizes.join(' + ')})::float / (select count(*) from cases.opened where council_id = $1) as bytes`
  const { rows } = await client.query<{ bytes: number }>(text, [journeyCouncil])
  await client.end()
  return Math.round(rows[0]?.bytes ?? 0)
}

function report({ ours, bare }: Readonly<Record<'ours' | 'bare', readonly Repeated[]>>, bytes: number): Report {
  const ratios = ours.map((round, place) => round.rate / (bare[place]?.rate ?? Number.NaN))
  const cpu = (rounds: readonly Repeated[]) =>
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
