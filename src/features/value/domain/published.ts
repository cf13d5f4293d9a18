/** The single place where figures are made fit for everybody’s eyes: one value each, with its months, small numbers hidden. Pure. */
import { type Counts, completionOf, type Figures, satisfiedOf } from './figures.ts'
import type { Share } from './interval.ts'
import { meanOf, median, percentile, type Spread, sizeOf } from './spread.ts'
import { isFew, isShareShown, leastShown, monthShown, sumShown } from './suppression.ts'

export const figureIds = [
  'cost',
  'touches',
  'time-taken',
  'completion',
  'satisfaction',
  'satisfaction-sent',
  'take-up',
  'asked',
  'reopened',
  'applications',
  'finished',
  'withdrawn',
] as const
export type FigureId = (typeof figureIds)[number]

export function isFigureId(text: string): text is FigureId {
  return figureIds.some((id) => id === text)
}

/** What the value is: pence, days, a share from 0 to 1, or a plain number. */
export type Unit = 'pence' | 'days' | 'share' | 'number' | 'count'

/** `few`: there are too few to show it. `none`: there is nothing to show. */
export type Shown = { readonly state: 'shown'; readonly value: number } | { readonly state: 'few' | 'none' }

export type PublishedMonth = { readonly month: string; readonly figure: Shown; readonly of: number | undefined }

export type PublishedFigure = {
  readonly id: FigureId
  readonly unit: Unit
  readonly figure: Shown
  /** How many it was counted from, a month with too few to show taken for five; undefined where there is nothing else. */
  readonly of: number | undefined
  readonly months: readonly PublishedMonth[]
}

type Way = { readonly unit: Unit; readonly of: (counts: Counts) => Shown; readonly size: (counts: Counts) => number }

const ways: Readonly<Record<Exclude<FigureId, 'cost'>, Way>> = {
  touches: { unit: 'number', of: ({ touches }) => spreadShown(touches, meanOf), size: ({ touches }) => sizeOf(touches) },
  'time-taken': { unit: 'days', of: ({ days }) => spreadShown(days, median), size: ({ days }) => sizeOf(days) },
  completion: { unit: 'share', of: ({ journeys }) => shareShown(completionOf(journeys)), size: ({ journeys }) => journeys.begun },
  satisfaction: {
    unit: 'share',
    of: ({ ratings }) => shareShown(satisfiedOf(ratings.decided)),
    size: ({ ratings }) => sizeOf(ratings.decided),
  },
  'satisfaction-sent': {
    unit: 'share',
    of: ({ ratings }) => shareShown(satisfiedOf(ratings.sent)),
    size: ({ ratings }) => sizeOf(ratings.sent),
  },
  'take-up': { unit: 'share', of: ({ takeUp }) => shareShown(takeUp), size: ({ takeUp }) => takeUp.of },
  asked: { unit: 'share', of: ({ asked: count, finished: of }) => shareShown({ count, of }), size: ({ finished }) => finished },
  reopened: { unit: 'share', of: ({ reopened: count, finished: of }) => shareShown({ count, of }), size: ({ finished }) => finished },
  applications: { unit: 'count', of: ({ submitted }) => countShown(submitted), size: ({ submitted }) => submitted },
  finished: { unit: 'count', of: ({ finished }) => countShown(finished), size: ({ finished }) => finished },
  withdrawn: { unit: 'count', of: ({ withdrawn }) => countShown(withdrawn), size: ({ withdrawn }) => withdrawn },
}

/** A figure as anyone may see it. */
export function published(figures: Figures, id: FigureId): PublishedFigure {
  if (id === 'cost') return costPublished(figures)
  const { unit, of, size } = ways[id]
  const months = figures.months.map((month) => ({ month: month.month, figure: of(month), of: monthShown(size(month)) }))
  const sum = sumShown(figures.months.map(size))
  const figure: Shown = unit !== 'count' ? of(figures) : sum === undefined ? few : { state: 'shown', value: sum }
  return { id, unit, figure, of: sum, months }
}

/** The cost of one case is no number of people; it stands as soon as enough were finished that it says something. */
function costPublished({ costs, months }: Figures): PublishedFigure {
  const figure: Shown =
    costs?.each === undefined ? { state: 'none' } : costs.finished < leastShown ? few : { state: 'shown', value: costs.each }
  return {
    id: 'cost',
    unit: 'pence',
    figure,
    of: costs && sumShown(months.map(({ finished }) => finished)),
    months: months.map(({ month, finished }) => ({ month, figure: { state: 'none' }, of: monthShown(finished) })),
  }
}

const few: Shown = { state: 'few' }

function countShown(count: number): Shown {
  return isFew(count) ? few : { state: 'shown', value: count }
}

function shareShown(share: Share): Shown {
  if (share.of === 0) return { state: 'none' }
  return isShareShown(share) ? { state: 'shown', value: share.count / share.of } : few
}

function spreadShown(spread: Spread, value: (spread: Spread) => number | undefined): Shown {
  const found = value(spread)
  if (found === undefined) return { state: 'none' }
  return sizeOf(spread) < leastShown ? few : { state: 'shown', value: found }
}

/** The days within which nine in ten were finished, when they are enough to say so. */
export function ninetieth({ days }: Counts): Shown {
  return spreadShown(days, (spread) => percentile(spread, 90))
}

export function medianWorkingDays({ workingDays }: Counts): Shown {
  return spreadShown(workingDays, median)
}
