/** The single place where a posted page is read, checked and saved. */
import type { Address, AnswerFault, FormFields } from '#core/definition/index.ts'
import type { WalkedPage } from '#core/journey/index.ts'
import { addressBook, type Premises } from '#features/addresses/index.ts'
import type { Ctx } from '#http/route.ts'
import { faultsOf, findPage, readPage, type Stop, stopAfter, type Whereabouts, withAnswers } from '../domain/index.ts'
import { findJourney, type Journey, type Origin, saveAnswers, withWalk } from './journey.ts'

/** What a look-up found for an address question, by question id. */
export type Found = ReadonlyMap<string, readonly Premises[]>

/** What became of a posted page. `again`: it is shown once more, with what is wrong or what a look-up found. */
export type Answered =
  | { readonly done: 'saved'; readonly journey: Journey; readonly stop: Stop }
  | {
      readonly done: 'again'
      readonly journey: Journey
      readonly page: WalkedPage
      readonly faults: readonly AnswerFault[]
      readonly found: Found
    }
  | { readonly done: 'elsewhere'; readonly journey: Journey; readonly whereabouts: Exclude<Whereabouts, { at: 'page' }> }
  | { readonly done: 'none' }

const mostTries = 4

export type Posting = { readonly origin: Origin; readonly pageId: string; readonly isChanging: boolean }

/** Saves a page, again when another tab was quicker: what that one said on other pages stays. */
export async function answerPage(ctx: Ctx, posting: Posting): Promise<Answered> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const answered = await answerOnce(ctx, posting)
    if (answered) return answered
  }
  throw new Error('a draft was saved from elsewhere each time it was to be saved')
}

async function answerOnce(ctx: Ctx, { origin, pageId, isChanging }: Posting): Promise<Answered | undefined> {
  const before = await findJourney(ctx, origin)
  if (!before) return { done: 'none' }
  const whereabouts = findPage(before, pageId)
  if (whereabouts.at !== 'page') return { done: 'elsewhere', journey: before, whereabouts }
  const { page } = whereabouts
  const fields = fieldsFrom(ctx)
  const found = await lookUp(ctx, page, fields)
  if (found.size > 0) return { done: 'again', journey: before, page, faults: [], found }

  const reading = readPage(page, { before: before.answers, fields, chosen: await chosenAddresses(ctx, page, fields) })
  const after = withWalk(ctx, before, withAnswers(before.answers, page.questions, reading.answers))
  const faults = faultsOf(pageId, reading, after.walked)
  if (faults.length > 0) return { done: 'again', journey: before, page, faults, found: await foundBefore(ctx, page, fields) }
  if (!(await saveAnswers(ctx, after))) return undefined
  return { done: 'saved', journey: after, stop: stopAfter(after.walked, pageId, isChanging) }
}

/** The posted form as questions read it. */
export function fieldsFrom({ form }: Pick<Ctx, 'form'>): FormFields {
  return { getAll: (name) => form.all(name) }
}

/** Addresses of the postcodes whose “Find address” button was pressed. */
async function lookUp(ctx: Ctx, page: WalkedPage, fields: FormFields): Promise<Found> {
  return premisesFor(
    ctx,
    page.questions.filter(({ id, kind }) => kind === 'address' && fields.getAll(`${id}-find`).length > 0).map(({ id }) => id),
    fields,
  )
}

/** What was found before is found again, so that a page with something wrong keeps its list. */
async function foundBefore(ctx: Ctx, page: WalkedPage, fields: FormFields): Promise<Found> {
  return premisesFor(
    ctx,
    page.questions.filter(({ id, kind }) => kind === 'address' && fields.getAll(`${id}-uprn`).length > 0).map(({ id }) => id),
    fields,
  )
}

/** The premises of the postcodes that stand in the fields of address questions. */
export async function premisesFor(ctx: Ctx, questions: readonly string[], fields: FormFields): Promise<Found> {
  const book = addressBook(ctx.council.store)
  const found = questions.map(async (id) => [id, await book.findByPostcode(fields.getAll(`${id}-postcode`)[0] ?? '')] as const)
  return new Map(await Promise.all(found))
}

async function chosenAddresses(ctx: Ctx, page: WalkedPage, fields: FormFields): Promise<ReadonlyMap<string, Address>> {
  const chosen = new Map<string, Address>()
  for (const { id, kind } of page.questions) {
    const uprn = kind === 'address' ? (fields.getAll(`${id}-uprn`)[0] ?? '') : ''
    const premises = /^\d{1,12}$/.test(uprn) ? await addressBook(ctx.council.store).findByUprn(uprn) : undefined
    if (premises) chosen.set(id, addressFrom(premises))
  }
  return chosen
}

function addressFrom({ uprn, lines, town, postcode, ward, parish }: Premises): Address {
  return { uprn, lines, ...(town && { town }), postcode, ...(ward && { ward }), ...(parish && { parish }) }
}
