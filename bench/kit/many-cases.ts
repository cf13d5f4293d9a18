/** The single place that fills the typed columns of a service with many past cases of many different people. */
import pg from 'pg'
import type { Definition, Prepared } from '#core/definition/index.ts'
import { keptOf, type PastCase, walk } from '#core/index.ts'
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import { putTyped, type Remembered } from '#features/replay/store/index.ts'
import type { Council } from '#http/council.ts'
import { diceOf, randomAnswers } from '#test/kit/random-answers.ts'

/** People drawn anew; all others are these with other ids. */
const drawn = 5_000
const first = dayNumber('2025-11-24')

export type Filling = {
  readonly council: Council
  readonly prepared: Prepared
  readonly service: string
  readonly figures: readonly number[]
}

/** Past cases of people who reach the end, opened within a year. */
export function people({ prepared, figures }: Pick<Filling, 'prepared' | 'figures'>): readonly PastCase[] {
  const dice = diceOf(2026)
  const past: PastCase[] = []
  for (let tries = 0; past.length < drawn && tries < drawn * 100; tries += 1) {
    const today = dateOfDay(first + Math.floor(dice() * 360)) ?? ''
    const { relevant, done } = walk(prepared, randomAnswers(prepared, { dice, today, figures }), today)
    if (!done) continue
    const id = `01900000-0000-7000-8000-${String(past.length).padStart(12, '0')}`
    past.push({
      ...keptOf(prepared, relevant, { today }),
      id,
      today,
      channel: dice() < 0.7 ? 'web' : 'phone',
      area: `E${Math.floor(dice() * 24)}`,
    })
  }
  return past
}

/** Puts the same people in as often as `many` needs. The store has no way to do that, since nothing but this does. */
export async function fill(
  { council, prepared, service, figures }: Filling,
  { many, owner }: { readonly many: number; readonly owner: pg.ClientConfig },
): Promise<void> {
  const remembered = people({ prepared, figures }).map((past): Remembered => ({ service, prepared, past, spelledOut: past.id }))
  await council.store.transaction((tx) => putTyped(tx, remembered))
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(attname, ', ') as columns from pg_attribute
      where attrelid = 'replay.typed_case'::regclass and attnum > 0 and not attisdropped and attname <> 'case_id'`,
  )
  const columns = rows[0]?.columns ?? ''
  const copy = `insert into replay.typed_case (case_id, ${columns}) select gen_random_uuid(), ${columns}
    from replay.typed_case, generate_series(2, $2::int) where service = $1`
  await client.query(copy, [service, Math.round(many / remembered.length)])
  await client.query('vacuum analyze replay.typed_case')
  await client.end()
}

/** The definition with another figure. @throws Error where it has none of that name */
export function withFigure(definition: Definition, name: string, is: string): Definition {
  const figure = definition.service.constants[name]
  if (figure === undefined) throw new Error(`there is no figure ${name}`)
  return { ...definition, service: { ...definition.service, constants: { ...definition.service.constants, [name]: { ...figure, is } } } }
}
