/** The single place for what is remembered of a past case so that another version can be tried on it: answers a rule can read, of others only that there were some. */
import { type Answer, type Answers, type GroupEntry, isEntries, type SimpleAnswer } from '#core/definition/answers.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { QuestionKind } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { isAsked, type Values } from '#core/journey/flaws.ts'
import { walk } from '#core/journey/walk.ts'

/** What may be remembered of the answers of a case. Members of groups are called `group.member`. */
export type Kept = {
  /** Answers of kinds a rule can read; entries of groups hold only members of such kinds. */
  readonly answers: Answers
  /** Questions with an answer of another kind: text, addresses, how to reach somebody, numbers that identify. */
  readonly given: readonly string[]
  /** Questions that were asked and could be left empty, and were. */
  readonly left: readonly string[]
}

/** A case as it is tried on. `today` is the day it was opened, `YYYY-MM-DD`. */
export type PastCase = Kept & {
  readonly id: string
  readonly today: string
  readonly channel: string
  readonly lang?: Language
  readonly area?: string
  /** True of a case made up to fill a demonstration. */
  readonly madeUp?: true
}

const readable: ReadonlySet<QuestionKind> = new Set(['number', 'money', 'date', 'month', 'yes-no', 'one-of', 'many-of', 'declaration'])

/** Whether the answers of a kind are remembered themselves: those a rule can compare or count with, and that name nobody. */
export function isReadable(kind: QuestionKind): boolean {
  return readable.has(kind)
}

/** When a case was opened (`YYYY-MM-DD`), and whether some of its answers have been erased since. */
export type Opened = { readonly today: string; readonly isErased?: boolean }

/** What is remembered of a case with the version it was opened with. `answers` are those that counted, as far as they still exist. */
export function keptOf(prepared: Prepared, answers: Answers, { today, isErased = false }: Opened): Kept {
  const kept: Record<string, Answer> = {}
  const given: string[] = []
  const { pages, known } = walk(prepared, answers, today)
  for (const question of pages.flatMap(({ questions }) => questions)) {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
    if (answer === undefined) {
      // An answer that had to be given and is not there was erased.
      if (!question.optional) given.push(question.id)
      continue
    }
    if (question.kind === 'group' && isEntries(answer)) {
      kept[question.id] = answer.map((entry) =>
        readableIn(entry, new Set(question.of.filter(({ kind }) => isReadable(kind)).map(({ id }) => id))),
      )
      given.push(
        ...question.of
          .filter(({ kind, id }) => !isReadable(kind) && answer.some((entry) => id in entry))
          .map(({ id }) => `${question.id}.${id}`),
      )
    } else if (isReadable(question.kind)) kept[question.id] = answer
    else given.push(question.id)
  }
  return { answers: kept, given, left: isErased ? [] : leftEmpty(prepared, answers, known) }
}

/** Optional questions, and optional members of groups that were answered. */
function leftEmpty({ program }: Prepared, answers: Answers, known: Values): readonly string[] {
  return program.pages.flatMap(({ questions }) =>
    questions.flatMap((asked) => {
      const { question, of } = asked
      if (!Object.hasOwn(answers, question.id)) return question.optional && isAsked(asked, known) ? [question.id] : []
      return of.filter((member) => member.question.optional).map((member) => `${question.id}.${member.question.id}`)
    }),
  )
}

function readableIn(entry: GroupEntry, members: ReadonlySet<string>): GroupEntry {
  const kept: Record<string, SimpleAnswer> = {}
  for (const [id, answer] of Object.entries(entry)) if (members.has(id)) kept[id] = answer
  return kept
}
