/** The single place where a version says what it would do with one past case, or that it can't be told and why. */
import { isEntries } from '#core/definition/answers.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { membersAsked } from '#core/journey/flaws.ts'
import { type PlainValue, plainOf } from '#core/journey/plain-value.ts'
import { Walker } from '#core/journey/walker.ts'
import type { PastCase } from './past-case.ts'
import type { Side } from './side.ts'

/** Why a question keeps a case from being told: no answer was asked for then, there was one that is not kept, or the version would not accept the one there is. */
export type Lack = { readonly question: string; readonly because: 'not-asked' | 'not-kept' | 'not-accepted' }

/** What a version says. An outcome is `exit:<id>` where an exit is reached, and `open` where the rules propose none. */
export type Told = {
  readonly outcome: string
  /** Pence; null where there is none. */
  readonly fee: number | null
  /** Calculations shown, by id. */
  readonly values: Readonly<Record<string, PlainValue>>
  /** How many questions are asked, those of each entry of a group included; null where it can't be told. */
  readonly asked: number | null
  /** Whether a person has to look closely: an adverse outcome, one that two must agree on, or none proposed. */
  readonly needsPerson: boolean
}

export type Verdict = { readonly told: Told } | { readonly lacks: readonly Lack[] }

/** The outcome of whoever is told that the service is not for them. */
export const exitOutcome = (exit: string): string => `exit:${exit}`

/** No outcome is proposed: a person decides from the beginning. */
export const OPEN = 'open'

export function verdictOf(side: Side, past: PastCase): Verdict {
  const walker = new Walker(side.prepared, past.answers, past.today).walk()
  const lacks = lacksOf(walker, side, past)
  if (lacks.length === 0) return { told: toldBy(walker, side, true) }
  const isSure = side.isSettled && lacks.every(({ because }) => because !== 'not-accepted') && isSettled(walker, side)
  return isSure ? { told: toldBy(walker, side, false) } : { lacks }
}

/** What the pages in sight ask for and the case does not have. */
function lacksOf(walker: Walker, side: Side, past: PastCase): readonly Lack[] {
  const lacks = new Map<string, Lack>()
  const miss = (question: string) => {
    const isGiven = past.given.includes(question)
    if (!lacks.has(question)) lacks.set(question, { question, because: isGiven ? 'not-kept' : 'not-asked' })
  }
  for (const { faults } of walker.pages) {
    for (const { question: id, code, path } of faults) {
      const member = path?.find((part) => typeof part === 'string')
      const question = member === undefined ? id : `${id}.${member}`
      if (code === 'missing') miss(question)
      else lacks.set(question, { question, because: 'not-accepted' })
    }
  }
  if (side.optional.size > 0) for (const question of unknownWhether(walker, side, past)) miss(question)
  return [...lacks.values()]
}

/** Questions that may be left empty, that rules read, and of which nobody knows whether the person would have. */
function unknownWhether(walker: Walker, { optional }: Side, past: PastCase): readonly string[] {
  const isUnknown = (path: string) => optional.has(path) && !past.left.includes(path)
  return walker.pages.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = walker.relevant[question.id]
      if (answer === undefined) return isUnknown(question.id) ? [question.id] : []
      if (question.kind !== 'group' || !isEntries(answer)) return []
      const empty = question.of.filter(({ id }) => answer.some((entry) => !Object.hasOwn(entry, id)))
      return empty.map(({ id }) => `${question.id}.${id}`).filter(isUnknown)
    }),
  )
}

/** Whether everything a trial compares is known although answers are missing: no answer could change it. */
function isSettled({ exit, values, results }: Walker, { prepared, shown }: Side): boolean {
  const { exits, outcome, fee } = prepared.program
  const areExitsKnown = exits.every(({ id, when }) => id === exit || when.evaluate(values) !== undefined)
  if (exit !== undefined || !areExitsKnown) return areExitsKnown
  const proposals = [outcome, fee].filter((one) => one !== undefined)
  return proposals.every((one) => one.evaluate(values) !== undefined) && shown.every((id) => results.get(id) !== undefined)
}

function toldBy(walker: Walker, side: Side, isWhole: boolean): Told {
  const { program } = walker.prepared
  const { values, exit } = walker
  const proposed = exit === undefined ? program.outcome?.evaluate(values) : undefined
  const fee = exit === undefined ? program.fee?.evaluate(values) : undefined
  const outcome = exit !== undefined ? exitOutcome(exit) : typeof proposed === 'string' ? proposed : OPEN
  return {
    outcome,
    fee: typeof fee === 'number' ? fee : null,
    values: exit === undefined ? Object.fromEntries(side.shown.map((id) => [id, plainOf(walker.results.get(id))])) : {},
    asked: isWhole ? askedBy(walker) : null,
    needsPerson: needsPerson(side, outcome),
  }
}

/** Whether a person has to look closely at a case of this outcome. */
export function needsPerson({ adverse, pair }: Pick<Side, 'adverse' | 'pair'>, outcome: string): boolean {
  return outcome === OPEN || adverse.has(outcome) || pair.has(outcome)
}

function askedBy({ prepared, pages, relevant, values }: Walker): number {
  const programs = questionPrograms(prepared)
  let count = 0
  for (const { questions } of pages) {
    for (const question of questions) {
      const entries = relevant[question.id]
      const program = programs.get(question.id)
      if (question.kind !== 'group' || !isEntries(entries) || program === undefined) count += 1
      else if (program.of.every(({ when }) => when === undefined)) count += entries.length * question.of.length
      else for (const entry of entries) count += membersAsked(program, entry, values).length
    }
  }
  return count
}

const programsOf = new WeakMap<Prepared, ReadonlyMap<string, Prepared['program']['pages'][number]['questions'][number]>>()

function questionPrograms(prepared: Prepared) {
  const known = programsOf.get(prepared)
  if (known !== undefined) return known
  const made = new Map(
    prepared.program.pages.flatMap(({ questions }) => questions.map((program) => [program.question.id, program] as const)),
  )
  programsOf.set(prepared, made)
  return made
}
