/** The single place where a posted page is read, checked and saved. */
import type { AnswerFault, FormFields } from '#core/definition/index.ts'
import type { WalkedPage } from '#core/journey/index.ts'
import type { Ctx } from '#http/route.ts'
import {
  errorChanges,
  faultsOf,
  findPage,
  monthBegun,
  readPage,
  secondsSince,
  shownField,
  type Stop,
  stopAfter,
  type Whereabouts,
  withAnswers,
} from '../domain/index.ts'
import { countErrors } from '../store/index.ts'
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
  if (faults.length > 0) {
    await noteErrors(ctx, before, { pageId, faults })
    return { done: 'again', journey: before, page, faults, found: await lookUpAgain(ctx, asked, fields) }
  }
  if (!(await saveAnswers(ctx, after, { answering: answeringOf(ctx, pageId, true) }))) return undefined
  return { done: 'saved', journey: after, stop: stopAfter(after.walked, pageId, isChanging) }
}

/** How long the page was before whoever posts it. */
export function answeringOf(ctx: Ctx, page: string, isWhole: boolean) {
  return { page, isWhole, seconds: secondsSince(ctx.form.get(shownField), ctx.now) }
}

/** Counts who went wrong where, and nothing of what they said. */
export async function noteErrors(
  ctx: Ctx,
  { draft, service, prepared }: Journey,
  { pageId, faults }: { readonly pageId: string; readonly faults: readonly AnswerFault[] },
): Promise<void> {
  const month = draft === undefined || draft.reference !== undefined ? ctx.today.slice(0, 7) : monthBegun(draft.id)
  const changes = errorChanges(faults, { page: pageId, month })
  await ctx.council.store.tell(countErrors, { service, version: prepared.version, day: ctx.today, changes })
}

/** The posted form as questions read it. */
export function fieldsFrom({ form }: Pick<Ctx, 'form'>): FormFields {
  return { getAll: (name) => form.all(name) }
}
