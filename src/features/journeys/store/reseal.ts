/** The single place where drafts are sealed anew when the council's key changes, so that nobody loses what they have begun. */
import { type Db, sql } from '#store/db.ts'
import { type Sealer, sealerOf } from '#store/sealer.ts'
import { carriedPlaceOf, placeOf } from '../domain/index.ts'
import { bound } from './tables.ts'

const atOnce = 500

type SealedRow = { readonly id: string; readonly answers: Buffer | null; readonly carried: Buffer | null }

/** A batch of those that a former key sealed; answers how many. One that does not open stays as it is: it did not open before. */
export async function sealDraftsAnew(tx: Db): Promise<number> {
  const sealer = sealerOf(tx)
  const former = sealer.formerPrefixes()
  const { rows } = await sql<SealedRow>`select id, answers, carried from journeys.draft where council_id = ${bound}
    and (substring(answers from 1 for 16) = any(${former}) or substring(carried from 1 for 16) = any(${former}))
    order by id limit ${atOnce} for update`.execute(tx)
  const anew = rows.flatMap(({ id, answers, carried }) => {
    const [fresh, freshCarried] = [again(sealer, answers, placeOf(id)), again(sealer, carried, carriedPlaceOf(id))]
    return fresh || freshCarried ? [{ id, answers: fresh, carried: freshCarried }] : []
  })
  await sql`update journeys.draft d set answers = coalesce(decode(n.answers, 'hex'), d.answers), carried = coalesce(decode(n.carried, 'hex'), d.carried)
    from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as n(id uuid, answers text, carried text)
    where d.council_id = ${bound} and d.id = n.id`.execute(tx)
  return anew.length
}

/** In hexadecimal. */
function again(sealer: Sealer, sealed: Buffer | null, place: string): string | undefined {
  const value = sealed === null ? undefined : sealer.open(sealed, place)
  return value === undefined ? undefined : sealer.seal(value, place).toString('hex')
}
