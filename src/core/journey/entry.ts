/** The single place that says which questions of a group are asked of one entry, as far as its answers go. */
import type { GroupEntry } from '#core/definition/answers.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { membersAsked } from './flaws.ts'
import type { Walk } from './walk.ts'

/** Ids of the members of `group` that are asked of `entry`, in order. A condition that can’t be told yet asks nothing. */
export function askedOfEntry(
  prepared: Prepared,
  { known }: Pick<Walk, 'known'>,
  about: { group: string; entry: GroupEntry },
): readonly string[] {
  const program = prepared.program.pages.flatMap(({ questions }) => questions).find(({ question }) => question.id === about.group)
  return program === undefined ? [] : membersAsked(program, about.entry, known)
}
