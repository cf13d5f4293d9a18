/** The single place that says where somebody is on a journey and where they go on. Pure. */
import type { Prepared } from '#core/definition/index.ts'
import { nextAfter, type Walk, type WalkedPage } from '#core/journey/index.ts'
import type { Draft } from './draft.ts'

/** A stop on a journey. */
export type Stop = { readonly page: string } | 'check' | 'exit'

/** What of a journey decides where one is. `walked` is of no answers when nothing is kept or all was sent. */
export type Progress = {
  readonly prepared: Prepared
  readonly walked: Walk
  readonly draft?: Draft | undefined
  /** Whether the first page may be answered without a draft, or anew after one was sent. */
  readonly mayBegin: boolean
}

/**
 * Where an address leads: to the page, elsewhere because the page is not asked or not yet reached, to the news that it was sent, or to the
 * news that nothing is kept (the draft was deleted, or the browser has no part in it).
 */
export type Whereabouts =
  | { readonly at: 'page'; readonly page: WalkedPage }
  | { readonly at: 'elsewhere'; readonly stop: Stop }
  | { readonly at: 'sent'; readonly reference: string }
  | { readonly at: 'nowhere' | 'unknown' }

export function findPage(progress: Progress, pageId: string): Whereabouts {
  const { walked } = progress
  const place = walked.pages.findIndex(({ page }) => page.id === pageId)
  const page = walked.pages[place]
  if (place === 0 && page && progress.mayBegin) return { at: 'page', page }
  const ended = endOf(progress)
  if (ended) return isPageOf(progress.prepared, pageId) ? ended : { at: 'unknown' }
  if (!page) return isPageOf(progress.prepared, pageId) ? { at: 'elsewhere', stop: frontOf(walked) } : { at: 'unknown' }
  const isReached = walked.pages.slice(0, place).every(({ complete }) => complete)
  return isReached ? { at: 'page', page } : { at: 'elsewhere', stop: frontOf(walked) }
}

/** Whether answers can be checked and sent, or where else to go first. */
export function findCheck(progress: Progress): { readonly at: 'check' } | Exclude<Whereabouts, { at: 'page' }> {
  const ended = endOf(progress)
  if (ended) return ended
  const stop = frontOf(progress.walked)
  return stop === 'check' ? { at: 'check' } : { at: 'elsewhere', stop }
}

function endOf({ draft }: Progress): Exclude<Whereabouts, { at: 'page' }> | undefined {
  if (!draft) return { at: 'nowhere' }
  return draft.reference === undefined ? undefined : { at: 'sent', reference: draft.reference }
}

/** The furthest one can go: the first page that is not complete, the exit reached, or the check page. */
export function frontOf(walked: Walk): Stop {
  if (walked.next !== undefined) return { page: walked.next }
  return walked.exit === undefined ? 'check' : 'exit'
}

/** Where a journey begins or goes on: at the front, but not past a first page that may be left empty before anything was answered. */
export function startOf(walked: Walk): Stop {
  const [first] = walked.pages
  const isUntouched = Object.keys(walked.relevant).length === 0 && walked.exit === undefined
  return first && isUntouched ? { page: first.page.id } : frontOf(walked)
}

/** Where one goes from a page that is complete. `isChanging`: they came from the check page and return there unless more is asked. */
export function stopAfter(walked: Walk, pageId: string, isChanging: boolean): Stop {
  const isLast = walked.pages.at(-1)?.page.id === pageId
  if (isChanging || (isLast && walked.exit !== undefined)) return frontOf(walked)
  const next = nextAfter(walked, pageId)
  return next === 'check' ? frontOf(walked) : { page: next }
}

function isPageOf(prepared: Prepared, pageId: string): boolean {
  return prepared.pages.some(({ id }) => id === pageId)
}
