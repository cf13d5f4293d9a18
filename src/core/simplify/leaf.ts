/** The single place that lists what a service asks, one thing at a time: questions, and the members of groups as `group.member`. */
import type { Purpose } from '#core/definition/model/service.ts'
import type { Question, SimpleQuestion } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'

export type Leaf = {
  /** `question`, or `group.member`. */
  readonly path: string
  readonly page: string
  readonly section: string
  /** The shared block it comes from. */
  readonly block?: string | undefined
  readonly question: SimpleQuestion
  readonly group?: string | undefined
  readonly purposeId?: string | undefined
  readonly purpose?: Purpose | undefined
}

/** In the order in which they are asked. */
export function leavesOf(prepared: Prepared): readonly Leaf[] {
  const { purposes } = prepared.definition.service
  return prepared.pages.flatMap(({ id: page, section, block, questions }) =>
    questions.flatMap((question) =>
      membersOf(question).map(({ path, asked, group }): Leaf => {
        const purposeId = asked.purpose ?? question.purpose
        return {
          ...{ path, page, section, block, question: asked, group },
          purposeId,
          purpose: purposeId === undefined ? undefined : purposes[purposeId],
        }
      }),
    ),
  )
}

type Member = { readonly path: string; readonly asked: SimpleQuestion; readonly group?: string }

function membersOf(question: Question): readonly Member[] {
  if (question.kind !== 'group') return [{ path: question.id, asked: question }]
  return question.of.map((asked) => ({ path: `${question.id}.${asked.id}`, asked, group: question.id }))
}
