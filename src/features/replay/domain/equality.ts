/**
 * The single place for what can be said of groups of people that equality answers tell of. Those answers are kept apart from cases, with nothing but their month, so
 * that only bounds can be said: with so many cases of a month changed, at least and at most so many of those who gave an answer that month were among them
 * (Duncan and Davis, An alternative to ecological correlation, 1953). Pure.
 */
import { z } from 'zod'
import { LEAST, STEP } from './groups.ts'

/** Of a month: how many cases there are, how many change, and how many people gave each answer. */
export type EqualityMonth = { readonly cases: number; readonly changed: number; readonly answers: ReadonlyMap<string, number> }

/** People of one answer, rounded to 5, and between how many of them the change concerns; null where fewer than ten or all but ten are told of. */
const EqualityPart = z.object({
  part: z.string(),
  people: z.int().nullable(),
  changedAtLeast: z.int().nullable(),
  changedAtMost: z.int().nullable(),
})
export type EqualityPart = z.infer<typeof EqualityPart>

/** The parts of one equality question. Months with fewer than ten answers tell nothing. */
export const Equality = z.object({ question: z.string(), parts: z.array(EqualityPart) })
export type Equality = z.infer<typeof Equality>

export function boundsOf(question: string, months: readonly EqualityMonth[]): Equality {
  const sums = new Map<string, { people: number; least: number; most: number }>()
  let everybody = 0
  for (const { cases, changed, answers } of months) {
    const given = sumOf(answers.values())
    if (given < LEAST || cases < LEAST) continue
    everybody += given
    for (const [part, people] of answers) {
      const sum = sums.get(part) ?? { people: 0, least: 0, most: 0 }
      sums.set(part, {
        people: sum.people + people,
        least: sum.least + Math.max(0, changed - (cases - people)),
        most: sum.most + Math.min(changed, people),
      })
    }
  }
  const parts = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, sum]) => partOfGroup(part, sum, everybody))
  // One part alone that is hidden would be what the others leave of everybody.
  const hidden = parts.filter(({ people }) => people === null)
  return { question, parts: hidden.length === 1 ? parts.map(({ part }) => ({ part, ...HIDDEN })) : parts }
}

/** Figures made public: of how many cases, how many change, and at most how many more or fewer that may truly be. */
export type PublicFigures = { readonly cases: number; readonly changed: number; readonly slack: number }

/**
 * Bounds for everybody: from figures that are public anyway, so that they give away no case, widened by what those may be wrong by. `answers` of each whole month
 * change only with the month.
 */
export function publicBoundsOf(
  question: string,
  months: readonly Pick<EqualityMonth, 'answers'>[],
  { cases, changed, slack }: PublicFigures,
): Equality {
  const answers = new Map<string, number>()
  for (const { answers: own } of months.filter(({ answers: own }) => sumOf(own.values()) >= LEAST))
    for (const [part, people] of own) answers.set(part, (answers.get(part) ?? 0) + people)
  const least = boundsOf(question, [{ cases, changed: Math.max(0, changed - slack), answers }])
  const most = boundsOf(question, [{ cases, changed: Math.min(cases, changed + slack), answers }])
  return { question, parts: least.parts.map((part, place) => ({ ...part, changedAtMost: most.parts[place]?.changedAtMost ?? null })) }
}

function sumOf(counts: Iterable<number>): number {
  return [...counts].reduce((sum, count) => sum + count, 0)
}

const HIDDEN = { people: null, changedAtLeast: null, changedAtMost: null } as const

function partOfGroup(
  part: string,
  { people, least, most }: { readonly people: number; readonly least: number; readonly most: number },
  everybody: number,
): EqualityPart {
  if (people < LEAST || (everybody > people && everybody - people < LEAST)) return { part, ...HIDDEN }
  const isTelling = least >= LEAST && people - least >= LEAST
  const isBounding = most >= LEAST && people - most >= LEAST
  return {
    part,
    people: rounded(people),
    changedAtLeast: isTelling ? rounded(least) : 0,
    changedAtMost: isBounding ? rounded(most) : rounded(people),
  }
}

function rounded(count: number): number {
  return Math.round(count / STEP) * STEP
}
