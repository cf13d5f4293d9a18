/** The single place where answers become a path: which pages count, which answers, what is at fault and what comes next. */
import type { Answers } from '#core/definition/answers.ts'
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Values } from '#core/expression/index.ts'
import { type WalkedPage, Walker } from './walker.ts'

export type { WalkedPage } from './walker.ts'

/** A journey as far as the answers show it. */
export type Walk = {
  /** Pages known to count, in order. After an incomplete page come those that count whatever its answers. */
  readonly pages: readonly WalkedPage[]
  /** Answers that count. Those at fault and those on a branch left behind are not among them. */
  readonly relevant: Answers
  readonly faults: readonly AnswerFault[]
  /** The id of the exit reached: “Not accepted here”. Pages after it are not walked. */
  readonly exit?: string
  /** The first page that is not complete. */
  readonly next?: string
  /** Every page is complete and no exit was reached: the answers can be submitted. */
  readonly done: boolean
  /** What the answers make known, by name, for words and conditions. */
  readonly known: Values
}

/** Walks answers from the first page. `today` is `YYYY-MM-DD`. Pure, total and linear in the number of pages. */
export function walk(prepared: Prepared, answers: Answers, today: string): Walk {
  return walkOf(new Walker(prepared, answers, today).walk())
}

/** Where a person goes from a page they completed: the next page that counts, or the check page. */
export function nextAfter(walked: Walk, pageId: string): string {
  const at = walked.pages.findIndex(({ page }) => page.id === pageId)
  if (at === -1) return walked.next ?? 'check'
  return walked.pages[at + 1]?.page.id ?? 'check'
}

/** Where a person goes from an answer changed on the check page: the first page now incomplete, or back to the check page. */
export function nextAfterChange(walked: Walk): string {
  return walked.next ?? 'check'
}

/** The page before one that counts; undefined for the first. */
export function findPageBefore(walked: Walk, pageId: string): string | undefined {
  const at = walked.pages.findIndex(({ page }) => page.id === pageId)
  return walked.pages[at - 1]?.page.id
}

/** What a walker found. */
export function walkOf(walker: Walker): Walk {
  const { pages, relevant, exit, values } = walker
  const next = pages.find(({ complete }) => !complete)?.page.id
  return {
    pages,
    relevant,
    faults: pages.flatMap(({ faults }) => faults),
    ...(exit === undefined ? {} : { exit }),
    ...(next === undefined ? {} : { next }),
    done: exit === undefined && next === undefined && pages.length > 0,
    known: values,
  }
}
