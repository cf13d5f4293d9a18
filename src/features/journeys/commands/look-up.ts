/** The single place where addresses are looked up for the questions of a page: found by postcode, chosen by number. */
import { type Address, type FormFields, type Question, readAnswer } from '#core/definition/index.ts'
import { addressBook, addressFrom, areasOf, postcodeFrom, type Premises } from '#features/addresses/index.ts'
import type { Ctx } from '#http/route.ts'

/** A question with the name of its form field. */
export type Asked = { readonly question: Question; readonly name: string }

/** What look-ups found, by the name of the field. */
export type Found = ReadonlyMap<string, readonly Premises[]>

/**
 * The addresses of the postcodes whose “Find address” button was pressed. Enter anywhere on the page looks up too where there is a postcode
 * and nothing else yet; otherwise it goes on.
 */
export function lookUp(ctx: Ctx, asked: readonly Asked[], fields: FormFields): Promise<Found> {
  const isByEnter = fields.getAll('enter').length > 0
  const names = addressNames(asked).filter((name) => isAskedFor(fields, name) || (isByEnter && isOnlyPostcode(fields, name)))
  return findFor(ctx, names, fields)
}

/** What was found before is found again, so that a page with something wrong, or shown once more, keeps its list and its choice. */
export function lookUpAgain(ctx: Ctx, asked: readonly Asked[], fields: FormFields): Promise<Found> {
  const names = addressNames(asked).filter((name) => fields.getAll(`${name}-uprn`).length > 0)
  return findFor(ctx, names, fields)
}

/**
 * The addresses of a page, by the name of the field. One that was chosen is taken whole from the register; with a number that the register
 * does not have, or has elsewhere, it counts as typed. A typed one gets the ward and parish of its postcode.
 */
export async function addressesGiven(ctx: Ctx, asked: readonly Asked[], fields: FormFields): Promise<ReadonlyMap<string, Address>> {
  const given = new Map<string, Address>()
  for (const { question, name } of asked) {
    if (question.kind !== 'address') continue
    const address = (await chosenAddress(ctx, fields, name)) ?? (await typedAddress(ctx, { question, name }, fields))
    if (address) given.set(name, address)
  }
  return given
}

async function chosenAddress(ctx: Ctx, fields: FormFields, name: string): Promise<Address | undefined> {
  const uprn = partOf(fields, name, '-uprn')
  const premises = /^\d{1,12}$/.test(uprn) ? await addressBook(ctx.council.store).findByUprn(uprn) : undefined
  const postcode = partOf(fields, name, '-postcode')
  return premises && (postcode === '' || postcodeFrom(postcode) === premises.postcode) ? addressFrom(premises) : undefined
}

async function typedAddress(ctx: Ctx, { question, name }: Asked, fields: FormFields): Promise<Address | undefined> {
  const typed: FormFields = { getAll: (field) => (field === `${name}-uprn` ? [] : fields.getAll(field)) }
  const { answer, flaws } = readAnswer(question, typed, name)
  if (flaws.length > 0 || typeof answer !== 'object' || !('lines' in answer)) return undefined
  return { ...answer, ...(answer.postcode !== undefined && (await areasOf(addressBook(ctx.council.store), answer.postcode))) }
}

/** An answer that was chosen shows its choice in the list instead of its lines. */
export function chosenFields(
  fields: Readonly<Record<string, readonly string[]>>,
  name: string,
): Readonly<Record<string, readonly string[]>> {
  if ((fields[`${name}-uprn`]?.[0] ?? '') === '') return { ...fields, [`${name}-uprn`]: [] }
  return { ...fields, [`${name}-line1`]: [], [`${name}-line2`]: [], [`${name}-town`]: [] }
}

function addressNames(asked: readonly Asked[]): readonly string[] {
  return asked.filter(({ question }) => question.kind === 'address').map(({ name }) => name)
}

function isAskedFor(fields: FormFields, name: string): boolean {
  return fields.getAll(`${name}-find`).length > 0
}

function isOnlyPostcode(fields: FormFields, name: string): boolean {
  const isFilled = ['-uprn', '-line1', '-line2', '-town'].some((part) => partOf(fields, name, part) !== '')
  return !isFilled && partOf(fields, name, '-postcode') !== ''
}

function partOf(fields: FormFields, name: string, part: string): string {
  return (fields.getAll(`${name}${part}`)[0] ?? '').trim()
}

async function findFor(ctx: Ctx, names: readonly string[], fields: FormFields): Promise<Found> {
  const book = addressBook(ctx.council.store)
  const found = names.map(async (name) => [name, await book.findByPostcode(fields.getAll(`${name}-postcode`)[0] ?? '')] as const)
  return new Map(await Promise.all(found))
}
