/** The tables of address look-up, all in the schema `addresses`. No other file may name them. */
import { type Db, sql } from '#store/db.ts'
import type { AreaKind, AreaName, AreaTotal, PostcodePlace, Premises } from './domain.ts'

type PremisesRow = {
  council_id: string
  uprn: string
  lines: readonly string[]
  town: string
  postcode: string
  ward: string
  parish: string
  place: number
}
type Tables = {
  'addresses.premises': PremisesRow
  'addresses.area': { council_id: string; kind: AreaKind; name: string; premises: number }
  'addresses.area_name': { council_id: string; code: string; name: string }
  'addresses.postcode': {
    council_id: string
    postcode: string
    ward: string
    parish: string
    easting: number | null
    northing: number | null
  }
}

const addresses = (db: Db) => db.withTables<Tables>()
/** The council a transaction is bound to; rows are written under it and no other. */
const bound = sql<string>`current_setting('folkmoot.council')`

const premisesColumns = ['uprn', 'lines', 'town', 'postcode', 'ward', 'parish'] as const

export function premisesOfPostcode(tx: Db, postcode: string): Promise<Premises[]> {
  return addresses(tx)
    .selectFrom('addresses.premises')
    .select(premisesColumns)
    .where('council_id', '=', bound)
    .where('postcode', '=', postcode)
    .orderBy('place')
    .limit(500)
    .execute()
}

export function premisesByUprn(tx: Db, uprn: string): Promise<Premises | undefined> {
  return addresses(tx)
    .selectFrom('addresses.premises')
    .select(premisesColumns)
    .where('council_id', '=', bound)
    .where('uprn', '=', uprn)
    .executeTakeFirst()
}

export function areaTotals(tx: Db, kind: AreaKind): Promise<AreaTotal[]> {
  return addresses(tx)
    .selectFrom('addresses.area')
    .select(['name as area', 'premises'])
    .where('council_id', '=', bound)
    .where('kind', '=', kind)
    .orderBy('name')
    .execute()
}

/** Ward and parish by name, or by code where no name is known. */
export async function placeOfPostcode(tx: Db, postcode: string): Promise<Pick<PostcodePlace, 'postcode' | 'ward' | 'parish'> | undefined> {
  const { rows } = await sql<Pick<PostcodePlace, 'postcode' | 'ward' | 'parish'>>`
    select p.postcode, coalesce(w.name, p.ward) as ward, coalesce(n.name, p.parish) as parish from addresses.postcode p
    left join addresses.area_name w on w.council_id = p.council_id and w.code = p.ward
    left join addresses.area_name n on n.council_id = p.council_id and n.code = p.parish
    where p.council_id = ${bound} and p.postcode = ${postcode}`.execute(tx)
  return rows[0]
}

/** Adds names of areas; one that is known already is renamed. A code twice in one batch has its last name. */
export async function putAreaNames(tx: Db, names: readonly AreaName[]): Promise<void> {
  const rows = [...new Map(names.map(({ code, name }) => [code, { council_id: bound, code, name }])).values()]
  await addresses(tx)
    .insertInto('addresses.area_name')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['council_id', 'code']).doUpdateSet({ name: (found) => found.ref('excluded.name') }))
    .execute()
}

/** Empties the register, before an import fills it in the same transaction. */
export async function clearPremises(tx: Db): Promise<void> {
  await addresses(tx).deleteFrom('addresses.premises').where('council_id', '=', bound).execute()
  await addresses(tx).deleteFrom('addresses.area').where('council_id', '=', bound).execute()
}

export async function addPremises(tx: Db, batch: { readonly first: number; readonly premises: readonly Premises[] }): Promise<void> {
  const rows = batch.premises.map((one, index) => ({ ...one, council_id: bound, place: batch.first + index }))
  await addresses(tx).insertInto('addresses.premises').values(rows).execute()
}

export async function addAreas(tx: Db, kind: AreaKind, totals: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...totals].map(([name, premises]) => ({ council_id: bound, kind, name, premises }))
  if (rows.length > 0) await addresses(tx).insertInto('addresses.area').values(rows).execute()
}

export async function clearPostcodes(tx: Db): Promise<void> {
  await addresses(tx).deleteFrom('addresses.postcode').where('council_id', '=', bound).execute()
}

export async function addPostcodes(tx: Db, places: readonly PostcodePlace[]): Promise<void> {
  const rows = places.map((place) => ({ ...place, council_id: bound, easting: place.easting ?? null, northing: place.northing ?? null }))
  await addresses(tx)
    .insertInto('addresses.postcode')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Premises from all over the register, evenly spread; at most so many. */
export async function somePremises(tx: Db, most: number): Promise<Premises[]> {
  const { rows } = await sql<Premises>`
    with numbered as (
      select uprn, lines, town, postcode, ward, parish, place, count(*) over () as total
      from addresses.premises where council_id = ${bound}
    )
    select uprn, lines, town, postcode, ward, parish from numbered
    where place % greatest(1, ceil(total::numeric / ${most})::int) = 0 order by place limit ${most}`.execute(tx)
  return rows
}

export async function hasPremises(tx: Db): Promise<boolean> {
  const row = await addresses(tx)
    .selectFrom('addresses.premises')
    .select('uprn')
    .where('council_id', '=', bound)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
