/** The single place that puts past cases where trials read them, without the journeys they would have come from. */
import pg from 'pg'
import type { Kept } from '#core/index.ts'
import { journeyCouncil } from './council.ts'

export type Remembered = Kept & { readonly id: string; readonly today: string }

/** Puts the cases of the service there; `past` goes over in one statement. */
export async function remember(
  owner: pg.ClientConfig,
  { service, past }: { readonly service: string; readonly past: readonly Remembered[] },
) {
  const client = new pg.Client(owner)
  await client.connect()
  const rows = past.map(({ id, today, answers, given, left }) => ({ id, today, answers, given, left }))
  await client.query(
    `insert into replay.past_case (council_id, case_id, service, version, opened, channel, lang, made_up, answers, given, left_empty)
      select $1, r.id, $2, 'bench', r.today, 'web', 'en', false, r.answers, r.given, r."left"
      from jsonb_to_recordset($3::jsonb) as r(id uuid, today date, answers jsonb, given text[], "left" text[])`,
    [journeyCouncil, service, JSON.stringify(rows)],
  )
  await client.query('analyze replay.past_case')
  await client.end()
}

/** The item at a place, beginning again after the last. @throws Error where there is none */
export function taken<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length]
  if (item === undefined) throw new Error('no scenario of the service reaches its end')
  return item
}
