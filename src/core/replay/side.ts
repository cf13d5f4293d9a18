/** The single place where a version is made ready to be tried on past cases: what no rule reads need not be there. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { QuestionProgram } from '#core/definition/program/program.ts'
import { isReadable } from './past-case.ts'
import { readByRules } from './reads.ts'

/** One of the two versions of a trial. */
export type Side = {
  /** Walks without the answers that no rule reads. */
  readonly prepared: Prepared
  readonly adverse: ReadonlySet<string>
  readonly pair: ReadonlySet<string>
  /** Ids of the calculations that people are shown. */
  readonly shown: readonly string[]
  /** Questions and members of groups that rules read and people may leave empty. */
  readonly optional: ReadonlySet<string>
  /** Whether what is known stays so whatever else is answered; false where a rule asks if something was answered. */
  readonly isSettled: boolean
}

/**
 * A question no rule reads is not missed where its answer was not kept. One whose answers are judged otherwise than in the `other` version, such as by another
 * pattern, counts as read where they are not kept: whether they would be accepted can't be told.
 */
export function sideOf(prepared: Prepared, other: Prepared): Side {
  const { program, definition } = prepared
  const { service, tables } = definition
  const before = new Map(other.program.pages.flatMap(({ questions }) => questions.flatMap(named)))
  const needed = new Set(readByRules(prepared))
  for (const [path, asked] of program.pages.flatMap(({ questions }) => questions.flatMap(named))) {
    const was = before.get(path)
    if (!isReadable(asked.question.kind) && asked.question.kind !== 'group' && was !== undefined && judged(was) !== judged(asked))
      needed.add(path)
  }
  const pages = program.pages.map((page) => ({
    ...page,
    questions: page.questions.map((asked) => lenient(asked, asked.question.id, needed)),
  }))
  const optional = program.pages
    .flatMap(({ questions }) => questions.flatMap(named))
    .filter(([path, { question }]) => question.optional && needed.has(path))
  return {
    prepared: { ...prepared, program: { ...program, pages } },
    adverse: new Set(service.outcomes.filter(({ adverse }) => adverse).map(({ id }) => id)),
    pair: new Set(service.casework.pair),
    shown: service.calculations.filter(({ shown }) => shown).map(({ id }) => id),
    optional: new Set(optional.map(([path]) => path)),
    isSettled: !/\banswered\s*\(/.test(JSON.stringify({ service, tables })),
  }
}

function named(asked: QuestionProgram): readonly (readonly [string, QuestionProgram])[] {
  const { question, of } = asked
  return [[question.id, asked], ...of.map((member) => [`${question.id}.${member.question.id}`, member] as const)]
}

/** How the answers to a question are judged by themselves, to be compared. */
function judged({ question, valid }: QuestionProgram): string {
  const { kind } = question
  const max = kind === 'text' || kind === 'long-text' ? question.max : undefined
  return JSON.stringify([kind, max, kind === 'identifier' ? question.scheme : undefined, valid.map(({ is }) => is.source)])
}

function lenient<Asked extends QuestionProgram>(asked: Asked, path: string, needed: ReadonlySet<string>): Asked {
  const of = asked.of.map((member) => lenient(member, `${path}.${member.question.id}`, needed))
  const question = needed.has(path) ? asked.question : { ...asked.question, optional: true }
  return { ...asked, question, of }
}
