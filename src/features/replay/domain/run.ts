/** The single place for what a run of a trial is: kept for good, with the digests that say the same can be had again. Pure. */
import { type Definition, equalityWordsIn, type Language, type Prepared, type QuestionText, wordsIn } from '#core/definition/index.ts'
import type { SplitBy, Trial } from '#core/replay/index.ts'
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import { z } from 'zod'
import type { Released } from './released.ts'
import type { Split } from './split.ts'

const Said = z.partialRecord(z.enum(['en', 'cy']), z.string())

/** How everything a trial names is called, in each language of the service. */
export const Names = z.object({
  outcomes: z.record(z.string(), Said),
  exits: z.record(z.string(), Said),
  questions: z.record(z.string(), Said),
  values: z.record(z.string(), Said),
  /** Answers to choose from, by question and answer as `splitPart` joins them. */
  options: z.record(z.string(), Said).exactOptional(),
  /** Ids of calculations and questions that are money. */
  money: z.array(z.string()),
})
export type Names = z.infer<typeof Names>

/** How cases were tried: inside the database, or by the rules themselves one by one, and why where that was not the same. */
export const Ways = z.object({
  bySql: z.int(),
  byRules: z.int(),
  reasons: z.array(z.string()),
  /** Nobody had used the service yet: the cases are people made up for it. */
  isOfPeople: z.boolean().exactOptional(),
})
export type Ways = z.infer<typeof Ways>

/** One trial: what was tried on what, how far it is, and what it showed. */
export type TrialRun = {
  readonly id: string
  readonly service: string
  readonly from: string
  readonly to: string
  /** The days between which the cases were opened, both included. */
  readonly since: string
  readonly until: string
  readonly askedBy: string
  readonly askedAt: string
  readonly state: 'running' | 'done' | 'called-off'
  /** Cases gone through, of how many. */
  readonly done: number
  readonly cases: number
  /** Cases of those days whose answers have been deleted. */
  readonly removed: number
  readonly names: Names
  /** Milliseconds the whole of it took. */
  readonly ms?: number
  /** SHA-256 of the cases it was run on, and of what it gave. */
  readonly population?: string
  readonly digest?: string
  readonly trial?: Trial
  readonly ways?: Ways
  /** What the figures are split by, and the figures of each part. */
  readonly splits: readonly SplitBy[]
  readonly split?: readonly Split[]
  readonly calledOffBy?: string
  readonly released?: Released
  readonly releasedAt?: string
}

/** What a version would do to the latest past cases, while somebody types it. Nothing of it is kept. */
export type LiveTrial = {
  readonly trial: Trial
  readonly names: Names
  /** Nobody had used the service yet: the cases are people made up for it. */
  readonly isOfPeople: boolean
  /** At most so many cases are looked at: as many are the latest of more. */
  readonly most: number
  /** Cases that columns do not hold, up to `most`: they are gone through when the version is tried on all. */
  readonly leftOut: number
}

/** What is asked for: two definitions, both found clean. `at` is an ISO instant, `today` the day in the United Kingdom then. */
export type TrialRequest = {
  readonly service: string
  readonly from: Definition
  readonly to: Definition
  readonly by: string
  readonly at: string
  /** From which day on, `YYYY-MM-DD`; of the last twelve months unless given. */
  readonly since?: string
  /** By area and by channel unless given. */
  readonly splits?: readonly SplitBy[]
}

/** The twelve months up to a day, both included. */
export function lastYear(today: string): { readonly since: string; readonly until: string } {
  const [year, rest] = [today.slice(0, 4), today.slice(4)]
  return { since: `${String(Number(year) - 1).padStart(4, '0')}${rest === '-02-29' ? '-03-01' : rest}`, until: today }
}

/** A window in so many parts of days, one after the other. */
export function spansOf<Window extends { readonly since: string; readonly until: string }>(
  window: Window,
  count: number,
): readonly Window[] {
  const [first, last] = [dayNumber(window.since), dayNumber(window.until)]
  const many = Math.max(1, Math.min(count, last - first + 1))
  const edge = (at: number) => first + Math.floor(((last - first + 1) * at) / many)
  return Array.from({ length: many }, (_, at) => ({
    ...window,
    since: dateOfDay(edge(at)) ?? window.since,
    until: dateOfDay(edge(at + 1) - 1) ?? window.until,
  }))
}

/** Names of both versions; where both name something, as the later one does. */
export function namesOf(from: Prepared, to: Prepared): Names {
  const names = { outcomes: {}, exits: {}, questions: {}, values: {}, options: {}, money: [] }
  for (const prepared of [from, to]) for (const language of prepared.languages) addNames(names, prepared, language)
  const money = [from, to].flatMap(({ program, questions }) => [
    ...program.derived.filter(({ type }) => type.kind === 'money').map(({ id }) => id),
    ...[...questions.values()].filter(({ question }) => question.kind === 'money').map(({ question }) => question.id),
  ])
  return { ...names, money: [...new Set(money)].sort() }
}

function addNames(names: Required<Names>, prepared: Prepared, language: Language): void {
  const wording = wordsIn(prepared, language)
  const { service } = prepared.definition
  const put = (part: Record<string, Partial<Record<Language, string>>>, id: string, said: string) => {
    part[id] = { ...part[id], [language]: said }
  }
  for (const { id } of service.outcomes) put(names.outcomes, id, wording.outcome(id).label)
  for (const { id } of service.exits) put(names.exits, id, wording.exit(id).title)
  for (const { id, shown } of service.calculations) if (shown) put(names.values, id, wording.calculation(id))
  const putAsked = (id: string, { label, options }: Pick<QuestionText, 'label' | 'options'>) => {
    put(names.questions, id, label)
    for (const option of options) put(names.options, splitPart(id, option.id), option.label)
  }
  if (prepared.definition.equality?.words[language] !== undefined) {
    const { question } = equalityWordsIn(prepared, language)
    for (const { id } of prepared.definition.equality.block.pages.flatMap(({ questions }) => questions)) putAsked(id, question(id))
  }
  for (const { question } of prepared.questions.values()) {
    putAsked(question.id, wording.question(question.id))
    if (question.kind !== 'group') continue
    const { label, of } = wording.question(question.id)
    for (const member of question.of) put(names.questions, `${question.id}.${member.id}`, `${label}: ${of(member.id).label}`)
  }
}

/** How an answer of a question is called in `options`. */
export function splitPart(question: string, answer: string): string {
  return `${question}=${answer}`
}
