/** Whether what a service costs and gives is on the page at once with a million cases behind it, and how fast its counts follow the log. */
import pg from 'pg'
import { openCase } from '#features/cases/index.ts'
import { figuresOf } from '#features/value/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import type { Json } from '#store/json.ts'
import { journeyCouncil, service } from './kit/council.ts'
import type { Report } from './kit/figure.ts'
import { median, quantile } from './kit/rounds.ts'
import { submissionsOf } from './kit/submission.ts'
import { requestFor, Wire } from './kit/wire.ts'
import type { Stage } from './stage.ts'

const many = 1_000_000
const followed = 2_000
const rounds = 25
const warming = 5
const pages = {
  'the service: costs, standard, changes, promises': `/services/${service}/value`,
  'one figure with its months and what it rests on': `/services/${service}/value/cost`,
  'all services of the council': '/value',
} as const

export async function measureValue(stage: Stage): Promise<Report> {
  const council = (await stage.councils()).of(journeyCouncil)
  const perSecond = await follow(council)
  await fill(stage, council)
  const { port } = await stage.folkmoot()
  const wire = await Wire.open(port)
  const times = new Map(Object.keys(pages).map((name) => [name, Array<number>()]))
  for (let round = -warming; round < rounds; round += 1) {
    for (const [name, path] of Object.entries(pages)) {
      const ms = await msOf(wire, path)
      if (round >= 0) times.get(name)?.push(ms)
    }
  }
  wire.close()
  const figures = [...times].map(([what, ms]) => ({
    ...{ what, value: median(ms), unit: 'ms', goal: { most: 200 } },
    beside: `19 in 20 within ${quantile(ms, 0.95).toFixed(0)} ms`,
  }))
  return {
    title: 'What a service costs and gives',
    about: `Figures of a service over ${many.toLocaleString('en-GB')} cases of twelve months, in three versions and five channels, one request at a time; the middle of ${rounds}.`,
    figures: [
      ...figures,
      { what: 'counts following the log', value: perSecond, unit: '/s', beside: `entries of ${followed} new cases, one follower` },
    ],
  }
}

/** Entries counted in a second. */
async function follow(council: Council): Promise<number> {
  const projection = council.store.projections.find(({ name }) => name === 'value.cases')
  if (!projection) throw new Error('nothing counts cases')
  await catchUp(council.store, projection)
  const next = await submissionsOf(council)
  await Promise.all(Array.from({ length: followed }, () => openCase(council, next())))
  const began = performance.now()
  // The server itself follows too, and may have had some of them.
  const facts = await catchUp(council.store, projection)
  return (facts * 1000) / (performance.now() - began)
}

/** Counts and cases straight into the tables, as the log would have made them, and the costs as a manager enters them. */
async function fill(stage: Stage, council: Council): Promise<void> {
  const client = new pg.Client((await stage.folkmoot()).owner)
  await client.connect()
  await client.query('set synchronous_commit = off')
  await client.query(cells, [journeyCouncil, many - 1])
  await client.query(cases, [journeyCouncil, many - 1])
  await client.query('vacuum analyze value.cell')
  await client.query('vacuum analyze value.case')
  await client.end()
  const at = new Date().toISOString()
  const facts = assumptions.map(([kind, data]) => ({ kind, at, by: 'bench', data }))
  await council.store.transaction((tx) => council.store.log.append(tx, { stream: `value/${service}`, facts }))
  const today = dayInLondon(new Date())
  const { submitted } = await figuresOf(council, service, { from: '2000-01', to: today.slice(0, 7), today })
  if (submitted < many) throw new Error(`${submitted} cases were counted, not ${many}`)
}

async function msOf(wire: Wire, path: string): Promise<number> {
  const began = performance.now()
  const { status } = await wire.ask(requestFor('GET', path, { host: 'localhost' }))
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  return performance.now() - began
}

const each = `generate_series(0, $2::int) i,
  lateral (select to_char(now() - make_interval(months => i % 12), 'YYYY-MM') as month, 'version ' || i % 3 as version,
    (array['web', 'web', 'web', 'phone', 'counter', 'paper', 'partner'])[1 + i % 7] as channel,
    (i::bigint * 7919 % 60)::int as days) as of_case`

const cells = `
  insert into value.cell (council_id, service, measure, month, version, channel, made_up, bucket, count)
  select $1, '${service}', measure, month, version, channel, false, bucket, count(*)
  from ${each}, lateral (values ('submitted', 0), ('decided', 0), ('finished', 0), ('touches', 1 + i % 6), ('days', days),
      ('working_england_and_wales', days * 5 / 7), ('working_scotland', days * 5 / 7), ('working_northern_ireland', days * 5 / 7),
      ('begun', 0), ('sent', 0), ('rated_decided', 1 + i % 5)) as counted(measure, bucket)
  group by measure, month, version, channel, bucket
  on conflict (council_id, service, measure, month, version, channel, made_up, bucket) do nothing`

const cases = `
  insert into value.case (council_id, case_id, service, version, channel, made_up, submitted, finished, decided, touches, asked, reopened)
  select $1, 'filled-' || i, '${service}', version, channel, false, (month || '-01')::date, (month || '-01')::date, (month || '-01')::date, 1 + i % 6, false, false
  from ${each}`

const source = { from: '2020-01-01', confidence: 'recorded', source: 'The ledger', asOf: '2026-03-31' }
const cost = { ...source, kind: 'fixed', covers: ['staff'], per: 'year', share: 1000, channels: [] }
const assumptions: readonly (readonly [string, Json])[] = [
  ['cost-set', { ...cost, id: 'team', label: 'The team', pence: 400_000_000, driver: 'minutes' }],
  ['cost-set', { ...cost, id: 'software', label: 'Software', pence: 40_000_000, driver: 'cases' }],
  ['minutes-set', { ...source, work: 'taking', channel: 'every', seconds: 60, basis: 'standard' }],
  ['minutes-set', { ...source, work: 'handling', channel: 'every', seconds: 240, basis: 'standard' }],
]
