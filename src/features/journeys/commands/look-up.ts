/** The single place where addresses are looked up for the questions of a page: found by postcode, chosen by number. */
import type { Address, FormFields, Question } from '#core/definition/index.ts'
import { addressBook, type Premises } from '#features/addresses/index.ts'
import type { Ctx } from '#http/route.ts'

/** A question with the name of its form field. */
export type Asked = { readonly question: Question; readonly name: string }

/** What look-ups found, by the name of the field. */
export type Found = ReadonlyMap<string, readonly Premises[]>

/** The addresses of the postcodes whose “Find address” button was pressed. */
export function lookUp(ctx: Ctx, asked: readonly Asked[], fields: FormFields): Promise<Found> {
  return findFor(ctx, addressesWith(asked, fields, 'find'), fields)
}

/** What was found before is found again, so that a page with something wrong, or shown once more, keeps its list and its choice. */
export function lookUpAgain(ctx: Ctx, asked: readonly Asked[], fields: FormFields): Promise<Found> {
  return findFor(ctx, addressesWith(asked, fields, 'uprn'), fields)
}

/** The addresses that were chosen from what was found, by the name of the field. */
export async function chosenAddresses(ctx: Ctx, asked: readonly Asked[], fields: FormFields): Promise<ReadonlyMap<string, Address>> {
  const book = addressBook(ctx.council.store)
  const chosen = new Map<string, Address>()
  for (const name of addressesWith(asked, fields, 'uprn')) {
    const uprn = fields.getAll(`${name}-uprn`)[0] ?? ''
    const premises = /^\d{1,12}$/.test(uprn) ? await book.findByUprn(uprn) : undefined
    if (premises) chosen.set(name, addressFrom(premises))
  }
  return chosen
}

/** An answer that was chosen shows its choice in the list instead of its lines. */
export function chosenFields(
  fields: Readonly<Record<string, readonly string[]>>,
  name: string,
): Readonly<Record<string, readonly string[]>> {
  if ((fields[`${name}-uprn`]?.[0] ?? '') === '') return { ...fields, [`${name}-uprn`]: [] }
  return { ...fields, [`${name}-line1`]: [], [`${name}-line2`]: [], [`${name}-town`]: [] }
}

function addressesWith(asked: readonly Asked[], fields: FormFields, part: 'find' | 'uprn'): readonly string[] {
  return asked
    .filter(({ question, name }) => question.kind === 'address' && fields.getAll(`${name}-${part}`).length > 0)
    .map(({ name }) => name)
}

async function findFor(ctx: Ctx, names: readonly string[], fields: FormFields): Promise<Found> {
  const book = addressBook(ctx.council.store)
  const found = names.map(async (name) => [name, await book.findByPostcode(fields.getAll(`${name}-postcode`)[0] ?? '')] as const)
  return new Map(await Promise.all(found))
}

function addressFrom({ uprn, lines, town, postcode, ward, parish }: Premises): Address {
  return { uprn, lines, ...(town && { town }), postcode, ...(ward && { ward }), ...(parish && { parish }) }
}
