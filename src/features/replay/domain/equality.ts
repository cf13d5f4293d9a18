/**
 * The single place for what can be said of groups of people that equality answers tell of. Those answers are kept apart from cases, with nothing but their month, so
 * that only bounds can be said: with so many cases of a month changed, at least and at most so many of those who gave an answer that month were among them
 * (Duncan and Davis, An alternative to ecological correlation, 1953). Pure.
 */
import { LEAST, STEP } from './groups.ts'

/** Of a month: how many cases there are, how many change, and how many people gave each answer. */
export type EqualityMonth = { readonly cases: number; readonly changed: number; readonly answers: ReadonlyMap<string, number> }

/** People of one answer, rounded to 5, and between how many of them the change concerns; null where fewer than ten or all but ten are told of. */
export type EqualityPart = {
  readonly part: string
  readonly people: number | null
  readonly changedAtLeast: number | null
  readonly changedAtMost: number | null
}

/** The parts of one equality question. Months with fewer than ten answers tell nothing. */
export type Equality = { readonly question: string; readonly parts: readonly EqualityPart[] }

export function boundsOf(question: string, months: readonly EqualityMonth[]): Equality {
  const sums = new Map<string, { people: number; least: number; most: number }>()
  let everybody = 0
  for (const { cases, changed, answers } of months) {
    const given = [...answers.values()].reduce((sum, count) => sum + count, 0)
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
