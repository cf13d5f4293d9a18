/** The single place that fills councils with very many cases and drafts, straight into the tables: for lists of every size. */
import pg from 'pg'
import { service, type Size, sizes, teams } from './council.ts'
import type { Folkmoot } from './folkmoot.ts'

const batch = 50_000

export async function fillCouncils({ owner }: Folkmoot): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '256MB'")
  const indexes = await takeIndexes(client)
  for (const [id, count] of Object.entries(sizes)) {
    for (let from = 0; from < count; from += batch) {
      const range = [id, from, Math.min(from + batch, count) - 1]
      for (const text of [queue, opened, facts, drafts]) await client.query(text, range)
    }
  }
  for (const index of indexes) await client.query(index)
  await client.query(passOver)
  await client.query('vacuum analyze')
  await client.end()
}

/** Drops the indexes of the lists, which are made faster afterwards than row by row; answers what makes them. */
async function takeIndexes(client: pg.Client): Promise<readonly string[]> {
  const text = `select 'cases.' || indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'cases' and tablename = 'queue' and indexname <> 'queue_pkey'`
  const { rows } = await client.query<{ name: string; definition: string }>(text)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

export function sizesInOrder(): readonly Size[] {
  return ['ten-thousand', 'hundred-thousand', 'one-million']
}

/** What follows the log has nothing to learn from these entries, and would work on them for minutes while others are measured. */
const passOver = `update log.follower set seen = pg_current_snapshot(), target = null, stream = '', seq = 0 where council_id in (${Object.keys(
  sizes,
)
  .map((id) => `'${id}'`)
  .join(', ')})`

/** In the order of time, as ids of cases are. */
const caseId = `('01930000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`

/** As many open as closed cases, over teams, services, channels and officers, some flagged. The tally is counted by the database itself. */
const queue = `
  insert into cases.queue (council_id, case_id, reference, service, version, team, status, assignee, channel, lang, flags, proposed, outcome,
    awaits_second, due_on, fires_on, opened_at, person, name, name_key, fee, paid, seq)
  select $1, ${caseId}, 'R' || i, (array['${service}', 'bulky-waste', 'potholes', 'trees'])[1 + i % 4], 'v',
    (array['${teams.join("', '")}'])[1 + i % 3],
    (array['received', 'looking', 'waiting', 'decided', 'closed', 'received', 'decided', 'closed', 'looking', 'closed'])[1 + (i / 7) % 10],
    case when i % 11 < 4 then null when i % 11 = 5 then (select id::text from people.actor where council_id = $1 limit 1)
      else md5((i % 20)::text)::uuid::text end,
    (array['web', 'web', 'web', 'phone', 'paper'])[1 + i % 5], 'en',
    case when i % 17 = 0 then array['late'] when i % 1000 = 3 then array['rare'] else '{}' end, null, null, false,
    date '2026-01-01' + ((i::bigint * 7919) % 700)::int, null, now() - make_interval(mins => i % 500000), ${caseId}::text, 'Name ' || i, 'name ' || i,
    0, 0, 1
  from generate_series($2::int, $3::int) i`

const opened = `insert into cases.opened (council_id, case_id, reference) select $1, ${caseId}, 'R' || i from generate_series($2::int, $3::int) i`

const facts = `
  insert into log.fact (council_id, stream, seq, id, kind, at, by, data, personal, hash)
  select $1, 'case/' || ${caseId}, 1, ${caseId}, 'submitted', now(), 'bench', json_build_object('filled', repeat('x', 200)), '[]', sha256(i::text::bytea)
  from generate_series($2::int, $3::int) i`

const drafts = `
  insert into journeys.draft (council_id, holder, service_id, id, person, version, lang, channel, answers, revision, touched_at)
  select $1, lpad(to_hex(i), 64, '0'), '${service}', ${caseId}, ${caseId}::text, 'v', 'en', 'web', decode(repeat(md5(i::text), 8), 'hex'), 4,
    now() - make_interval(mins => i % 40000)
  from generate_series($2::int, $3::int) i`
