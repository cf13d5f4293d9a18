/** The single place where a posted page is read, checked and saved. */
import type { AnswerFault, FormFields } from '#core/definition/index.ts'
import type { WalkedPage } from '#core/journey/index.ts'
import type { Ctx } from '#http/route.ts'
import { faultsOf, findPage, readPage, type Stop, stopAfter, type Whereabouts, withAnswers } from '../domain/index.ts'
import { findJourney, type Journey, type Origin, saveAnswers, withWalk } from './journey.ts'
import { addressesGiven, type Found, lookUp, lookUpAgain } from './look-up.ts'

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
  const asked = page.questions.map((question) => ({ question, name: question.id }))
  const found = await lookUp(ctx, asked, fields)
  if (found.size > 0) return { done: 'again', journey: before, page, faults: [], found }

  const reading = readPage(page, { before: before.answers, fields, addresses: await addressesGiven(ctx, asked, fields) })
  const after = withWalk(ctx, before, withAnswers(before.answers, page.questions, reading.answers))
  const faults = faultsOf(pageId, reading, after.walked)
  if (faults.length > 0) return { done: 'again', journey: before, page, faults, found: await lookUpAgain(ctx, asked, fields) }
  if (!(await saveAnswers(ctx, after))) return undefined
  return { done: 'saved', journey: after, stop: stopAfter(after.walked, pageId, isChanging) }
}

/** The posted form as questions read it. */
export function fieldsFrom({ form }: Pick<Ctx, 'form'>): FormFields {
  return { getAll: (name) => form.all(name) }
}
